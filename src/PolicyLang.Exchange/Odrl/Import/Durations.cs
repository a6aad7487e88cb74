using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyLang.Exchange.Odrl.Import;

/// <summary>Lengths of time as XML Schema writes them (<c>P3D</c>, <c>PT12H</c>, <c>P2M</c>).</summary>
internal static partial class Durations
{
    private const int HoursPerDay = 24;
    private const int DaysPerWeek = 7;
    private const int MonthsPerYear = 12;

    /// <summary>The hours of a length; null where it is none, has months, or is no whole number of hours.</summary>
    public static long? Hours(string text)
    {
        Match match = Form().Match(text);
        return match.Success && text.Length > 1 && Part(match, "years") == 0 && Part(match, "months") == 0
            && Part(match, "minutes") % 60 == 0
            && Part(match, "seconds") == 0
                ? (((Part(match, "weeks") * DaysPerWeek) + Part(match, "days")) * HoursPerDay) + Part(match, "hours")
                    + (Part(match, "minutes") / 60)
                : null;
    }

    /// <summary>The months of a length; null where it is none, or has days or hours.</summary>
    public static long? Months(string text)
    {
        Match match = Form().Match(text);
        return match.Success && text.Length > 1 && match.Groups.Values.Skip(1).Where(g => g.Success
            && g.Name is not ("years" or "months")).All(g => g.Value.Trim('0').Length == 0)
            ? (Part(match, "years") * MonthsPerYear) + Part(match, "months")
            : null;
    }

    private static long Part(Match match, string name) =>
        match.Groups[name].Success ? long.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^P(?:(?<years>[0-9]{1,6})Y)?(?:(?<months>[0-9]{1,6})M)?(?:(?<weeks>[0-9]{1,6})W)?(?:(?<days>[0-9]{1,8})D)?"
        + "(?:T(?:(?<hours>[0-9]{1,9})H)?(?:(?<minutes>[0-9]{1,9})M)?(?:(?<seconds>[0-9]{1,9})(?:\\.0+)?S)?)?$",
            RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
