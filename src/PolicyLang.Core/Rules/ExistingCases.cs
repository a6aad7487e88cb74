using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Rules;

/// <summary>The cases that can occur: those that fit every assumption and whose clocks agree with each other.</summary>
internal sealed class ExistingCases(SemanticModel model, RegionCompiler compiler)
{
    private const int HoursPerDay = 24;
    private readonly RegionSpace _regions = compiler.Space.Regions;

    /// <summary>The region of these cases.</summary>
    /// <param name="rules">All rules: how far they look decides how far clocks have to be told apart.</param>
    public Region Find(IEnumerable<Rule> rules)
    {
        Region clocks = _regions.Full;
        ImmutableArray<Region> looked = default;
        foreach (string name in compiler.Space.Clocks)
        {
            if (ClockNames.Parse(name) is not { Kind: not ClockKind.Hours } clock || compiler.Space.VariableOfFact(ClockNames.Name(ClockKind.Hours, clock.Event)) is not { } hours)
            {
                continue;
            }

            looked = looked.IsDefault ? [.. rules.SelectMany(r => new[] { r.Trigger, r.Region })] : looked;
            int variable = compiler.Space.VariableOfClock(name);
            long reach = _regions.LargestStart(looked, variable) + 1;
            clocks = _regions.And(clocks, clock.Kind == ClockKind.Months ? Months(variable, hours, reach) : WorkingDays(variable, hours, reach));
        }

        return model.Assumptions.Aggregate(clocks, (all, assumption) => _regions.And(all, Fits(assumption)));
    }

    /// <summary>The cases that fit one assumption.</summary>
    public Region Fits(BoundAssumption assumption)
    {
        Region condition = compiler.Condition(assumption.Condition);
        return assumption.Implied is null ? _regions.Not(condition) : _regions.Or(_regions.Not(condition), compiler.Condition(assumption.Implied));
    }

    private Region Months(int months, int hours, long reach)
    {
        var parts = new List<Region>();
        for (long value = 0; value <= reach; value++)
        {
            (long fewest, long most) = CalendarClock.DaysBetween(value);
            parts.Add(_regions.And(_regions.Between(months, value, value), _regions.Between(hours, fewest * HoursPerDay, (most * HoursPerDay) + HoursPerDay - 1)));
        }

        parts.Add(_regions.And(_regions.Between(months, reach + 1, long.MaxValue), _regions.Between(hours, CalendarClock.DaysBetween(reach + 1).Fewest * HoursPerDay, long.MaxValue)));
        return _regions.Union(parts);
    }

    // On the n-th working day at least n days have passed, on a day off after it at least one more.
    private Region WorkingDays(int working, int hours, long reach)
    {
        var parts = new List<Region>();
        for (long value = 0; value <= reach + 1; value++)
        {
            parts.Add(_regions.And(_regions.Between(working, value, value <= reach ? value : long.MaxValue), _regions.Between(hours, (value + 1) / 2 * HoursPerDay, long.MaxValue)));
        }

        return _regions.Union(parts);
    }
}
