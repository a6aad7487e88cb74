using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis.Differences;

/// <summary>
/// What parties to instruments owe that they did not owe, or no longer owe: by what the instruments say of them, whether or not their law
/// is in the workspace, and where their law is, by what of it stands.
/// </summary>
internal sealed class PartyComparison
{
    private readonly TwoVersions _versions;
    private readonly RegionSpace _regions;
    private readonly ImmutableArray<Said> _old;
    private readonly ImmutableArray<Said> _new;
    private readonly ILookup<(RuleModality Kind, string Party), Region> _lost;
    private readonly ILookup<(RuleModality Kind, string Party), Region> _gained;

    public PartyComparison(TwoVersions versions)
    {
        (_versions, _regions) = (versions, versions.Regions);
        _old = Among(versions.OldParties, versions.OfOld);
        _new = Among(versions.NewParties, versions.OfNew);
        Dictionary<Owed, Region> old = StandingAmong(versions.OldParties, versions.OfOld);
        Dictionary<Owed, Region> now = StandingAmong(versions.NewParties, versions.OfNew);
        var orders = new HashSet<string>(versions.OldParties.Orders, StringComparer.Ordinal);
        orders.IntersectWith(versions.NewParties.Orders);
        _gained = Beyond(now, old, orders);
        _lost = Beyond(old, now, orders);
    }

    /// <summary>What is owed, then what is not any more.</summary>
    public IEnumerable<FoundChange> Find() => Kinds().SelectMany(kind => Find(kind, _new, _old, _gained, gained: true)
        .Concat(Find(kind, _old, _new, _lost, gained: false)));

    private IEnumerable<RuleModality> Kinds() => _old.Concat(_new).Select(s => s.Kind).Distinct().OrderBy(k => k);

    private IEnumerable<FoundChange> Find(RuleModality kind, ImmutableArray<Said> with, ImmutableArray<Said> without,
        ILookup<(RuleModality, string), Region> standing, bool gained)
    {
        ILookup<string, Region> others = without.Where(s => s.Kind == kind).ToLookup(s => s.Party, s => s.Cases);
        ImmutableArray<(string Party, Region Cases)> differing =
        [
            .. with.Where(s => s.Kind == kind).GroupBy(s => s.Party).Select(party => (party.Key, _regions.Union(
                [.. party.Select(s => Less(s.Cases, others[party.Key])), .. standing[(kind, party.Key)]])))
                .Where(d => !d.Item2.IsEmpty),
        ];
        ImmutableArray<(string, Region)> clauses =
        [
            .. with.Where(s => s.Kind == kind && differing.Any(d => _regions.Overlaps(d.Cases, s.Cases)))
                .Select(s => (s.Clause, s.Cases)),
        ];
        foreach (DifferingPart part in new Parts(_regions, clauses).Find(differing.Select(d => d.Cases)))
        {
            Region made = _regions.Union([.. clauses.Where(c => part.Clauses.Contains(c.Item1)).Select(c => c.Item2)]);
            ImmutableArray<string> parties = [.. differing.Where(d => _regions.Overlaps(d.Cases, made)).Select(d => d.Party)
                .OrderBy(n => n, StringComparer.Ordinal)];
            yield return new FoundChange(Describe(kind, part, parties, gained), part.Cases);
        }
    }

    private SemanticChange Describe(RuleModality kind, DifferingPart part, ImmutableArray<string> parties, bool gained)
    {
        CaseFacts facts = _versions.Tell(part.Values);
        bool leave = kind is RuleModality.PowerToProhibit or RuleModality.PowerToRequire;
        string bound = ForceWords.Of(kind, isSoft: false);
        string free = leave ? "no leave" : "free";
        (string then, string now) = gained ? (free, bound) : (bound, free);
        return new SemanticChange(
            gained == leave ? SemanticChangeKind.Released : SemanticChangeKind.Owed, facts, part.Clauses,
            $"{CaseSentence.Write(facts)}: for {CaseSentence.List(parties, "and")} it was '{then}', is now '{now}' "
                + $"({CaseSentence.List(part.Clauses, "and")}).")
        {
            Before = then,
            After = now,
            Parties = parties,
            IsBoundAfter = gained,
        };
    }

    private Region Less(Region cases, IEnumerable<Region> others) => others.Aggregate(cases, _regions.Difference);

    private ImmutableArray<Said> Among(PartyTable table, Func<Region, Region> translate) =>
    [
        .. table.Said.Select(s => s with { Cases = _regions.And(_versions.Scope, translate(s.Cases)) }).Where(s => !s.Cases.IsEmpty),
    ];

    private Dictionary<Owed, Region> StandingAmong(PartyTable table, Func<Region, Region> translate) =>
        table.Standing.ToDictionary(s => s.Key, s => _regions.And(_versions.Scope, translate(s.Value)));

    // New law is no new promise: compare what judges law of both.
    private ILookup<(RuleModality, string), Region> Beyond(
        Dictionary<Owed, Region> these, Dictionary<Owed, Region> those, ISet<string> orders)
    {
        ImmutableArray<(Owed Key, Region Cases)> beyond =
        [
            .. these.Where(s => orders.Contains(s.Key.Order))
                .Select(s => (s.Key, those.TryGetValue(s.Key, out Region? other) ? _regions.Difference(s.Value, other) : s.Value))
                .Where(s => !s.Item2.IsEmpty),
        ];

        // What follows from a sentence is told where the sentence itself shows nothing.
        return beyond.Where(s => !s.Key.Follows || !IsTold(s.Key.Party, beyond)).ToLookup(s => (s.Key.Kind, s.Key.Party), s => s.Cases);
    }

    private bool IsTold(string party, ImmutableArray<(Owed Key, Region Cases)> beyond) =>
        beyond.Any(s => !s.Key.Follows && s.Key.Party == party)
            || !Same(_old.Where(s => s.Party == party), _new.Where(s => s.Party == party));

    private bool Same(IEnumerable<Said> these, IEnumerable<Said> those)
    {
        ILookup<RuleModality, Region> one = these.ToLookup(s => s.Kind, s => s.Cases);
        ILookup<RuleModality, Region> other = those.ToLookup(s => s.Kind, s => s.Cases);
        return one.Select(k => k.Key).Union(other.Select(k => k.Key))
            .All(k => ReferenceEquals(_regions.Union([.. one[k]]), _regions.Union([.. other[k]])));
    }
}
