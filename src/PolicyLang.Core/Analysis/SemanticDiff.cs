using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis;

/// <summary>
/// Compares two versions of the law case by case, exactly: the regions of the old version are brought into the space of the new one, and
/// wherever an outcome differs a smallest case is shown, once for each set of changed rules that it is due to.
/// </summary>
internal sealed class SemanticDiff
{
    private const int MostOfAKind = 20;
    private static readonly Outcome[] Outcomes = [Outcome.Conflicting, Outcome.Prohibited, Outcome.Permitted, Outcome.Unregulated];

    private readonly RegionSpace _regions;
    private readonly CaseWriter _writer;
    private readonly ImmutableArray<Stand> _old;
    private readonly ImmutableArray<Stand> _new;
    private readonly Dictionary<Region, long[]> _smallest = [];

    public SemanticDiff(RuleBook before, RuleBook after)
    {
        _regions = after.Space.Regions;
        _writer = new CaseWriter(after.Space);
        var translation = new RegionTranslation(before.Space, after.Space);
        _old = [.. Conduct(before)
            .Select(r => new Stand(r, translation.Translate(before.Undefeated(r)), translation.Translate(r.Trigger)))];
        _new = [.. Conduct(after).Select(r => new Stand(r, after.Undefeated(r), r.Trigger))];
    }

    /// <summary>Every change of meaning.</summary>
    public SemanticDifference Compare()
    {
        ImmutableArray<Stand> changed = [.. Unmatched(_old, _new), .. Unmatched(_new, _old)];
        if (changed.IsEmpty)
        {
            return new SemanticDifference(ChangeLevel.None, []);
        }

        // Compare piece by piece: the union of all changes may be a far larger diagram.
        ImmutableArray<(OutcomeRegions Before, OutcomeRegions After)> pieces =
            [.. changed.Select(c => c.Region).Distinct().Select(r => (Within(r, _old), Within(r, _new)))];
        var found = new List<SemanticChange>();
        foreach (Outcome now in Outcomes)
        {
            foreach (Outcome then in Outcomes.Where(o => o != now))
            {
                ImmutableArray<Region> differing = [.. pieces.Select(p => _regions.And(p.Before.RegionOf(then), p.After.RegionOf(now)))];
                found.AddRange(Cases(differing, changed).Select(values => Describe(values, then, now)));
            }
        }

        found.AddRange(Duties(_old, _new, SemanticChangeKind.Due));
        found.AddRange(Duties(_new, _old, SemanticChangeKind.Waived));
        return new SemanticDifference(found.Count == 0 ? ChangeLevel.None : found.Exists(IsMajor) ? ChangeLevel.Major : ChangeLevel.Minor,
            [.. found.OrderBy(c => !IsMajor(c))]);
    }

    private static IEnumerable<Rule> Conduct(RuleBook book) =>
        book.Rules.Where(r => !r.IsSoft && r.Modality is RuleModality.Permission or RuleModality.Prohibition or RuleModality.Obligation);

    private static bool IsMajor(SemanticChange change) =>
        change.Kind is SemanticChangeKind.Prohibited or SemanticChangeKind.Conflicting or SemanticChangeKind.Due;

    // Rules whose content no rule of the other version has; clause names do not matter.
    private static IEnumerable<Stand> Unmatched(ImmutableArray<Stand> these, ImmutableArray<Stand> those)
    {
        var others = new HashSet<(string, RuleModality, Region, Region?)>(those.Select(Identity));
        return these.Where(s => !s.Region.IsEmpty && !others.Contains(Identity(s)));
    }

    private static (string, RuleModality, Region, Region?) Identity(Stand stand) =>
        (stand.Order, stand.Modality, stand.Region, stand.Modality == RuleModality.Obligation ? stand.Trigger : null);

    private OutcomeRegions Within(Region piece, ImmutableArray<Stand> stands) =>
        new(_regions, piece, stands.Where(s => _regions.Overlaps(s.Region, piece)).Select(s => s.Rule));

    // A smallest case for each set of changed clauses that meet in the differing cases.
    private IEnumerable<long[]> Cases(ImmutableArray<Region> differing, ImmutableArray<Stand> changed)
    {
        ImmutableArray<Region> left = Remaining(differing);
        for (int told = 0; !left.IsEmpty && told < MostOfAKind; told++)
        {
            _regions.ThrowIfCancelled();
            long[] values = left.Select(Smallest).OrderBy(v => v, Comparer<long[]>.Create(_regions.CompareAsWitnesses)).First();
            yield return values;
            var meeting =
                new HashSet<string>(changed.Where(c => _regions.Holds(c.Region, values)).Select(c => c.Clause), StringComparer.Ordinal);
            Region[] seen = [.. changed.Where(c => meeting.Contains(c.Clause)).Select(c => c.Region)];
            left = Remaining(left.Select(piece => seen.Aggregate(piece, _regions.Difference)));
        }
    }

    // Most pieces stay as they are from one witness to the next.
    private long[] Smallest(Region piece)
    {
        if (!_smallest.TryGetValue(piece, out long[]? values))
        {
            values = _regions.Witness(piece);
            _smallest.Add(piece, values);
        }

        return values;
    }

    private static ImmutableArray<Region> Remaining(IEnumerable<Region> pieces) => [.. pieces.Where(p => !p.IsEmpty).Distinct()];

    private SemanticChange Describe(long[] values, Outcome then, Outcome now)
    {
        CaseFacts facts = _writer.Write(values);
        ImmutableArray<string> deciding = [.. Deciding(_old, values)];
        ImmutableArray<string> decidingNow = [.. Deciding(_new, values)];
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
        return new SemanticChange(
            kind, facts, [.. deciding.Union(decidingNow).OrderBy(c => c, StringComparer.Ordinal)],
            $"{CaseSentence.Write(facts)}: was {Word(then)}{By(deciding)}, is now {Word(now)}{By(decidingNow)}.");
    }

    // A duty is due where its trigger holds and some way to fulfil it stands.
    private IEnumerable<SemanticChange> Duties(ImmutableArray<Stand> without, ImmutableArray<Stand> with, SemanticChangeKind kind)
    {
        ImmutableArray<Stand> duties = [.. Unmatched(with, without).Where(s => s.Modality == RuleModality.Obligation)];
        foreach (IGrouping<string, Stand> duty in duties.GroupBy(s => s.Clause).Take(MostOfAKind))
        {
            Region due = _regions.Union(duty.Select(Due).ToList());
            Region already =
                _regions.Union(without.Where(s => s.Modality == RuleModality.Obligation && s.Clause == duty.Key).Select(Due).ToList());
            Region differing = _regions.Difference(due, already);
            if (differing.IsEmpty)
            {
                continue;
            }

            CaseFacts facts = _writer.Write(_regions.Witness(differing));
            yield return new SemanticChange(
                kind, facts, [duty.Key],
                kind == SemanticChangeKind.Due
                    ? $"{CaseSentence.Write(facts)}: {duty.Key} is now due."
                    : $"{CaseSentence.Write(facts)}: {duty.Key} is no longer due.");
        }
    }

    private Region Due(Stand stand) => _regions.And(stand.Trigger, _regions.ExistsChosen(stand.Region));

    private IEnumerable<string> Deciding(ImmutableArray<Stand> stands, long[] values) =>
        stands.Where(s => _regions.Holds(s.Region, values)).Select(s => s.Clause).Distinct().OrderBy(c => c, StringComparer.Ordinal);

    private static string By(ImmutableArray<string> clauses) => clauses.IsEmpty ? string.Empty : $" by {CaseSentence.List(clauses, "and")}";

    private static string Word(Outcome outcome) => outcome == Outcome.Unregulated ? "not regulated" : outcome.ToString().ToLowerInvariant();

    private readonly record struct Stand(string Clause, string Order, RuleModality Modality, Region Region, Region Trigger)
    {
        public Stand(Rule rule, Region standing, Region trigger)
            : this(rule.Clause.QualifiedName, rule.Order.Name, rule.Modality, standing, trigger)
        {
        }

        public StandingRule Rule => new(Order, Modality, Region);
    }
}
