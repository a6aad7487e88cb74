using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageService.Wording;

/// <summary>Words that the forms of a timeline share.</summary>
internal static class TimelineWords
{
    /// <summary>Why answers change on a day, as one phrase.</summary>
    public static string Reasons(TimelineDay day) =>
        day.Reasons.IsEmpty ? "a condition on the date" : string.Join("; ", day.Reasons.Select(r => r.Text));

    /// <summary>Conflicts in groups: the title with the parties, how many, and their clauses.</summary>
    public static ImmutableArray<(string Title, int Count, ImmutableArray<string> Clauses)> Groups(
        ImmutableArray<ConflictChange> changes) =>
    [
        .. changes.GroupBy(c => (ConflictGrouping.Group([c.Conflict])[0].Title, string.Join(", ", c.Parties)))
            .Select(g => (
                g.Key.Title + (g.First().Parties.IsEmpty ? string.Empty : $", for {CaseSentence.List(g.First().Parties, "and")}"),
                g.Count(),
                g.Select(c => string.Join(" + ", c.Conflict.Sides.SelectMany(s => s.Clauses))).ToImmutableArray()))
            .OrderByDescending(g => g.Item2).ThenBy(g => g.Item1, StringComparer.Ordinal),
    ];

    /// <summary>How many days there are, and of which time.</summary>
    public static string Summary(Timeline timeline, DayRange? window) =>
        $"{(timeline.Days.IsEmpty ? "no day" : WireNames.Count(timeline.Days.Length, "day"))} on which some answer changes"
            + (window is { } days ? $", from {days.From} until {days.Until}" : string.Empty);
}
