using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis.Differences;

/// <summary>Which of some regions may have a case in common, without comparing most of them.</summary>
internal sealed class Meetings
{
    // Comparing so few is cheaper than finding their boxes.
    private const int MostWithoutIndex = 48;

    private readonly ImmutableArray<Region> _all;
    private readonly ILookup<Region, int> _places;
    private readonly ImmutableArray<Region> _distinct;
    private readonly Dictionary<Region, int> _numbers = [];
    private readonly RuleIndex.Searcher? _index;

    /// <param name="regions">The space.</param>
    /// <param name="all">The regions.</param>
    public Meetings(RegionSpace regions, ImmutableArray<Region> all)
    {
        _all = all;
        _places = Enumerable.Range(0, all.Length).Where(i => !all[i].IsEmpty).ToLookup(i => all[i]);
        _distinct = [.. _places.Select(p => p.Key)];
        if (_distinct.Length > MostWithoutIndex)
        {
            foreach (Region region in _distinct)
            {
                _numbers.Add(region, _numbers.Count);
            }

            _index = new RuleIndex(new BoundingBoxes(regions, _distinct, workers: 1), Enumerable.Range(0, _distinct.Length)).Search();
        }
    }

    /// <summary>The places of the regions that may meet one that is not empty, itself among them; none of the others does.</summary>
    /// <param name="place">Its place in the list.</param>
    public IEnumerable<int> Of(int place)
    {
        if (_index is null)
        {
            return _places.SelectMany(p => p);
        }

        var met = new List<int>();
        _index.Meeting(_numbers[_all[place]], met);
        return met.SelectMany(m => _places[_distinct[m]]);
    }
}
