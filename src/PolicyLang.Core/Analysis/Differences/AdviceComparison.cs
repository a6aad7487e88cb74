using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis.Differences;

/// <summary>Which acts are recommended, or advised against, where they were not, or no longer are.</summary>
internal sealed class AdviceComparison(TwoVersions versions)
{
    private const string None = "no advice";

    private readonly RegionSpace _regions = versions.Regions;

    public IEnumerable<FoundChange> Find()
    {
        (ImmutableArray<Stand> old, ImmutableArray<Stand> now) = versions.Stands(r =>
            r.IsSoft && r.Modality is RuleModality.Prohibition or RuleModality.Obligation && r.IsSoft);
        return new[] { (RuleModality.Obligation, "advised"), (RuleModality.Prohibition, "discouraged") }
            .SelectMany(kind => Added(kind.Item1, old, now, None, kind.Item2).Concat(Added(kind.Item1, now, old, kind.Item2, None)));
    }

    private IEnumerable<FoundChange> Added(
        RuleModality modality, ImmutableArray<Stand> without, ImmutableArray<Stand> with, string before, string after)
    {
        ImmutableArray<Stand> changed = [.. Stand.Unmatched(with, without).Where(s => s.Modality == modality)];
        ImmutableArray<Stand> others = [.. without.Where(s => s.Modality == modality)];
        IEnumerable<Region> differing = changed.Select(c =>
            others.Where(o => _regions.Overlaps(o.Region, c.Region)).Aggregate(c.Region, (left, o) => _regions.Difference(left, o.Region)));
        foreach (DifferingPart part in new Parts(_regions, [.. changed.Select(c => (c.Clause, c.Region))]).Find(differing))
        {
            CaseFacts facts = versions.Tell(part.Values);
            var change = new SemanticChange(
                SemanticChangeKind.Advice, facts, part.Clauses,
                $"{CaseSentence.Write(facts)}: was {before}, is now {after} ({CaseSentence.List(part.Clauses, "and")}).")
            {
                Before = before,
                After = after,
            };
            yield return new FoundChange(change, part.Cases);
        }
    }
}
