using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService.Wording;
using PolicyLang.Semantics;

namespace PolicyLang.Cli.Reporters;

/// <summary>A timeline as Markdown: a heading for each day.</summary>
/// <param name="output">Where to write.</param>
/// <param name="all">Whether all is told, however much it is.</param>
internal sealed class TimelineMarkdown(TerminalWriter output, bool all)
{
    private const int Most = 10;

    public void Write(Timeline timeline, DayRange? window)
    {
        output.Own($"## {TimelineWords.Summary(timeline, window)}\n");
        foreach (Problem problem in timeline.Undecided)
        {
            output.Own($"**{(problem.Limit ?? LimitDiagnostics.Unanswered).Code}:** {MarkdownText.Escape(problem.Message)}\n");
        }

        foreach (TimelineDay day in timeline.Days)
        {
            output.Own($"### {day.Day}: {MarkdownText.Escape(TimelineWords.Reasons(day))}\n");
            string[] lines =
            [
                .. Groups("begins", day.Begins),
                .. Groups("ended", day.Ends),
                .. day.Changes.Select(c => MarkdownText.Escape(
                    $"{c.Turn}: {(c.Blocks.IsEmpty ? CaseSentence.Write(c.Case) : string.Join("; ", c.Blocks))}")),
            ];
            foreach (string line in all ? lines : [.. lines.Take(Most)])
            {
                output.Own($"- {line}");
            }

            output.Own(!all && lines.Length > Most ? $"\nand {lines.Length - Most} more (`--all`)\n" : string.Empty);
        }
    }

    private static IEnumerable<string> Groups(string word, ImmutableArray<ConflictChange> changes) =>
        TimelineWords.Groups(changes).Select(g => $"{word}: {MarkdownText.Escape($"{g.Title} ({string.Join("; ", g.Clauses)})")}");
}
