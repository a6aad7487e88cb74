using System.Diagnostics;
using PolicyLang.Oracle.Meaning;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 8: the conflicts of conduct.</summary>
internal sealed class SmtConflicts(
    SmtSentences sentences, SmtOrders orders, SmtCases cases, SmtPrecedence precedence, ImmutableArray<SmtRule> rules)
{
    private readonly SmtDilemmas _dilemmas = new(sentences, orders, cases, precedence, rules);

    /// <summary>Of how many pairs it was asked whether both stand somewhere, and how long that took.</summary>
    public int Pairs { get; private set; }

    public TimeSpan PairTime { get; private set; }

    /// <summary>Each set of clauses once, by its worst kind.</summary>
    public ImmutableArray<SmtFinding> All() =>
        [.. Collisions().GroupBy(f => f.Clauses).Select(g => g.MinBy(f => f.Badness)).OfType<SmtFinding>()
            .OrderBy(f => f.ToString(), StringComparer.Ordinal)];

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

        if (one is { Kind: RuleKind.Permission, IsWeak: false } && other.Kind == RuleKind.Prohibition && !own && IsForbidden(a, b))
        {
            yield return "PL4005";
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

    // The law of a party permits what law that binds it forbids, and neither order stands above the other so that precedence decides it.
    private bool IsForbidden(int p, int q)
    {
        (SmtRule permission, SmtRule prohibition) = (rules[p], rules[q]);
        string binds = orders.Binds(prohibition.Framework, permission.Order);
        bool decides = precedence.UsesSuperior && (!prohibition.IsSoft || permission.IsSoft);
        string decided = decides ? orders.Above(prohibition.Order, permission.Order) : SmtOrders.Never;
        return binds != SmtOrders.Never && cases.Has(binds, Not(decided), precedence.StandsAlone[p], precedence.StandsAlone[q]);
    }
}
