using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Decisions;

/// <summary>
/// Finds what a case leaves out and its answer rests on: the attributes in some minimal set of left-out ones of which other values give
/// another outcome.
/// </summary>
internal sealed class AssumedAttributes(RuleBook book)
{
    /// <summary>Sets beyond this number are not looked for (PL9003).</summary>
    public const int MostSets = 5_000;

    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly Dictionary<Region, ImmutableArray<ImmutableSortedSet<string>>> _known = [];
    private long[] _values = [];

    /// <summary>Whether all were found.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The names of the attributes and clocks.</summary>
    /// <param name="values">The case.</param>
    /// <param name="stated">What it states.</param>
    /// <param name="outcome">How it is decided.</param>
    public ISet<string> Find(long[] values, IEnumerable<string> stated, Outcome outcome) =>
        new HashSet<string>(Sets(values, stated, outcome).SelectMany(s => s), StringComparer.Ordinal);

    /// <summary>For each of these names, how many facts the smallest minimal set with it has: 1 where it alone makes the
    /// difference.</summary>
    /// <param name="values">The case.</param>
    /// <param name="stated">What it states.</param>
    /// <param name="outcome">How it is decided.</param>
    public IReadOnlyDictionary<string, int> Weigh(long[] values, IEnumerable<string> stated, Outcome outcome) =>
        Sets(values, stated, outcome).SelectMany(set => set, (set, name) => (name, set.Count))
            .GroupBy(n => n.name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(n => n.Count), StringComparer.Ordinal);

    private ImmutableArray<ImmutableSortedSet<string>> Sets(long[] values, IEnumerable<string> stated, Outcome outcome)
    {
        _values = values;
        _known.Clear();
        // A clock that no rule compares counts as known, since no answer depends on it.
        Region stating = CasePattern.FromValues(_regions, values, stated.SelectMany(book.Space.VariablesOf));
        ISet<int> idle = new IdleClocks(book).Find(book.Rules.Where(r => _regions.Overlaps(r.Trigger, stating)));
        Region pattern = CasePattern.FromValues(_regions, values, stated.SelectMany(book.Space.VariablesOf).Concat(idle));
        Region other = _regions.And(book.Existing, _regions.Difference(pattern, new OutcomeRegions(book, pattern).RegionOf(outcome)));
        return From(other);
    }

    private ImmutableArray<ImmutableSortedSet<string>> From(Region region)
    {
        if (region.IsTerminal)
        {
            return region.IsFull ? [ImmutableSortedSet.Create<string>(StringComparer.Ordinal)] : [];
        }

        if (_known.TryGetValue(region, out ImmutableArray<ImmutableSortedSet<string>> known))
        {
            return known;
        }

        Region stay = region.Child(_values[region.Variable]);
        string attribute = _regions.Variables[region.Variable].Attribute;
        ImmutableArray<ImmutableSortedSet<string>> sets =
            Minimal([.. From(stay),
            .. region.Children.Where(c => !ReferenceEquals(c, stay)).Distinct().SelectMany(c => From(c)).Select(s => s.Add(attribute))]);
        _known.Add(region, sets);
        return sets;
    }

    private ImmutableArray<ImmutableSortedSet<string>> Minimal(IEnumerable<ImmutableSortedSet<string>> sets)
    {
        var minimal = ImmutableArray.CreateBuilder<ImmutableSortedSet<string>>();
        foreach (ImmutableSortedSet<string> set in sets.OrderBy(s => s.Count))
        {
            if (minimal.Count >= MostSets)
            {
                IsComplete = false;
                break;
            }

            if (!minimal.Any(m => m.IsSubsetOf(set)))
            {
                minimal.Add(set);
            }
        }

        return minimal.ToImmutable();
    }
}
