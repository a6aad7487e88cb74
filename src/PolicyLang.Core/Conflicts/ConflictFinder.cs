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
        PieceWork.Each<SearchedRule, Attempt<ImmutableArray<ConflictCandidate>>>(
            _regions, book.Space.Engine, Searched(resolved, memory),
            () => From(ConflictKinds.Detectors(book), resolved, cancellation),
            (found, moved) => found.TryGet(out ImmutableArray<ConflictCandidate> candidates)
                ? new Attempt<ImmutableArray<ConflictCandidate>>([.. candidates.Select(c => c.Moved(moved))])
                : found,
            (searched, found) =>
            {
                if (!found.TryGet(out ImmutableArray<ConflictCandidate> candidates)
                    || !_regions.TryApart(() => Take(searched.Rule, candidates, memory, worst)).IsDecided)
                {
                    book.Leave(searched.Rule.Clause);
                }
            });
        return Report(worst, memory);
    }

    // What is known to find nothing is not searched.
    private List<SearchedRule> Searched(bool resolved, ConflictMemory memory)
    {
        var searched = new List<SearchedRule>();
        foreach (Rule rule in book.Rules)
        {
            ImmutableArray<ConflictCandidate>? known = resolved || book.IsContested(rule) ? memory.Known(rule) : [];
            if (known is { IsEmpty: true } none)
            {
                memory.Record(rule, none);
            }
            else
            {
                searched.Add(known is { } whole
                    ? new SearchedRule(rule, whole, [])
                    : memory.KnownInPart(rule) is var (part, others) ? new SearchedRule(rule, part, others)
                    : new SearchedRule(rule, [], null));
            }
        }

        return searched;
    }

    private Func<SearchedRule, Attempt<ImmutableArray<ConflictCandidate>>> From(
        ImmutableArray<IConflictDetector> detectors, bool resolved, CancellationToken cancellation) => searched =>
    {
        cancellation.ThrowIfCancellationRequested();
        if (searched.Others is { Length: 0 })
        {
            return new Attempt<ImmutableArray<ConflictCandidate>>(searched.Known);
        }

        return _regions.TryApart<ImmutableArray<ConflictCandidate>>(() =>
        {
            IEnumerable<ConflictCandidate> found = detectors.SelectMany(d => d.Find(searched.Rule, resolved, searched.Others));
            return searched.Others is null ? [.. found]
                : [.. searched.Known.Concat(found).OrderBy(c => ConflictKinds.All.IndexOf(c.Nature)).ThenBy(c => c.Rules[1].Number)];
        });
    };

    private Dictionary<string, FoundConflict> Report(Dictionary<string, ConflictCandidate> worst, ConflictMemory memory)
    {
        var found = new Dictionary<string, FoundConflict>(StringComparer.Ordinal);
        var told = new List<ConflictCandidate>();
        foreach (ConflictCandidate candidate in worst.Values)
        {
            if (memory.ReportedBefore(candidate) is { } before)
            {
                found.Add(candidate.Key, before);
            }
            else
            {
                told.Add(candidate);
            }
        }

        PieceWork.Each<ConflictCandidate, Attempt<Conflict>>(
            _regions, book.Space.Engine, told,
            () =>
            {
                var reporter = new ConflictReporter(book, asOf);
                return candidate => _regions.TryApart(() => reporter.Report(candidate));
            },
            (conflict, _) => conflict,
            (candidate, conflict) =>
            {
                if (conflict.TryGet(out Conflict? known))
                {
                    found.Add(candidate.Key, new FoundConflict(known, candidate.Rules, candidate.Cases));
                }
                else
                {
                    book.Undecided.UnionWith(candidate.Rules.Select(r => r.Clause));
                }
            });
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

    /// <summary>A rule from which conflicts are sought.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Known">What is known to be found from it.</param>
    /// <param name="Others">The opposing rules that are to be looked at; null for all.</param>
    private readonly record struct SearchedRule(Rule Rule, ImmutableArray<ConflictCandidate> Known, Rule[]? Others);
}
