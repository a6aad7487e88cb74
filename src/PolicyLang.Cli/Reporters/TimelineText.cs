using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageService.Wording;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;

namespace PolicyLang.Cli.Reporters;

/// <summary>A timeline for people: a paragraph for each day.</summary>
/// <param name="ink">The colours.</param>
/// <param name="output">Where to write.</param>
/// <param name="all">Whether all is told, however much it is.</param>
internal sealed class TimelineText(AnsiStyle ink, TerminalWriter output, bool all)
{
    /// <summary>How many changes of a day are told unless all are wanted.</summary>
    public const int MostChanges = 3;

    /// <summary>How many days are told unless all are wanted.</summary>
    public const int MostDays = 60;

    private const int MostGroups = 4;

    public void Write(Timeline timeline, DayRange? window)
    {
        foreach (TimelineDay day in Told(timeline.Days, MostDays))
        {
            output.Line($"{ink.Bold($"{day.Day.ToString()}")}  {TimelineWords.Reasons(day)}");
            Groups("+", day.Begins);
            Groups("-", day.Ends);
            foreach (SemanticChange change in Told(day.Changes, MostChanges))
            {
                string where = change.Blocks.IsEmpty ? CaseSentence.Write(change.Case) : change.Blocks[0].Written;
                string more = !all && change.Blocks.Length > 1 ? $" and {change.Blocks.Length - 1} more (--all)" : string.Empty;
                output.Line($"    {change.Turn}: {where}{more}");
                foreach (string block in all ? change.Blocks.Skip(1).Select(b => b.Written) : [])
                {
                    output.Line($"      {block}");
                }
            }

            More(day.Changes.Length, MostChanges);
        }

        More(timeline.Days.Length, MostDays);
        output.Line($"{TimelineWords.Summary(timeline, window)}");
        new ComparisonText(ink, output, all).WriteUndecided(timeline.Undecided);
    }

    private void Groups(string sign, ImmutableArray<ConflictChange> changes)
    {
        ImmutableArray<(string Title, int Count, ImmutableArray<string> Clauses)> groups = TimelineWords.Groups(changes);
        foreach ((string title, int count, ImmutableArray<string> clauses) in Told(groups, MostGroups))
        {
            output.Line($"    {sign} {WireNames.Count(count, "conflict")}: {title} ({string.Join("; ", Told(clauses, MostGroups))}"
                + $"{(!all && clauses.Length > MostGroups ? $" and {clauses.Length - MostGroups} more (--all)" : string.Empty)})");
        }

        More(groups.Length, MostGroups);
    }

    private ImmutableArray<T> Told<T>(ImmutableArray<T> items, int most) => all || items.Length <= most ? items : items[..most];

    private void More(int count, int most)
    {
        if (!all && count > most)
        {
            output.Line($"    and {count - most} more (--all)");
        }
    }
}
