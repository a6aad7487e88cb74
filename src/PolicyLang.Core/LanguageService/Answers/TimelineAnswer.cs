using PolicyLang.Analysis;
using PolicyLang.LanguageService.Wording;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageService.Answers;

/// <summary>A timeline as lines to read: a section for each day.</summary>
internal static class TimelineAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="of">The frameworks and orders that were asked about; empty for all.</param>
    /// <param name="timeline">The days.</param>
    /// <param name="window">The days that were asked about; null for all.</param>
    /// <param name="places">Where names stand.</param>
    public static AnswerText Write(ImmutableArray<string> of, Timeline timeline, DayRange? window, AnswerPlaces places) => new(
        of.IsEmpty ? "When answers change" : $"When answers change for {Decisions.CaseSentence.List(of, "and")}",
        [Sentences.Begin(TimelineWords.Summary(timeline, window))],
        [.. timeline.Days.Select(day => new AnswerSection(day.Day.ToString(), [.. Rows(day, places)]))],
        [.. timeline.Undecided.Select(u => u.Message)]);

    private static IEnumerable<AnswerRow> Rows(TimelineDay day, AnswerPlaces places)
    {
        if (day.Reasons.IsEmpty)
        {
            yield return new AnswerRow("reason", Sentences.Begin(TimelineWords.Reasons(day)), [], []);
        }

        foreach (TimelineReason reason in day.Reasons)
        {
            string name = reason.Place.Text.Content.Substring(reason.Place.Span.Start, reason.Place.Span.Length);
            yield return new AnswerRow("reason", Sentences.Begin(reason.Text), [], [new AnswerPlace(name, null, reason.Place)]);
        }

        foreach (AnswerRow row in Groups("begins", "begin", day.Begins, places).Concat(Groups("ends", "end", day.Ends, places)))
        {
            yield return row;
        }

        foreach (SemanticChange change in day.Changes)
        {
            yield return DifferenceAnswer.Row(change, places);
        }
    }

    private static IEnumerable<AnswerRow> Groups(string one, string several, ImmutableArray<ConflictChange> changes, AnswerPlaces places) =>
        TimelineWords.Groups(changes).Select(group => new AnswerRow(
            one,
            $"{WireNames.Count(group.Count, $"conflict {one}", $"conflicts {several}")}: {group.Title}.",
            group.Clauses,
            places.Find(group.Clauses.SelectMany(pair => pair.Split([" + "], StringSplitOptions.None)))));
}
