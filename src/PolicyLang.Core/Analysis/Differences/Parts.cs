using PolicyLang.Regions;

namespace PolicyLang.Analysis.Differences;

/// <summary>Part of a difference that the same changed clauses make.</summary>
/// <param name="Values">Its smallest case.</param>
/// <param name="Clauses">The changed clauses that meet in that case.</param>
/// <param name="Cases">Makes the region of its cases.</param>
/// <param name="Piece">The place of the piece of the difference that the smallest case is in.</param>
internal sealed record DifferingPart(long[] Values, ImmutableArray<string> Clauses, Func<Region> Cases, int Piece);

/// <summary>A change with its cases.</summary>
/// <param name="Change">The change.</param>
/// <param name="Cases">Makes the region of its cases; for a duty, of the given facts with which it comes or goes.</param>
internal sealed record FoundChange(SemanticChange Change, Func<Region> Cases);

/// <summary>Parts a difference by the clauses that make it, the smallest cases first.</summary>
/// <param name="regions">The space.</param>
/// <param name="changed">The clauses that changed, each with cases of which it speaks or spoke.</param>
/// <param name="near">
/// For the place of a clause those that its cases may meet, if every difference is told piece by piece, each within the cases of the
/// clause at its place; all unless given.
/// </param>
internal sealed class Parts(
    RegionSpace regions, ImmutableArray<(string Clause, Region Cases)> changed, Func<int, IReadOnlyList<int>>? near = null)
{
    // Most pieces stay as they are from one part to the next.
    private readonly Dictionary<Region, (int Cost, long[] Values)> _smallest = [];
    private readonly ILookup<string, int> _places =
        Enumerable.Range(0, changed.Length).ToLookup(c => changed[c].Clause, StringComparer.Ordinal);

    /// <summary>The parts; together they are the difference.</summary>
    /// <param name="differing">The difference in pieces: their union may be a far larger diagram.</param>
    public IEnumerable<DifferingPart> Find(IEnumerable<Region> differing)
    {
        Region[] pieces = [.. differing];
        int[] distinct =
            [.. Enumerable.Range(0, pieces.Length).Where(p => !pieces[p].IsEmpty).GroupBy(p => pieces[p]).Select(g => g.First())];
        var open = new bool[pieces.Length];
        Array.ForEach(distinct, p => open[p] = true);

        // Found before they are compared: a set may not fail while it sorts.
        var smallest = new (int Cost, long[] Values)[pieces.Length];
        Array.ForEach(distinct, p => smallest[p] = Smallest(pieces[p]));
        var left = new SortedSet<int>(distinct, Comparer<int>.Create((a, b) =>
            smallest[a].Cost != smallest[b].Cost ? smallest[a].Cost.CompareTo(smallest[b].Cost)
            : regions.CompareWitnesses(smallest[a].Values, smallest[b].Values) is var order and not 0 ? order : a.CompareTo(b)));
        while (left.Count > 0)
        {
            regions.ThrowIfCancelled();
            int first = left.Min;
            long[] values = smallest[first].Values;
            ImmutableArray<string> meeting =
            [
                .. Near(first, changed.Length).Where(c => regions.Holds(changed[c].Cases, values))
                    .Select(c => changed[c].Clause).Distinct().OrderBy(n => n, StringComparer.Ordinal),
            ];
            ILookup<int, Region> seen = meeting.SelectMany(n => _places[n])
                .SelectMany(c => Near(c, pieces.Length).Where(p => open[p]).Select(p => (Piece: p, changed[c].Cases)))
                .Distinct().ToLookup(s => s.Piece, s => s.Cases);
            ImmutableArray<(Region Piece, ImmutableArray<Region> Seen)> parted = meeting.IsEmpty
                ? [.. left.Select(p => (pieces[p], ImmutableArray.Create(pieces[p])))]
                : [.. seen.Select(s => (pieces[s.Key], s.ToImmutableArray()))];
            yield return new DifferingPart(
                values, meeting, () => regions.Union([.. parted.Select(p => regions.And(p.Piece, regions.Union(p.Seen)))]), first);
            if (meeting.IsEmpty)
            {
                break;
            }

            foreach (IGrouping<int, Region> piece in seen)
            {
                left.Remove(piece.Key);
                pieces[piece.Key] = piece.Aggregate(pieces[piece.Key], regions.Difference);
                open[piece.Key] = !pieces[piece.Key].IsEmpty;
                if (open[piece.Key])
                {
                    smallest[piece.Key] = Smallest(pieces[piece.Key]);
                    left.Add(piece.Key);
                }
            }
        }
    }

    private IEnumerable<int> Near(int place, int count) => near?.Invoke(place) ?? Enumerable.Range(0, count);

    private (int Cost, long[] Values) Smallest(Region piece)
    {
        if (!_smallest.TryGetValue(piece, out (int Cost, long[] Values) known))
        {
            long[] values = regions.Witness(piece);
            _smallest.Add(piece, known = (regions.CostOf(values), values));
        }

        return known;
    }
}
