using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis.Differences;

/// <summary>
/// Which duties come and go. A duty is new where no duty of before is fulfilled in its ways alone: whoever kept to the old law then has not
/// kept it already. Names of clauses do not matter.
/// </summary>
internal sealed class DutyComparison(TwoVersions versions, ImmutableArray<Stand> before, ImmutableArray<Stand> after)
{
    private readonly RegionSpace _regions = versions.Regions;

    /// <summary>The duties that are added, then those that are gone.</summary>
    public IEnumerable<FoundChange> Find() =>
        Added(before, after, SemanticChangeKind.Due).Concat(Added(after, before, SemanticChangeKind.Waived));

    /// <summary>The given facts with which a duty is due that others do not imply.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="others">The duties of the other version.</param>
    private Region NotImplied(Stand duty, IEnumerable<Stand> others)
    {
        Region left = duty.Due(_regions);
        foreach (Stand other in others)
        {
            if (left.IsEmpty)
            {
                break;
            }

            Region due = _regions.And(left, other.Due(_regions));
            if (!due.IsEmpty)
            {
                left = _regions.Difference(
                    left, _regions.And(due, _regions.ForAllChosen(_regions.Or(_regions.Not(other.Region), duty.Region))));
            }
        }

        return left;
    }

    private IEnumerable<FoundChange> Added(ImmutableArray<Stand> without, ImmutableArray<Stand> with, SemanticChangeKind kind)
    {
        ImmutableArray<Stand> others = [.. without.Where(s => s.Modality == RuleModality.Obligation && !s.Region.IsEmpty)];
        foreach (IGrouping<string, Stand> duty in Stand.Unmatched(with, without).Where(s => s.Modality == RuleModality.Obligation)
            .GroupBy(s => s.Clause))
        {
            Region differing = _regions.Union(
            [
                .. duty.Select(d => _regions.And(
                    versions.Scope, NotImplied(d, others.Where(o => _regions.Overlaps(o.Trigger, d.Trigger))))),
            ]);
            if (differing.IsEmpty)
            {
                continue;
            }

            CaseFacts facts = versions.Tell(_regions.Witness(differing));
            (string then, string now) = kind == SemanticChangeKind.Due ? ("not due", "due") : ("due", "not due");
            var change = new SemanticChange(
                kind, facts, [duty.Key],
                $"{CaseSentence.Write(facts)}: {duty.Key} is {(kind == SemanticChangeKind.Due ? "now" : "no longer")} due.")
            {
                Before = then,
                After = now,
            };
            yield return new FoundChange(change, () => differing);
        }
    }
}
