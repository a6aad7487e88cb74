using System.Text.RegularExpressions;
using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>How far the drafting of a clause is, as its comment says: <c>/// @status approved by Jane Doe on 2026-11-30</c>.</summary>
/// <param name="Word">The word after <c>@status</c>; empty where there is none.</param>
/// <param name="By">Who gave it that status; null where the comment does not say.</param>
/// <param name="On">On which day; null where the comment does not say.</param>
internal sealed record ClauseStatus(string Word, string? By, CalendarDay? On)
{
    private const string Mark = "@status";

    private static readonly Regex Form = new(
        @"^@status\s+(?<word>\S+)(?:\s+by\s+(?<by>.+?))?(?:\s+on\s+(?<on>\d{4}-\d{2}-\d{2}))?$", RegexOptions.CultureInvariant);

    /// <summary>The words that there are, from first to last.</summary>
    public static ImmutableArray<string> Words { get; } = ["draft", "reviewed", "approved"];

    /// <summary>Whether it is one of <see cref="Words"/>, in the form that is known.</summary>
    public bool IsKnown => Words.Contains(Word);

    /// <summary>The status of a clause; null where its comment states none. Of several lines the last counts.</summary>
    public static ClauseStatus? Of(ClauseSymbol clause) => Of(clause.Documentation);

    /// <summary>The status that a comment states; null where it states none. Of several lines the last counts.</summary>
    public static ClauseStatus? Of(string? documentation)
    {
        string? line = documentation?.Split('\n').LastOrDefault(IsStatus);
        if (line is null)
        {
            return null;
        }

        Match match = Form.Match(line.Trim());
        CalendarDay? on = CalendarDay.TryParse(match.Groups["on"].Value, out CalendarDay day) ? day : null;
        return !match.Success || (match.Groups["on"].Success && on is null)
            ? new ClauseStatus(line.Trim().Substring(Mark.Length).Trim(), null, null)
            : new ClauseStatus(match.Groups["word"].Value, match.Groups["by"].Success ? match.Groups["by"].Value : null, on);
    }

    /// <summary>A comment without the lines that state a status; null where nothing is left.</summary>
    public static string? Without(string? documentation) =>
        documentation is null ? null
        : string.Join("\n", documentation.Split('\n').Where(line => !IsStatus(line))) is { Length: > 0 } rest ? rest
        : null;

    /// <summary>"approved by Jane Doe on 2026-11-30".</summary>
    public override string ToString() =>
        Word + (By is null ? string.Empty : $" by {By}") + (On is { } day ? $" on {day}" : string.Empty);

    /// <summary>Where the words after <c>@status</c> stand; the name of the clause where they are not found.</summary>
    internal static Location Locate(ClauseSymbol clause)
    {
        string text = clause.Location.Text.Content;
        int at = text.LastIndexOf(Mark, clause.Location.Span.Start, StringComparison.Ordinal);
        int end = at < 0 ? -1 : text.IndexOfAny(['\r', '\n'], at);
        return end < 0 ? clause.Location : clause.Location with { Span = TextSpan.FromBounds(at, end) };
    }

    private static bool IsStatus(string line)
    {
        string said = line.TrimStart();
        return said.StartsWith(Mark, StringComparison.Ordinal)
            && (said.Length == Mark.Length || char.IsWhiteSpace(said[Mark.Length]));
    }
}
