using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Conflicts;

/// <summary>The cases that a search for conflicts is limited to.</summary>
public sealed class ConflictScope
{
    private readonly RegionSpace _regions;
    private readonly Region _duties;
    private readonly Region _others;

    private ConflictScope(RegionSpace regions, Region duties, Region others)
    {
        _regions = regions;
        _duties = duties;
        _others = others;
    }

    /// <summary>The cases of one day.</summary>
    public static ConflictScope On(CalendarDay day, CaseSpace space)
    {
        AttributeSymbol date = space.Attributes.First(a => a.Name == BuiltInAttributes.Date);
        Region region = space.Regions.Between(space.VariableOf(date), day.Number, day.Number);
        return new ConflictScope(space.Regions, region, region);
    }

    /// <summary>One case: a duty collides there if it does for its given facts, whatever is chosen; other rules, if they meet in the case itself.</summary>
    public static ConflictScope In(long[] values, CaseSpace space) =>
        new(space.Regions, Point(values, space.Regions.Frontier, space.Regions), Point(values, values.Length, space.Regions));

    internal Region Narrow(ConflictCandidate candidate) =>
        _regions.And(candidate.Cases, candidate.Rules[0].Modality == RuleModality.Obligation ? _duties : _others);

    private static Region Point(long[] values, int count, RegionSpace regions)
    {
        // From the last variable up, so that each step adds one node on top.
        Region point = regions.Full;
        for (int i = count - 1; i >= 0; i--)
        {
            point = regions.And(regions.Between(i, values[i], values[i]), point);
        }

        return point;
    }
}
