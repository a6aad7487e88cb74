using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Conflicts;

/// <summary>Makes a conflict that was found known: confirms it, judges it and says it.</summary>
/// <param name="book">The rules.</param>
/// <param name="asOf">The day on which acknowledgements are judged; null to leave their last days out of account.</param>
internal sealed class ConflictReporter(RuleBook book, CalendarDay? asOf)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly CaseWriter _writer = new(book.Space);
    private readonly OverlapResolution _resolutions = new(book);
    private readonly WitnessReplay _replay = new(book);
    private readonly Acknowledgements _acknowledgements = new(book.Model.Acknowledgements, asOf);
    private readonly PartyReport _parties = new(book);
    private readonly Lazy<WaysToComply> _ways = new(() => new WaysToComply(book));

    /// <summary>The conflict with its witness, its days, its parties and its sentences.</summary>
    /// <exception cref="InvalidOperationException">The decision procedure does not confirm the conflict.</exception>
    public Conflict Report(ConflictCandidate found)
    {
        ConflictCandidate candidate = found.Moved(book.Cut.WhereItBears);
        ImmutableArray<ClauseSymbol> clauses =
            [.. candidate.Rules.Select(r => r.Clause).Distinct().OrderBy(c => c.QualifiedName, StringComparer.Ordinal)];
        long[] witness = book.Cut.Witness(candidate.Shown);
        _replay.Confirm(candidate, witness);
        ImmutableArray<DayRange> days = _parties.Days(candidate.Cases);
        bool isFinding = Triage.IsFinding(candidate);
        Acknowledgement? accepted = isFinding ? _acknowledgements.Find(clauses) : null;
        bool ended = isFinding && asOf is { } today && days.All(d => d.Until < today);
        ConflictStatus status = Triage.Status(candidate.Status, accepted is not null, ended);
        Resolution? resolution = candidate.Status == ConflictStatus.Resolved && accepted is null
            ? _resolutions.Resolve(candidate, witness)
            : null;
        (ImmutableArray<CaseFacts> choices, bool complete) =
            candidate.Nature.Kind == ConflictKind.AvoidableDilemma && resolution is null ? Choices(candidate, witness) : ([], true);
        return new Conflict(
            candidate.Descriptor,
            candidate.Kind,
            status,
            Triage.Severity(candidate, status),
            [.. clauses.Select(c => c.QualifiedName)],
            resolution,
            _writer.Write(witness),
            choices,
            ConflictPhrases.Message(candidate, resolution),
            Triage.IsSettled(status) ? null : candidate.Nature.Help(candidate),
            [.. clauses.Select(c =>
                new ClauseLocation(c.QualifiedName, c.Whole)
                { Title = c.Title, Part = ConflictSides.Part(candidate.Rules.First(r => r.Clause == c).Modality) })])
        {
            AvoidByIsComplete = complete,
            StatusByRules = candidate.Status,
            Days = days,
            Sides = ConflictSides.Find(candidate),
            MainClause = candidate.Nature.Main(candidate).Clause.QualifiedName,
            AcceptedBecause = accepted?.Because,
            Parties = _parties.Write(candidate),
            Excuses = candidate.Excuses,
        };
    }

    // Ways to comply with both; the conflict stands even if some are not found.
    private (ImmutableArray<CaseFacts> All, bool AreComplete) Choices(ConflictCandidate candidate, long[] witness)
    {
        Rule obligation = candidate.Rules[0];
        return _ways.Value.Changes(
            () =>
            {
                Region prohibited = _regions.Union(candidate.Rules.Skip(1).Select(book.Uncut).ToList());
                return _regions.Difference(_regions.Or(_regions.Not(obligation.Trigger), obligation.Region), prohibited);
            },
            witness);
    }
}
