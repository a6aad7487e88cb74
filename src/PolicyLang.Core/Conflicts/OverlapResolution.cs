using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Says what resolves an overlap: one clause in all of it, or one in part of it and others in the rest.</summary>
internal sealed class OverlapResolution(RuleBook book)
{
    // More than eight parts of an overlap are too many to be an answer.
    private const int MostParts = 8;

    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly CaseEvaluator _point = new(book);
    private readonly CaseEvaluator _alone = new(book, Hierarchy.WithinOrders);

    /// <summary>What prevails in the case that is shown, and what else does in the rest of the overlap.</summary>
    /// <param name="candidate">The overlap.</param>
    /// <param name="witness">The case that is shown.</param>
    public Resolution Resolve(ConflictCandidate candidate, long[] witness)
    {
        CaseEvaluator.Application fallen = Fallen(candidate.Rules, witness)
            ?? throw new InvalidOperationException("A conflict that is resolved has a rule that fell.");
        var found = new List<Resolution>();
        Region rest = book.Cut.Of(candidate.Cases);

        // Other rules of the same clauses may overlap, too.
        ImmutableArray<Rule> rules = [.. candidate.Rules.Select(r => r.Clause).Distinct().SelectMany(book.RulesOf)];
        for (CaseEvaluator.Application? next = fallen; next is not null && found.Count < MostParts; next = rest.IsEmpty
            ? null
            : Fallen(rules, _regions.Witness(rest)))
        {
            Rule winner = next.FelledBy ?? next.Rule;
            var resolution = new Resolution(next.Principle, winner.Clause.QualifiedName);
            if (!found.Contains(resolution))
            {
                found.Add(resolution);
            }

            Region less = _regions.Difference(rest, Prevails(winner, next.Rule));
            if (ReferenceEquals(less, rest))
            {
                break;
            }

            rest = less;
        }

        return found[0] with { Elsewhere = [.. found.Skip(1)] };
    }

    // The winner may be a third clause; both sides may stand within their own orders.
    private CaseEvaluator.Application? Fallen(ImmutableArray<Rule> rules, long[] values) =>
        new[] { _point, _alone }.SelectMany(d => d.Apply(rules, values)).FirstOrDefault(a => !a.Stands && rules.Contains(a.Rule));

    // The cases in which one rule stands and the other has fallen to it.
    private Region Prevails(Rule winner, Rule fallen) => _regions.And(
        _regions.Difference(book.Uncut(winner), book.Uncut(fallen)),
        _regions.Union(book.Precedences.Steps.Select(s => book.Precedences.Cases(s, winner, fallen)).ToList()));
}
