using System.Text;

namespace PolicyLang.LanguageServer.Reports.Document;

/// <summary>Names of places in a report: letters, digits and hyphens, whatever things are called.</summary>
internal static class Anchors
{
    public static string Clause(string qualifiedName) => "clause-" + Plain(qualifiedName);

    public static string Framework(string name) => "instrument-" + Plain(name);

    public static string Group(int number) => $"group-{number}";

    public static string Day(Text.CalendarDay day) => $"day-{day}";

    public static string Changes(Text.CalendarDay day) => $"changes-{day}";

    // Other letters become code points, so that names share no place.
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            plain.Append(
                rune.IsAscii && Rune.IsLetterOrDigit(rune) ? rune.ToString() : rune.Value == '.' ? "-" : $"_{rune.Value:x}_");
        }

        return plain.ToString();
    }
}
