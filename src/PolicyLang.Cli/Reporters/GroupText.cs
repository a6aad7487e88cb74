using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>A group of conflicts for people.</summary>
internal sealed class GroupText(AnsiStyle ink)
{
    private const int MostConflicts = 5;
    private const int MostPlaces = 2;

    /// <summary>Its headline, its first conflicts, where they arise, one case and one help.</summary>
    /// <param name="group">The group.</param>
    /// <param name="report">The run that it is of.</param>
    /// <param name="output">Where to write.</param>
    public void Write(ConflictGroup group, Report report, TerminalWriter output)
    {
        output.Line($"{Heading(group)}: {ink.Bold(group.Headline)}");
        ImmutableArray<Conflict> shown = [.. group.Conflicts.Take(MostConflicts)];
        int width = shown.Max(c => Clauses(c).Length);
        foreach (Conflict conflict in shown)
        {
            output.Line($"  {Clauses(conflict).PadRight(width)} {ink.Blue("-->")} {Display.Place(conflict.Locations[0].Location)}");
        }

        if (group.Conflicts.Length > MostConflicts)
        {
            output.Line($"  and {group.Conflicts.Length - MostConflicts} more");
        }

        foreach (CasesLine where in report.Where(group.Conflicts, MostPlaces))
        {
            output.Line($"  {ink.Blue("=")} where: {where.Written}");
        }

        if (group.First.Witness.Facts.Length > 0)
        {
            output.Line($"  {ink.Blue("=")} witness: {CaseSentence.Write(group.First.Witness)}");
        }

        foreach (string party in PartyText.Lines(group.First.Kind, group.Parties))
        {
            output.Line($"  {ink.Blue("=")} {party}");
        }

        if ((group.Help ?? group.First.Help) is { } help)
        {
            output.Line($"  {ink.Blue("=")} help: {help}");
        }
    }

    /// <summary>Its headline with what to do, or with its first conflict, as one line.</summary>
    public SafeText Line(ConflictGroup group) =>
        SafeText.Of($"{Heading(group)}: {group.Headline}{(group.Help is { } help ? $". {help}" : $" ({Clauses(group.First)})")}");

    private SafeText Heading(ConflictGroup group)
    {
        string?[] words =
        [
            group.Conflicts.Length == 1 ? null : WireNames.Count(group.Conflicts.Length, "conflict"),
            group.First.IsSettled || group.First.Status == ConflictStatus.Excusable
                ? WireNames.NameOf(group.First.Status)
                : null,
        ];
        string said = string.Join(", ", words.OfType<string>());
        return SafeText.Of($"{ink.Heading(group.Severity, group.First.Descriptor.Code)}{(said.Length == 0 ? string.Empty : " " + said)}");
    }

    private static string Clauses(Conflict conflict) => string.Join(" + ", conflict.Sides.SelectMany(s => s.Clauses));
}
