using PolicyLang.Regions;

namespace PolicyLang.Analysis.Differences;

/// <summary>Part of a difference that the same changed clauses make.</summary>
/// <param name="Values">Its smallest case.</param>
/// <param name="Clauses">The changed clauses that meet in that case.</param>
/// <param name="Cases">Makes the region of its cases.</param>
internal sealed record DifferingPart(long[] Values, ImmutableArray<string> Clauses, Func<Region> Cases);

/// <summary>A change with its cases.</summary>
/// <param name="Change">The change.</param>
/// <param name="Cases">Makes the region of its cases; for a duty, of the given facts with which it comes or goes.</param>
internal sealed record FoundChange(SemanticChange Change, Func<Region> Cases);

/// <summary>Parts a difference by the clauses that make it, the smallest cases first.</summary>
/// <param name="regions">The space.</param>
internal sealed class Parts(RegionSpace regions)
{
    // Most pieces stay as they are from one part to the next.
    private readonly Dictionary<Region, long[]> _smallest = [];

    /// <summary>The parts; together they are the difference.</summary>
    /// <param name="differing">The difference in pieces: their union may be a far larger diagram.</param>
    /// <param name="changed">The clauses that changed, each with cases of which it speaks or spoke.</param>
    public IEnumerable<DifferingPart> Find(IEnumerable<Region> differing, ImmutableArray<(string Clause, Region Cases)> changed)
    {
        ImmutableArray<Region> left = Remaining(differing);
        while (!left.IsEmpty)
        {
            regions.ThrowIfCancelled();
            long[] values = left.Select(Smallest).OrderBy(v => v, Comparer<long[]>.Create(regions.CompareAsWitnesses)).First();
            var meeting = new HashSet<string>(
                changed.Where(c => regions.Holds(c.Cases, values)).Select(c => c.Clause), StringComparer.Ordinal);
            Region[] seen = [.. changed.Where(c => meeting.Contains(c.Clause)).Select(c => c.Cases)];
            ImmutableArray<Region> whole = left;
            yield return new DifferingPart(
                values,
                [.. meeting.OrderBy(n => n, StringComparer.Ordinal)],
                () => regions.Union([.. whole.Select(p => seen.Length == 0 ? p : regions.And(p, regions.Union(seen)))]));
            left = seen.Length == 0 ? [] : Remaining(left.Select(piece => seen.Aggregate(piece, regions.Difference)));
        }
    }

    private long[] Smallest(Region piece)
    {
        if (!_smallest.TryGetValue(piece, out long[]? values))
        {
            values = regions.Witness(piece);
            _smallest.Add(piece, values);
        }

        return values;
    }

    private static ImmutableArray<Region> Remaining(IEnumerable<Region> pieces) => [.. pieces.Where(p => !p.IsEmpty).Distinct()];
}
