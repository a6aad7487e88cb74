using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Finds every conflict of a workspace, once for each minimal set of clauses, by its worst kind.</summary>
/// <param name="book">The rules.</param>
/// <param name="asOf">The day on which acknowledgements are judged; null to leave their last days out of account.</param>
public sealed class ConflictFinder(RuleBook book, Text.CalendarDay? asOf = null)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly CaseWriter _writer = new(book.Space);
    private readonly OverlapResolution _resolutions = new(book);
    private readonly WitnessReplay _replay = new(book);
    private readonly Acknowledgements _acknowledgements = new(book.Model.Acknowledgements, asOf);
    private readonly DilemmaFinder _dilemmas = new(book);
    private readonly OverlapFinder _overlaps = new(book);
    private readonly TreatyBreachFinder _breaches = new(book);
    private readonly TranspositionFinder _transpositions = new(book);
    private readonly UnlawfulPermissionFinder _unlawful = new(book);
    private readonly UnlawfulProhibitionFinder _forbidding = new(book);
    private readonly TreatyConflictFinder _treaties = new(book);
    private readonly PartyReport _parties = new(book);
    private readonly WaysToComply _ways = new(book);

    /// <summary>The conflicts, sorted by first location, then code and clauses, each with its cases.</summary>
    /// <param name="resolved">Whether overlaps that precedence resolves are wanted too; there are many, and each costs.</param>
    /// <param name="cancellation">Stops the search.</param>
    public ImmutableArray<FoundConflict> FindAll(bool resolved, CancellationToken cancellation = default)
    {
        return Sorted(Search(resolved, null, cancellation).Told.Values);
    }

    /// <summary>The conflicts that precedence does not resolve, with what the next search needs to be quick.</summary>
    /// <param name="earlier">The search among the rules from which these follow; null where there is none.</param>
    /// <param name="cancellation">Stops the search.</param>
    internal ConflictSearchResult Search(ConflictSearchResult? earlier, CancellationToken cancellation) =>
        Search(false, earlier, cancellation);

    internal static ImmutableArray<FoundConflict> Sorted(IEnumerable<FoundConflict> conflicts) =>
        [.. conflicts.OrderBy(c => c.Conflict, Comparer<Conflict>.Create(Compare))];

    private ConflictSearchResult Search(bool resolved, ConflictSearchResult? earlier, CancellationToken cancellation)
    {
        // Clauses are named as undecided even where no conflict would ask where they stand.
        book.Settle();
        var search = new ConflictSearchResult(book, earlier);
        var best = new Dictionary<string, ConflictCandidate>(StringComparer.Ordinal);
        foreach (Rule rule in book.Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<ConflictCandidate>? known = search.Known(rule);
            if (known is { IsEmpty: true } none)
            {
                search.Record(rule, none);
            }
            else if (!IsSearched(rule, known, search, best, resolved))
            {
                book.Undecided.Add(rule.Clause);
            }
        }

        foreach (KeyValuePair<string, ConflictCandidate> candidate in best)
        {
            if (search.ToldBefore(candidate.Key, candidate.Value) is { } before)
            {
                search.Told.Add(candidate.Key, before);
            }
            else if (_regions.TryApart(() => Report(candidate.Value)).TryGet(out Conflict? told))
            {
                search.Told.Add(candidate.Key, new FoundConflict(told, candidate.Value.Rules, candidate.Value.Cases));
            }
            else
            {
                book.Undecided.UnionWith(candidate.Value.Rules.Select(r => r.Clause));
            }
        }

        return search;
    }

    private bool IsSearched(Rule rule, ImmutableArray<ConflictCandidate>? known, ConflictSearchResult search,
        Dictionary<string, ConflictCandidate> best, bool resolved) =>
        _regions.TryApart(() => Take(rule, known ?? SearchMoved(rule, search) ?? [.. Candidates(rule, resolved)], search, best)).IsDecided;

    private int Take(
        Rule rule, ImmutableArray<ConflictCandidate> found, ConflictSearchResult search, Dictionary<string, ConflictCandidate> best)
    {
        search.Record(rule, found);
        foreach (ConflictCandidate candidate in found)
        {
            // What is not known to stand is not known to yield.
            if (candidate.Status != ConflictStatus.Resolved || !candidate.Rules.Any(r => book.Unsettled.Contains(r.Clause)))
            {
                Record(best, candidate);
            }
        }

        return found.Length;
    }

    // A permission that is as it was collides with each opponent by itself, so that only those are looked at which are not.
    private ImmutableArray<ConflictCandidate>? SearchMoved(Rule rule, ConflictSearchResult search)
    {
        if (search.KnownPairs(rule) is not { } known)
        {
            return null;
        }

        Rule[] moved = [.. book.Opponents(rule).Where(search.IsMoved)];
        IEnumerable<ConflictCandidate> contradictions = rule.IsWeak
            ? []
            : _overlaps.Find(rule, RuleModality.Prohibition, ConflictKind.Contradiction, resolved: false, moved);
        return [.. known.Concat(contradictions).Concat(_unlawful.Find(rule, resolved: false, moved))
            .OrderBy(c => c.Nature == ConflictKind.UnlawfulPermission).ThenBy(c => c.Rules[1].Number)];
    }

    /// <summary>Every conflict is found from one of its rules: its duty, its guarantee or its permission.</summary>
    private IEnumerable<ConflictCandidate> Candidates(Rule rule, bool resolved) => rule.Modality switch
    {
        RuleModality.Obligation => _dilemmas.Find(rule, resolved)
            .Concat(_overlaps.Find(rule, RuleModality.Waiver, ConflictKind.WaiverConflict, resolved))
            .Concat(_unlawful.Find(rule, resolved))
            .Concat(_forbidding.Find(rule)),
        RuleModality.Waiver => _unlawful.Find(rule, resolved),
        RuleModality.Prohibition => _breaches.FindPermissions(rule, resolved),
        RuleModality.Permission => (rule.IsWeak ? [] : _overlaps.Find(rule, RuleModality.Prohibition, ConflictKind.Contradiction, resolved))
            .Concat(_unlawful.Find(rule, resolved)),
        RuleModality.AllowGuarantee or RuleModality.NotRequireGuarantee =>
            rule.Judged is null ? _treaties.Find(rule, resolved) : _breaches.Find(rule, resolved),
        RuleModality.DutyToProhibit or RuleModality.DutyToRequire => _transpositions.Find(rule),
        RuleModality.Exemption or RuleModality.PowerToProhibit or RuleModality.PowerToRequire => [],
        _ => throw new UnreachableException(),
    };

    // Several rules of the same clauses may collide; the clauses are reported once, by the worst status and kind.
    private void Record(Dictionary<string, ConflictCandidate> best, ConflictCandidate candidate)
    {
        string key = candidate.Key;
        if (!best.TryGetValue(key, out ConflictCandidate? other) || Badness(candidate) < Badness(other))
        {
            best[key] = candidate;
        }
        else if (Badness(candidate) == Badness(other))
        {
            best[key] = other with
            {
                Cases = _regions.Or(other.Cases, candidate.Cases),
                Concerned = other.Concerned.AddRange(candidate.Concerned),
                Rules = candidate.Nature == ConflictKind.MissingTransposition ? other.Rules.AddRange(candidate.Rules) : other.Rules,
            };
        }
    }

    private static int Badness(ConflictCandidate candidate) =>
        ((int)candidate.Status * 256) + ((DiagnosticSeverity.Error - candidate.Severity) * 32) + ((int)candidate.Kind * 2);

    private static ImmutableArray<ClauseSymbol> Clauses(ConflictCandidate candidate) =>
        [.. candidate.Rules.Select(r => r.Clause).Distinct().OrderBy(c => c.QualifiedName, StringComparer.Ordinal)];

    private Conflict Report(ConflictCandidate candidate)
    {
        ImmutableArray<ClauseSymbol> clauses = Clauses(candidate);
        long[] witness = _regions.Witness(candidate.Shown);
        _replay.Confirm(candidate, witness);
        Acknowledgement? accepted = candidate.IsFinding ? _acknowledgements.Find(clauses) : null;
        bool acknowledged = accepted is not null;
        ImmutableArray<DayRange> days = _parties.Days(candidate.Cases);
        bool ended = candidate.IsFinding && asOf is { } today && days.All(d => d.Until < today);
        ConflictStatus status = acknowledged ? ConflictStatus.Acknowledged : ended ? ConflictStatus.Ended : candidate.Status;
        Resolution? resolution = candidate.Status == ConflictStatus.Resolved && !acknowledged
            ? _resolutions.Resolve(candidate, witness)
            : null;
        (ImmutableArray<CaseFacts> choices, bool complete) = candidate.Nature == ConflictKind.AvoidableDilemma && resolution is null
            ? Choices(candidate, witness)
            : ([], true);
        return new Conflict(
            candidate.Descriptor,
            candidate.Kind,
            status,
            acknowledged || ended ? DiagnosticSeverity.Information : candidate.Severity,
            [.. clauses.Select(c => c.QualifiedName)],
            resolution,
            _writer.Write(witness),
            choices,
            ConflictMessages.Message(candidate, resolution),
            ConflictMessages.Help(candidate, status),
            [.. clauses.Select(c =>
                new ClauseLocation(c.QualifiedName, c.Whole)
                { Part = ConflictSides.Part(candidate.Rules.First(r => r.Clause == c).Modality) })])
        {
            AvoidByIsComplete = complete,
            IsAvoidable = candidate.Nature == ConflictKind.AvoidableDilemma,
            Days = days,
            Sides = ConflictSides.Find(candidate),
            MainClause = ConflictSides.Main(candidate).QualifiedName,
            AcceptedBecause = accepted?.Because,
            Parties = _parties.Write(candidate),
            Excuses = candidate.Excuses,
        };
    }

    // Complying with both: the duty done, or ended by a choice, and in a way that the prohibition leaves open. The conflict is known,
    // whether or not they are all found.
    private (ImmutableArray<CaseFacts> All, bool AreComplete) Choices(ConflictCandidate candidate, long[] witness)
    {
        Rule obligation = candidate.Rules[0];
        return _ways.Changes(
            () =>
            {
                Region prohibited = _regions.Union(candidate.Rules.Skip(1).Select(book.Undefeated).ToList());
                return _regions.Difference(_regions.Or(_regions.Not(obligation.Trigger), obligation.Region), prohibited);
            },
            witness);
    }

    private static int Compare(Conflict a, Conflict b)
    {
        int byPlace = Text.Location.Compare(a.Locations[0].Location, b.Locations[0].Location);
        int byCode = byPlace != 0 ? byPlace : string.CompareOrdinal(a.Descriptor.Code, b.Descriptor.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(a.Fingerprint, b.Fingerprint);
    }
}
