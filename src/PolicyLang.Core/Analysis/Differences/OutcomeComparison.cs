using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis.Differences;

/// <summary>Which cases are decided otherwise, exactly: wherever an outcome differs, once for each set of changed clauses that it is due
/// to.</summary>
internal sealed class OutcomeComparison
{
    private static readonly Outcome[] All = [Outcome.Conflicting, Outcome.Prohibited, Outcome.Permitted, Outcome.Unregulated];

    private readonly TwoVersions _versions;
    private readonly RegionSpace _regions;
    private readonly ImmutableArray<Stand> _old;
    private readonly ImmutableArray<Stand> _new;

    public OutcomeComparison(TwoVersions versions)
    {
        (_versions, _regions) = (versions, versions.Regions);
        (_old, _new) = versions.Stands(r =>
            !r.IsSoft && r.Modality is RuleModality.Permission or RuleModality.Prohibition or RuleModality.Obligation);
    }

    /// <summary>Every change of an outcome, and every duty that comes or goes.</summary>
    public IEnumerable<FoundChange> Find() => Outcomes().Concat(new DutyComparison(_versions, _old, _new).Find());

    private IEnumerable<FoundChange> Outcomes()
    {
        ImmutableArray<Stand> changed = [.. Stand.Unmatched(_old, _new), .. Stand.Unmatched(_new, _old)];
        ImmutableArray<Stand> all = [.. changed, .. _old, .. _new];
        Func<int, IEnumerable<int>> meeting = _versions.Meetings(all);
        ImmutableArray<ImmutableArray<int>> near = [.. Enumerable.Range(0, changed.Length).Select(c => meeting(c).ToImmutableArray())];
        ImmutableArray<IReadOnlyList<int>> nearChanges = [.. near.Select(n => n.Where(m => m < changed.Length).ToList())];
        int firstNew = changed.Length + _old.Length;

        IEnumerable<Stand> Old(ImmutableArray<int> met) => met.Where(m => m >= changed.Length && m < firstNew).Select(m => all[m]);
        IEnumerable<Stand> New(ImmutableArray<int> met) => met.Where(m => m >= firstNew).Select(m => all[m]);

        // Compare piece by piece: the union of all changes may be a far larger diagram.
        var known = new Dictionary<Region, ImmutableArray<(Region Before, Region After)>>();
        var pieces = new List<ImmutableArray<(Region Before, Region After)>>();
        for (int c = 0; c < changed.Length; c++)
        {
            Region piece = changed[c].Region;
            if (!known.TryGetValue(piece, out ImmutableArray<(Region Before, Region After)> outcomes))
            {
                OutcomeRegions before = Within(piece, Old(near[c]));
                OutcomeRegions after = Within(piece, New(near[c]));
                outcomes = [.. All.Select(o => (before.RegionOf(o), after.RegionOf(o)))];
                known.Add(piece, outcomes);
            }

            pieces.Add(outcomes);
        }

        var parts = new Parts(_regions, [.. changed.Select(c => (c.Clause, c.Region))], c => nearChanges[c]);
        for (int now = 0; now < All.Length; now++)
        {
            foreach (int then in Enumerable.Range(0, All.Length).Where(o => o != now))
            {
                Region[] differing = [.. pieces.Select(p => Turned(p[then], p[now]))];
                foreach (DifferingPart part in parts.Find(differing))
                {
                    ImmutableArray<int> met = near[part.Piece];
                    yield return new FoundChange(Describe(part, (All[then], Old(met)), (All[now], New(met))), part.Cases);
                }
            }
        }
    }

    // An outcome with the same cases as before turned into no other.
    private Region Turned((Region Before, Region After) then, (Region Before, Region After) now) =>
        then.Before == then.After || now.Before == now.After ? _regions.Empty : _regions.And(then.Before, now.After);

    private OutcomeRegions Within(Region piece, IEnumerable<Stand> stands) =>
        new(_regions, piece, stands.Where(s => _regions.Overlaps(s.Region, piece)).Select(s => s.Rule));

    // The stands are those that meet the part.
    private SemanticChange Describe(
        DifferingPart part, (Outcome Outcome, IEnumerable<Stand> Stands) before, (Outcome Outcome, IEnumerable<Stand> Stands) after)
    {
        (Outcome then, Outcome now) = (before.Outcome, after.Outcome);
        CaseFacts facts = _versions.Tell(part.Values);
        ImmutableArray<string> deciding = [.. Deciding(before.Stands, part.Values, then)];
        ImmutableArray<string> decidingNow = [.. Deciding(after.Stands, part.Values, now)];
        SemanticChangeKind kind = now switch
        {
            Outcome.Prohibited when then == Outcome.Conflicting => SemanticChangeKind.Resolved,
            Outcome.Permitted when then == Outcome.Conflicting => SemanticChangeKind.Resolved,
            Outcome.Prohibited => SemanticChangeKind.Prohibited,
            Outcome.Permitted => SemanticChangeKind.Permitted,
            Outcome.Conflicting => SemanticChangeKind.Conflicting,
            Outcome.Unregulated => SemanticChangeKind.Unregulated,
            _ => throw new UnreachableException(),
        };
        ImmutableArray<string> clauses = [.. deciding.Union(decidingNow).OrderBy(c => c, StringComparer.Ordinal)];
        var change = new SemanticChange(kind, facts, clauses, string.Empty)
        {
            DecidedBefore = deciding,
            DecidedAfter = decidingNow,
            Before = Word(then),
            After = Word(now),
        };
        return change with { Text = $"{CaseSentence.Write(facts)}: {change.Turn}." };
    }

    // Only what says so decides; a permission of another order prohibits nothing.
    private IEnumerable<string> Deciding(IEnumerable<Stand> stands, long[] values, Outcome outcome)
    {
        Stand[] standing = [.. stands.Where(s => _regions.Holds(s.Region, values))];
        var prohibiting = new HashSet<string>(
            standing.Where(s => s.Modality == RuleModality.Prohibition).Select(s => s.Order), StringComparer.Ordinal);
        return standing.Where(s => outcome switch
        {
            Outcome.Prohibited => s.Modality == RuleModality.Prohibition,
            Outcome.Permitted => s.Modality != RuleModality.Prohibition,
            Outcome.Conflicting => s.Modality != RuleModality.Permission || prohibiting.Contains(s.Order),
            Outcome.Unregulated => false,
            _ => throw new UnreachableException(),
        }).Select(s => s.Clause).Distinct().OrderBy(c => c, StringComparer.Ordinal);
    }

    private static string Word(Outcome outcome) =>
        outcome == Outcome.Unregulated ? "not regulated" : outcome.ToString().ToLowerInvariant();
}
