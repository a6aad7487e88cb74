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
    public Region Find(IEnumerable<Rule> rules) =>
        model.Assumptions.Aggregate(Clocks(rules), (all, assumption) => _regions.And(all, Fits(assumption)));

    /// <summary>Whether the cases are surely those of an earlier snapshot: the same assumptions, and clocks compared as far in what is new
    /// as in what is gone.</summary>
    public static bool AreKept(RuleDelta succession, RuleBook earlier, SemanticModel model)
    {
        RegionSpace regions = earlier.Space.Regions;
        Region[] gone = [.. Compared(earlier.Rules.Where(r => succession.Successor(r) is null))];
        Region[] fresh = [.. Compared(succession.Fresh)];
        return model.Assumptions.SequenceEqual(earlier.Model.Assumptions)
            && model.Clocks.SequenceEqual(earlier.Model.Clocks)
            && model.Clocks.Select(earlier.Space.VariableOfClock).All(v => regions.LargestStart(gone, v) == regions.LargestStart(fresh, v));
    }

    /// <summary>The cases whose clocks agree with each other.</summary>
    /// <param name="rules">All rules.</param>
    public Region Clocks(IEnumerable<Rule> rules)
    {
        Region clocks = _regions.Full;
        ImmutableArray<Region> looked = default;
        HashSet<string> compared = [.. model.Clocks];
        foreach (string? started in compared.Select(c => ClockNames.Parse(c)?.Event).Distinct())
        {
            int? hours = Clock(ClockKind.Hours);
            int? months = Clock(ClockKind.Months);
            int? working = Clock(ClockKind.WorkingDays);
            if (hours is null ? months is null || working is null : months is null && working is null)
            {
                continue;
            }

            looked = looked.IsDefault ? [.. Compared(rules)] : looked;
            if (months is { } m)
            {
                clocks = _regions.And(
                    clocks, hours is { } h ? Months(m, h, Reach(m)) : working is { } w ? WorkingDaysWithin(m, w, Reach(m)) : _regions.Full);
            }

            if (working is { } days && hours is { } elapsed)
            {
                clocks = _regions.And(clocks, WorkingDays(days, elapsed, Reach(days)));
            }

            int? Clock(ClockKind kind) =>
                ClockNames.Name(kind, started) is var name && compared.Contains(name) ? compiler.Space.VariableOfClock(name) : null;
            long Reach(int variable) => _regions.LargestStart(looked, variable) + 1;
        }

        return clocks;
    }

    private static IEnumerable<Region> Compared(IEnumerable<Rule> rules) => rules.SelectMany(r => new[] { r.Trigger, r.Region });

    /// <summary>The cases that fit one assumption.</summary>
    public Region Fits(BoundAssumption assumption)
    {
        Region condition = compiler.Condition(assumption.Condition);
        return assumption.Implied is null
            ? _regions.Not(condition)
            : _regions.Or(_regions.Not(condition), compiler.Condition(assumption.Implied));
    }

    private Region Months(int months, int hours, long reach)
    {
        var parts = new List<Region>();
        for (long value = 0; value <= reach; value++)
        {
            (long fewest, long most) = CalendarClock.DaysBetween(value);
            parts.Add(_regions.And(_regions.Between(months, value, value),
                _regions.Between(hours, fewest * HoursPerDay, (most * HoursPerDay) + HoursPerDay - 1)));
        }

        parts.Add(_regions.And(_regions.Between(months, reach + 1, long.MaxValue),
            _regions.Between(hours, CalendarClock.DaysBetween(reach + 1).Fewest * HoursPerDay, long.MaxValue)));
        return _regions.Union(parts);
    }

    // Where nothing compares hours: there are no more working days than days.
    private Region WorkingDaysWithin(int months, int working, long reach)
    {
        var parts = new List<Region> { _regions.Between(months, reach + 1, long.MaxValue) };
        for (long value = 0; value <= reach; value++)
        {
            parts.Add(_regions.And(
                _regions.Between(months, value, value), _regions.Between(working, 0, 2 * CalendarClock.DaysBetween(value).Most)));
        }

        return _regions.Union(parts);
    }

    // On the n-th working day at least n days have passed, on a day off after it at least one more.
    private Region WorkingDays(int working, int hours, long reach)
    {
        var parts = new List<Region>();
        for (long value = 0; value <= reach + 1; value++)
        {
            parts.Add(_regions.And(_regions.Between(working, value, value <= reach ? value : long.MaxValue),
                _regions.Between(hours, (value + 1) / 2 * HoursPerDay, long.MaxValue)));
        }

        return _regions.Union(parts);
    }
}
