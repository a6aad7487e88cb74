using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Section 8: conflicts.</summary>
public sealed class Conflicts(Court court)
{
    private readonly Dilemmas _dilemmas = new(court);
    private readonly Breaches _breaches = new(court);
    private readonly LawMakingConflicts _lawMaking = new(court);
    private ImmutableArray<Finding>? _collisions;
    private ImmutableArray<Finding>? _all;

    /// <summary>Every collision of rules. The same clauses may collide in several ways.</summary>
    public ImmutableArray<Finding> Collisions => _collisions ??= [.. Raw()];

    /// <summary>Every conflict, resolved ones too: each set of clauses once, by its worst kind.</summary>
    public ImmutableArray<Finding> All() =>
        _all ??= [.. Collisions.GroupBy(f => f.Clauses).Select(g => Worst([.. g])).OrderBy(f => f.ToString(), StringComparer.Ordinal)];

    // Whom it concerns is told of all collisions that are as bad.
    private static Finding Worst(ImmutableArray<Finding> collisions)
    {
        Finding worst = collisions.OrderBy(f => f.Badness).First();
        return worst with { Parties = [.. collisions.Where(f => f.Badness == worst.Badness).SelectMany(f => f.Parties).Distinct().Order(StringComparer.Ordinal)] };
    }

    /// <summary>The choices of an avoidable dilemma: the duty is fulfilled or ends, and the prohibition does not stand.</summary>
    public List<Change> Choices(Rule o, Rule p, Case from) =>
        new Changes(court, from, j => (!o.IsTriggered(j.Case) || o.Part.Act(j.Case)) && !j.Stands(p)).Minimal(a => a.Chosen);

    private IEnumerable<Finding> Raw()
    {
        foreach (Rule rule in court.Rules)
        {
            foreach (Rule other in court.Rules.Where(o => o.Clause != rule.Clause))
            {
                IEnumerable<Finding> found = (rule.Kind, other.Kind) switch
                {
                    (RuleKind.Obligation, RuleKind.Prohibition) => Pair("PL4002", "avoidable", rule, other),
                    (RuleKind.Permission, RuleKind.Prohibition) when !rule.IsWeak && rule.Order == other.Order => Pair("PL4003", "unresolved", rule, other),
                    (RuleKind.Obligation, RuleKind.Waiver) when rule.Order == other.Order => Pair("PL4004", "unresolved", rule, other),
                    _ => [],
                };
                foreach (Finding finding in found.Concat(Unlawful(rule, other)).Concat(_breaches.Of(rule, other)).Concat(_lawMaking.Contrary(rule, other)))
                {
                    yield return finding;
                }
            }

            IEnumerable<Finding> single = rule.Kind == RuleKind.Obligation ? _dilemmas.Of(rule).Concat(_dilemmas.OfPolicies(rule)) : _lawMaking.Gaps(rule);
            foreach (Finding finding in single)
            {
                yield return finding;
            }
        }
    }

    // Both stand somewhere; or both apply somewhere, and precedence always decides.
    private IEnumerable<Finding> Pair(string code, string status, Rule a, Rule b)
    {
        if (court.Judgements.Any(j => j.Stands(a) && j.Stands(b)))
        {
            yield return new Finding(a.IsSoft || b.IsSoft ? "PL4009" : code, status, [a, b], (_, j) => j.Stands(a) && j.Stands(b));
        }
        else if (court.Judgements.Any(j => a.Applies(j.Case) && b.Applies(j.Case)))
        {
            yield return new Finding(code, "resolved", [a, b], (_, j) => a.Applies(j.Case) && b.Applies(j.Case));
        }
    }

    /// <summary>PL4008: a policy permits or demands what an order above it prohibits, or waives what that demands.</summary>
    private IEnumerable<Finding> Unlawful(Rule p, Rule q)
    {
        bool opposed = (p.Kind, q.Kind) is (RuleKind.Permission or RuleKind.Obligation, RuleKind.Prohibition) or (RuleKind.Waiver, RuleKind.Obligation);
        if (!opposed || !p.IsPolicy || p.IsSoft || q.IsSoft || p.Order == q.Order)
        {
            yield break;
        }

        Func<Case, bool> above = court.Precedence.Orders.Above(q.Order, p.Order);
        if (court.Judgements.Any(j => above(j.Case) && j.StandsAlone(p) && j.Stands(q)))
        {
            yield return new Finding("PL4008", "unresolved", [p, q], (_, j) => above(j.Case) && j.StandsAlone(p) && j.Stands(q));
        }
        else if (court.Judgements.Any(j => above(j.Case) && p.Applies(j.Case) && q.Applies(j.Case)))
        {
            yield return new Finding("PL4008", "resolved", [p, q], (_, j) => above(j.Case) && p.Applies(j.Case) && q.Applies(j.Case));
        }
    }
}
