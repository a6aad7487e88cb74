using System.Diagnostics;
using PolicyLang.Oracle.Meaning;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 8: conflicts.</summary>
internal sealed class SmtConflicts(
    SmtSentences sentences, SmtOrders orders, SmtCases cases, SmtPrecedence precedence, ImmutableArray<SmtRule> rules)
{
    private readonly SmtBreaches _breaches = new(sentences, orders, cases, precedence, rules);
    private readonly SmtDilemmas _dilemmas = new(sentences, orders, cases, precedence, rules);

    /// <summary>Of how many pairs it was asked whether both stand somewhere, and how long that took.</summary>
    public int Pairs { get; private set; }

    public TimeSpan PairTime { get; private set; }

    /// <summary>Each set of clauses once, by its worst kind.</summary>
    public ImmutableArray<SmtFinding> All() =>
        [.. Collisions().Concat(_breaches.All()).GroupBy(f => f.Clauses).Select(g => Worst([.. g]))
            .OrderBy(f => f.ToString(), StringComparer.Ordinal)];

    // Whom it concerns is told of all that are as bad.
    private static SmtFinding Worst(ImmutableArray<SmtFinding> same)
    {
        SmtFinding worst = same.OrderBy(f => f.Badness).First();
        IEnumerable<string> parties = same.Where(f => f.Badness == worst.Badness).SelectMany(f => f.Parties);
        return worst with { Parties = [.. parties.Distinct().Order(StringComparer.Ordinal)] };
    }

    private IEnumerable<SmtFinding> Collisions()
    {
        for (int a = 0; a < rules.Length; a++)
        {
            for (int b = 0; b < rules.Length; b++)
            {
                if (rules[a].Clause == rules[b].Clause)
                {
                    continue;
                }

                foreach (string code in Codes(a, b))
                {
                    yield return new SmtFinding(code, rules[a], rules[b]);
                }
            }

            foreach (SmtFinding dilemma in rules[a].Kind == RuleKind.Obligation ? _dilemmas.Of(a) : [])
            {
                yield return dilemma;
            }
        }
    }

    private IEnumerable<string> Codes(int a, int b)
    {
        (SmtRule one, SmtRule other) = (rules[a], rules[b]);
        bool own = one.Order == other.Order;
        string? code = (one.Kind, other.Kind) switch
        {
            (RuleKind.Obligation, RuleKind.Prohibition) => "PL4002",
            (RuleKind.Permission, RuleKind.Prohibition) when own && !one.IsWeak => "PL4003",
            (RuleKind.Obligation, RuleKind.Waiver) when own => "PL4004",
            _ => null,
        };
        if (code is not null && BothStand(a, b))
        {
            yield return code;
        }

        if (IsUnlawful(a, b))
        {
            yield return "PL4008";
        }
    }

    private bool BothStand(int a, int b)
    {
        long start = Stopwatch.GetTimestamp();
        bool both = cases.Has(precedence.Stands[a], precedence.Stands[b]);
        PairTime += Stopwatch.GetElapsedTime(start);
        Pairs++;
        return both;
    }

    private bool IsUnlawful(int p, int q)
    {
        (SmtRule policy, SmtRule law) = (rules[p], rules[q]);
        bool opposed = (policy.Kind, law.Kind) is (RuleKind.Permission or RuleKind.Obligation, RuleKind.Prohibition)
            or (RuleKind.Waiver, RuleKind.Obligation);
        return opposed && policy.IsPolicy && !policy.IsSoft && !law.IsSoft && policy.Order != law.Order
            && orders.Above(law.Order, policy.Order) is var above && above != SmtOrders.Never
                && cases.Has(above, precedence.StandsAlone[p], precedence.Stands[q]);
    }
}
