using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Section 8: conflicts between rules of conduct.</summary>
public sealed class Conflicts(Court court)
{
    private readonly LawMakingConflicts _lawMaking = new(court);
    private ImmutableArray<Finding>? _collisions;

    /// <summary>Every collision of rules. The same clauses may collide in several ways.</summary>
    public ImmutableArray<Finding> Collisions => _collisions ??= [.. Raw()];

    /// <summary>Every conflict, resolved ones too: each set of clauses once, by its worst kind.</summary>
    public IReadOnlyCollection<Finding> All() =>
        [.. Collisions.GroupBy(f => f.Clauses).Select(g => g.OrderBy(f => f.Badness).First()).OrderBy(f => f.ToString(), StringComparer.Ordinal)];

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
                foreach (Finding finding in found.Concat(Unlawful(rule, other)).Concat(_lawMaking.Breaches(rule, other)))
                {
                    yield return finding;
                }
            }

            foreach (Finding gap in _lawMaking.Gaps(rule))
            {
                yield return gap;
            }

            if (rule.Kind == RuleKind.Obligation)
            {
                foreach (Finding dilemma in Dilemmas(rule))
                {
                    yield return dilemma;
                }
            }
        }
    }

    // Both stand somewhere; or both apply somewhere, and precedence always decides.
    private IEnumerable<Finding> Pair(string code, string status, Rule a, Rule b)
    {
        if (court.Judgements.Any(j => j.Stands(a) && j.Stands(b)))
        {
            bool soft = a.IsSoft || b.IsSoft;
            yield return new Finding(soft ? "PL4009" : code, soft ? "unresolved" : status, [a, b], (_, j) => j.Stands(a) && j.Stands(b));
        }
        else if (court.Judgements.Any(j => a.Applies(j.Case) && b.Applies(j.Case)))
        {
            yield return new Finding(code, "resolved", [a, b], (_, j) => a.Applies(j.Case) && b.Applies(j.Case));
        }
    }

    /// <summary>PL4008: a policy permits or demands what an order above it prohibits.</summary>
    private IEnumerable<Finding> Unlawful(Rule p, Rule q)
    {
        if (p.Framework.Rank != Rank.Policy || p.Kind is not (RuleKind.Permission or RuleKind.Obligation) || q.Kind != RuleKind.Prohibition || p.IsSoft || q.IsSoft || p.Order == q.Order)
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

    private List<Finding> Dilemmas(Rule o)
    {
        List<Rule> prohibitions = [.. court.Rules.Where(p => p.Kind == RuleKind.Prohibition && p.Clause != o.Clause)];
        var minimal = new List<ImmutableHashSet<Rule>>();
        foreach (ImmutableHashSet<Rule> set in Subsets(prohibitions).OrderBy(s => s.Count))
        {
            if (!set.IsEmpty && !minimal.Exists(m => m.IsSubsetOf(set)) && court.Situations.Any(s => IsDilemma(o, set, s)))
            {
                minimal.Add(set);
            }
        }

        return [.. minimal.Select(set => new Finding(
            o.IsSoft || set.Any(p => p.IsSoft) ? "PL4009" : "PL4001",
            "unresolved",
            [o, .. set],
            (s, j) => IsDilemma(o, set, s) && j.Stands(o) && set.Any(j.Stands)))];
    }

    /// <summary>∃ chosen: stands(o), and ∀ chosen: T ∧ (A → F).</summary>
    private static bool IsDilemma(Rule o, ImmutableHashSet<Rule> prohibitions, Situation situation) =>
        situation.Choices.Any(j => j.Stands(o))
        && situation.Choices.All(j => o.IsTriggered(j.Case) && (!o.Part.Act(j.Case) || prohibitions.Any(j.Stands)));

    /// <summary>The choices of an avoidable dilemma: the duty is fulfilled or ends, and the prohibition does not stand.</summary>
    public List<Change> Choices(Rule o, Rule p, Case from) =>
        new Changes(court, from, j => (!o.IsTriggered(j.Case) || o.Part.Act(j.Case)) && !j.Stands(p)).Minimal(a => a.Chosen);

    private static List<ImmutableHashSet<Rule>> Subsets(List<Rule> rules)
    {
        List<ImmutableHashSet<Rule>> subsets = [[]];
        foreach (Rule rule in rules)
        {
            subsets.AddRange([.. subsets.Select(s => s.Add(rule))]);
        }

        return subsets;
    }
}
