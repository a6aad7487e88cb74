using System.Diagnostics;

namespace PolicyLang.Semantics;

/// <summary>The clocks that each event has, and the trigger of a rule.</summary>
internal enum ClockKind
{
    /// <summary>Hours.</summary>
    Hours,

    /// <summary>The calendar. It is kept as 2n on the day that is exactly n months on, and 2n − 1 between n − 1 and n months.</summary>
    Months,

    /// <summary>Working days. It is kept as 2n on the n-th working day, and 2n + 1 on days off after it.</summary>
    WorkingDays,
}

/// <summary>What clocks are called in a case.</summary>
internal static class ClockNames
{
    private const string OfHours = "elapsed_since_";
    private const string OfMonths = "months_since_";
    private const string OfWorkingDays = "working_days_since_";

    /// <summary>The name of a clock.</summary>
    /// <param name="kind">Which clock.</param>
    /// <param name="started">The name of the event; null for the trigger.</param>
    public static string Name(ClockKind kind, string? started) => kind switch
    {
        ClockKind.Hours => started is null ? BuiltInAttributes.Elapsed : OfHours + started,
        ClockKind.Months => started is null ? BuiltInAttributes.ElapsedMonths : OfMonths + started,
        ClockKind.WorkingDays => started is null ? BuiltInAttributes.ElapsedWorkingDays : OfWorkingDays + started,
        _ => throw new UnreachableException(),
    };

    /// <summary>A number of months or working days as its clock keeps it: twice; anything else as it is.</summary>
    /// <param name="name">The attribute or clock.</param>
    /// <param name="value">The number.</param>
    public static long Kept(string name, long value) =>
        !IsHalved(name) ? value : value > long.MaxValue / 2 ? long.MaxValue : value * 2;

    /// <summary>Whether a clock is kept as twice its value.</summary>
    public static bool IsHalved(string name) => Parse(name) is { Kind: ClockKind.Months or ClockKind.WorkingDays };

    /// <summary>Which clock a name is, and of which event; null where it is none.</summary>
    public static (ClockKind Kind, string? Event)? Parse(string name) =>
        name == BuiltInAttributes.Elapsed ? (ClockKind.Hours, null)
        : name == BuiltInAttributes.ElapsedMonths ? (ClockKind.Months, null)
        : name == BuiltInAttributes.ElapsedWorkingDays ? (ClockKind.WorkingDays, null)
        : Since(name, OfHours) is { } hours ? (ClockKind.Hours, hours)
        : Since(name, OfWorkingDays) is { } working ? (ClockKind.WorkingDays, working)
        : Since(name, OfMonths) is { } months ? (ClockKind.Months, months)
        : null;

    private static string? Since(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length ? name.Substring(prefix.Length) : null;
}
