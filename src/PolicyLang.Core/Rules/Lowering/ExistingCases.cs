using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Rules;

/// <summary>The cases that can occur: those that fit every assumption and whose clocks agree with each other.</summary>
internal sealed class ExistingCases(SemanticModel model, RegionCompiler compiler)
{
    private const int HoursPerDay = 24;
    private const int FewestDaysOfMonth = 28;

    // A clock distinguishes values up to its largest comparison; working days cap at three years.
    private const long MostFollowed = 2_000;

    private readonly RegionSpace _regions = compiler.Space.Regions;

    /// <summary>The region of these cases.</summary>
    public Region Find() => model.Assumptions.Aggregate(Clocks(), (all, assumption) => _regions.And(all, Fits(assumption)));

    /// <summary>Whether the cases are surely those of an earlier snapshot: the same assumptions, and clocks compared as far.</summary>
    public static bool AreKept(SemanticModel earlier, SemanticModel model) =>
        model.Assumptions.SequenceEqual(earlier.Assumptions) && model.Clocks.SequenceEqual(earlier.Clocks)
            && model.Clocks.All(c => model.FarthestOf(c) == earlier.FarthestOf(c));

    /// <summary>The cases whose clocks agree with each other.</summary>
    public Region Clocks()
    {
        Region clocks = _regions.Full;
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

            long days = hours is null ? (Reach(ClockKind.WorkingDays) / 2) + 1 : Reach(ClockKind.Hours) / HoursPerDay;
            if (months is { } m)
            {
                long reach = Math.Max(Reach(ClockKind.Months), Math.Min(MostFollowed, (days / FewestDaysOfMonth * 2) + 2));
                clocks = _regions.And(
                    clocks, hours is { } h ? Months(m, h, reach) : working is { } w ? WorkingDaysWithin(m, w, reach) : _regions.Full);
            }

            if (working is { } on && hours is { } elapsed)
            {
                clocks = _regions.And(
                    clocks, WorkingDays(on, elapsed, Math.Max(Reach(ClockKind.WorkingDays), Math.Min(MostFollowed, (days * 2) + 2))));
            }

            int? Clock(ClockKind kind) =>
                ClockNames.Name(kind, started) is var name && compared.Contains(name) ? compiler.Space.VariableOfClock(name) : null;

            // Sentences distinguish values up to this one, including drafts and checks.
            long Reach(ClockKind kind) => Math.Min(model.FarthestOf(ClockNames.Name(kind, started)), long.MaxValue / 4) + 2;
        }

        return clocks;
    }

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

    // Working day n is at least n days away, a later day off one more.
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
