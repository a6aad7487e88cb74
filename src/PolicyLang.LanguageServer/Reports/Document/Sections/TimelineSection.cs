using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.LanguageService.Wording;
using System.Text.Json;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>When which answer changes, and why.</summary>
internal static class TimelineSection
{
    private const int MostChanges = 3;

    public static ReportSection Build(ReportFacts facts) => new(
        "timeline", "When things change",
        facts.Timeline.Days.IsEmpty
            ? "No answer changes with the day."
            : "Each day on which some answer changes, compared with the day before.",
        facts.Timeline.Days.IsEmpty
            ? []
            :
            [
                new Drawing("timeline", "How many conflicts begin and end on each day; the table below has the same numbers."),
                new Table(
                    "Days on which an answer changes", ["Day", "Why", "Conflicts that begin (+) or have ended (\u2212)", "Other changes"],
                    [.. facts.Timeline.Days.Select(Row)]),
                .. facts.Timeline.Days.All(d => d.Changes.IsEmpty)
                    ? Array.Empty<Block>()
                    : [new Fold("The other changes in words", [.. facts.Timeline.Days.SelectMany(day => Changes(day, facts.Names))])],
            ]);

    /// <summary>What the drawing shows.</summary>
    public static void WriteData(Utf8JsonWriter json, ReportFacts facts)
    {
        json.WriteStartArray("timeline");
        foreach (TimelineDay day in facts.Timeline.Days)
        {
            json.WriteStartObject();
            json.WriteString("day", day.Day.ToString());
            json.WriteNumber("begin", day.Begins.Length);
            json.WriteNumber("end", day.Ends.Length);
            json.WriteNumber("changes", day.Changes.Length);
            json.WriteString("why", Display.Clean(TimelineWords.Reasons(day)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static TableRow Row(TimelineDay day) => new(
        [
            day.Day.ToString(),
            TimelineWords.Reasons(day),
            string.Join(
                "; ",
                TimelineWords.Groups(day.Begins).Select(g => $"+ {g.Count} {g.Title}")
                    .Concat(TimelineWords.Groups(day.Ends).Select(g => $"\u2212 {g.Count} {g.Title}"))),
            new TableCell(day.Changes.IsEmpty
                ? (Line)string.Empty
                : Line.Of(new Span($"{day.Changes.Length}", Target: "#" + Anchors.Changes(day.Day)))),
        ],
        Anchors.Day(day.Day));

    private static IEnumerable<Block> Changes(TimelineDay day, SpokenNames names) => day.Changes.IsEmpty
        ? []
        :
        [
            new Heading(Anchors.Changes(day.Day), day.Day.ToString()),
            new Bullets(
            [
                .. day.Changes.Take(MostChanges).Select(c => (Line)Change(c, names)),
                .. day.Changes.Length > MostChanges ? [$"and {day.Changes.Length - MostChanges} more"] : Array.Empty<Line>(),
            ]),
        ];

    private static string Change(SemanticChange change, SpokenNames names) =>
        $"{change.Turn}: {(change.Blocks.IsEmpty ? CaseSentence.Write(names.Of(change.Case)) : change.Blocks[0].Spoken)}"
            + (change.Blocks.Length > 1 ? $" and {change.Blocks.Length - 1} more" : string.Empty);
}
