using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Finds every conflict of a workspace, once for each minimal set of clauses, by its worst kind.</summary>
public sealed class ConflictFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly CaseWriter _writer = new(book.Space);
    private readonly PointDecider _point = new(book);
    private readonly WaysToComply _ways = new(book);

    /// <summary>The conflicts, sorted by first location, then code and clauses, each with its cases.</summary>
    /// <param name="resolved">Whether overlaps that precedence resolves are wanted too; there are many, and each costs.</param>
    /// <param name="cancellation">Stops the search.</param>
    public ImmutableArray<FoundConflict> FindAll(bool resolved, CancellationToken cancellation = default)
    {
        var dilemmas = new DilemmaFinder(book);
        var contradictions = new ContradictionFinder(book);
        var best = new Dictionary<string, ConflictCandidate>(StringComparer.Ordinal);
        foreach (Rule rule in book.Rules.Where(r => !r.IsSoft))
        {
            cancellation.ThrowIfCancellationRequested();
            IEnumerable<ConflictCandidate> found = rule.Modality switch
            {
                RuleModality.Obligation => dilemmas.Find(rule, resolved),
                RuleModality.Permission when !rule.IsWeak => contradictions.Find(rule, resolved),
                _ => [],
            };
            _regions.BeginWork();
            try
            {
                foreach (ConflictCandidate candidate in found)
                {
                    Keep(best, candidate);
                }
            }
            catch (RegionBudgetException)
            {
                book.Undecided.Add(rule.Clause);
            }
        }

        return [.. best.Values.Select(c => new FoundConflict(Tell(c), c.Rules, c.Cases)).OrderBy(c => c.Conflict, Comparer<Conflict>.Create(Compare))];
    }

    // Several rules of the same clauses may collide; the clauses are reported once, by the worst status and kind.
    private static void Keep(Dictionary<string, ConflictCandidate> best, ConflictCandidate candidate)
    {
        string key = string.Join("+", Clauses(candidate).Select(c => c.QualifiedName));
        if (!best.TryGetValue(key, out ConflictCandidate? other) || Badness(candidate) < Badness(other))
        {
            best[key] = candidate;
        }
    }

    private static (ConflictStatus, ConflictKind) Rank(ConflictCandidate candidate) => (candidate.Status, candidate.Kind);

    private static int Badness(ConflictCandidate candidate) => ((int)Rank(candidate).Item1 * 16) + (int)Rank(candidate).Item2;

    private static ImmutableArray<ClauseSymbol> Clauses(ConflictCandidate candidate) =>
        [.. candidate.Rules.Select(r => r.Clause).Distinct().OrderBy(c => c.QualifiedName, StringComparer.Ordinal)];

    private Conflict Tell(ConflictCandidate candidate)
    {
        ImmutableArray<ClauseSymbol> clauses = Clauses(candidate);
        long[] witness = _regions.Witness(candidate.Cases);
        ConflictStatus status = candidate.Status != ConflictStatus.Resolved && IsAcknowledged(clauses) ? ConflictStatus.Acknowledged : candidate.Status;
        Resolution? resolution = candidate.Status == ConflictStatus.Resolved ? Resolve(candidate, witness) : null;
        DiagnosticDescriptor descriptor = candidate.Kind switch
        {
            ConflictKind.Dilemma => ConflictDiagnostics.Dilemma,
            ConflictKind.AvoidableDilemma => ConflictDiagnostics.AvoidableDilemma,
            _ => ConflictDiagnostics.Contradiction,
        };
        return new Conflict(
            descriptor,
            candidate.Kind,
            status,
            status is ConflictStatus.Acknowledged or ConflictStatus.Resolved ? DiagnosticSeverity.Information : descriptor.Severity,
            [.. clauses.Select(c => c.QualifiedName)],
            resolution,
            _writer.Write(witness),
            candidate.Kind == ConflictKind.AvoidableDilemma && resolution is null ? Choices(candidate, witness) : [],
            ConflictMessages.Message(candidate, resolution),
            ConflictMessages.Help(candidate, status),
            [.. clauses.Select(c => new ClauseLocation(c.QualifiedName, c.Whole))]);
    }

    private bool IsAcknowledged(ImmutableArray<ClauseSymbol> clauses) =>
        book.Model.Acknowledgements.Any(a => a.Clauses.Distinct().Count() == clauses.Length && clauses.All(a.Clauses.Contains));

    // The winner is the clause that stands there, which may be a third one.
    private Resolution Resolve(ConflictCandidate candidate, long[] witness)
    {
        ImmutableArray<PointDecider.Application> applied = _point.Apply(candidate.Rules, witness);
        PointDecider.Application fallen = applied.First(a => !a.Stands && candidate.Rules.Contains(a.Rule));
        Rule winner = fallen.FelledBy ?? fallen.Rule;
        return new Resolution(fallen.Principle, winner.Clause.QualifiedName);
    }

    // Complying with both: the duty done, or ended by a choice, and in a way that the prohibition leaves open.
    private ImmutableArray<CaseFacts> Choices(ConflictCandidate candidate, long[] witness)
    {
        Rule obligation = candidate.Rules[0];
        Region prohibited = _regions.Union(candidate.Rules.Skip(1).Select(book.Standing).ToList());
        Region comply = _regions.Minus(_regions.Or(_regions.Not(obligation.Trigger), obligation.Region), prohibited);
        return _ways.Changes(comply, witness);
    }

    private static int Compare(Conflict a, Conflict b)
    {
        int byPlace = Text.Location.Compare(a.Locations[0].Location, b.Locations[0].Location);
        int byCode = byPlace != 0 ? byPlace : string.CompareOrdinal(a.Descriptor.Code, b.Descriptor.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(a.Fingerprint, b.Fingerprint);
    }
}
