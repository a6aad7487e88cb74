using PolicyLang.Conflicts.Kinds;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>Finds every conflict of a workspace, once for each minimal set of clauses, by its worst kind.</summary>
/// <param name="book">The rules.</param>
/// <param name="asOf">The day on which acknowledgements are judged; null to leave their last days out of account.</param>
internal sealed class ConflictFinder(RuleBook book, Text.CalendarDay? asOf = null)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly ConflictReporter _reporter = new(book, asOf);
    private readonly ImmutableArray<IConflictDetector> _detectors = ConflictKinds.Detectors(book);

    /// <summary>The conflicts, sorted by first location, then code and clauses, each with its cases.</summary>
    /// <param name="resolved">Whether overlaps that precedence resolves are wanted too; there are many, and each costs.</param>
    /// <param name="cancellation">Stops the search.</param>
    public ImmutableArray<FoundConflict> FindAll(bool resolved, CancellationToken cancellation = default) =>
        Sorted(Search(resolved, ConflictMemory.None, cancellation).Values);

    /// <summary>The conflicts that precedence does not resolve, by their clauses.</summary>
    /// <param name="memory">What is known of earlier searches.</param>
    /// <param name="cancellation">Stops the search.</param>
    internal Dictionary<string, FoundConflict> FindNotResolved(ConflictMemory memory, CancellationToken cancellation) =>
        Search(false, memory, cancellation);

    internal static ImmutableArray<FoundConflict> Sorted(IEnumerable<FoundConflict> conflicts) =>
        [.. conflicts.OrderBy(c => c.Conflict, Comparer<Conflict>.Create(Conflict.Compare))];

    private Dictionary<string, FoundConflict> Search(bool resolved, ConflictMemory memory, CancellationToken cancellation)
    {
        // Clauses are named as undecided even where no conflict would ask where they stand.
        book.Settle();
        var worst = new Dictionary<string, ConflictCandidate>(StringComparer.Ordinal);
        foreach (Rule rule in book.Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<ConflictCandidate>? known = resolved || book.IsContested(rule) ? memory.Known(rule) : [];
            if (known is { IsEmpty: true } none)
            {
                memory.Record(rule, none);
            }
            else if (!_regions.TryApart(() => Take(rule, known ?? Candidates(rule, resolved, memory), memory, worst)).IsDecided)
            {
                book.Undecided.Add(rule.Clause);
            }
        }

        var found = new Dictionary<string, FoundConflict>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, ConflictCandidate> candidate in worst)
        {
            if (memory.ReportedBefore(candidate.Value) is { } before)
            {
                found.Add(candidate.Key, before);
            }
            else if (_regions.TryApart(() => _reporter.Report(candidate.Value)).TryGet(out Conflict? conflict))
            {
                found.Add(candidate.Key, new FoundConflict(conflict, candidate.Value.Rules, candidate.Value.Cases));
            }
            else
            {
                book.Undecided.UnionWith(candidate.Value.Rules.Select(r => r.Clause));
            }
        }

        return found;
    }

    private int Take(
        Rule rule, ImmutableArray<ConflictCandidate> found, ConflictMemory memory, Dictionary<string, ConflictCandidate> worst)
    {
        memory.Record(rule, found);
        foreach (ConflictCandidate candidate in found)
        {
            // What is not known to stand is not known to yield.
            if (candidate.Status != ConflictStatus.Resolved || !candidate.Rules.Any(r => book.Unsettled.Contains(r.Clause)))
            {
                Keep(worst, candidate);
            }
        }

        return found.Length;
    }

    private ImmutableArray<ConflictCandidate> Candidates(Rule rule, bool resolved, ConflictMemory memory) =>
        memory.KnownInPart(rule) is var (known, others)
            ? [.. known.Concat(_detectors.SelectMany(d => d.Find(rule, resolved, others)))
                .OrderBy(c => ConflictKinds.All.IndexOf(c.Nature)).ThenBy(c => c.Rules[1].Number)]
            : [.. _detectors.SelectMany(d => d.Find(rule, resolved, null))];

    // Report each set of clauses once, by the worst status and kind.
    private void Keep(Dictionary<string, ConflictCandidate> worst, ConflictCandidate candidate)
    {
        int order = worst.TryGetValue(candidate.Key, out ConflictCandidate? other)
            ? Triage.Rank(candidate) - Triage.Rank(other)
            : -1;
        if (order < 0)
        {
            worst[candidate.Key] = candidate;
        }
        else if (order == 0 && other is not null)
        {
            worst[candidate.Key] = other with
            {
                Cases = _regions.Or(other.Cases, candidate.Cases),
                Concerned = other.Concerned.AddRange(candidate.Concerned),
                Rules = candidate.Nature.NamesAllRules ? other.Rules.AddRange(candidate.Rules) : other.Rules,
            };
        }
    }
}
