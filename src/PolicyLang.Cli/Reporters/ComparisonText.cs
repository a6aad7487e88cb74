using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService.Wording;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>How two versions differ, for people.</summary>
/// <param name="ink">The colours.</param>
/// <param name="output">Where to write.</param>
/// <param name="all">Whether all is told, however much it is.</param>
internal sealed class ComparisonText(AnsiStyle ink, TerminalWriter output, bool all)
{
    private const int MostClauses = 20;
    private const int MostGroups = 8;
    private const int MostOfAKind = 4;
    private const int MostBlocks = 2;
    private const int MostPairs = 4;

    public void Write(VersionComparison comparison)
    {
        output.Line(ink.Bold($"{WireNames.NameOf(comparison.Level)}: {ComparisonWords.Meaning(comparison.Level)}"));
        WriteClauses(comparison.Clauses);
        Write(comparison.Conflicts);
        foreach (IGrouping<SemanticChangeKind, SemanticChange> kind in comparison.Changes.GroupBy(c => c.Kind))
        {
            output.Line();
            output.Line(ink.Bold($"{ComparisonWords.Title(kind.Key)}"));
            foreach (SemanticChange change in Told([.. kind], MostOfAKind))
            {
                Write(change);
            }

            More(kind.Count(), MostOfAKind);
        }

        WriteUndecided(comparison.Undecided);
    }

    /// <summary>Says what is not known because it is beyond the budget.</summary>
    public void WriteUndecided(ImmutableArray<Problem> undecided)
    {
        foreach (Problem problem in undecided)
        {
            output.Line();
            output.Line($"{ink.Heading(DiagnosticSeverity.Error, (problem.Limit ?? LimitDiagnostics.Unanswered).Code)}: {problem.Message}");
        }
    }

    private void WriteClauses(ImmutableArray<ClauseChange> clauses)
    {
        if (clauses.IsEmpty)
        {
            return;
        }

        output.Line();
        output.Line(ink.Bold($"Clauses"));
        foreach (ClauseChange clause in Told(clauses, MostClauses))
        {
            output.Line($"  {clause.Clause} {WireNames.NameOf(clause.Change)}");
            Lines("no longer", clause.Before);
            Lines(clause.Change == ClauseChangeKind.Added ? "says" : "now", clause.After);
        }

        More(clauses.Length, MostClauses);
    }

    private void Lines(string lead, ImmutableArray<CasesLine> lines)
    {
        foreach (CasesLine line in Told(lines, MostBlocks))
        {
            output.Line($"    {lead}: {line.Written}");
        }

        if (!all && lines.Length > MostBlocks)
        {
            output.Line($"    and {lines.Length - MostBlocks} more (--all)");
        }
    }

    /// <summary>Tells conflicts that are gone, new and kept.</summary>
    public void Write(ConflictDifference conflicts)
    {
        output.Line();
        output.Line($"{ink.Bold($"Conflicts")}: {conflicts.Gone.Length} gone, {conflicts.New.Length} new, {conflicts.Kept} as before");
        Groups("gone", conflicts.Gone);
        Groups("new", conflicts.New);
    }

    private void Groups(string word, ImmutableArray<ConflictChange> changes)
    {
        ImmutableArray<ConflictGroup> groups = ConflictGrouping.Group(changes.Select(c => c.Conflict));
        foreach (ConflictGroup group in Told(groups, MostGroups))
        {
            ImmutableArray<string> pairs = [.. group.Conflicts.Select(c => string.Join(" + ", c.Sides.SelectMany(s => s.Clauses)))];
            string more = !all && pairs.Length > MostPairs ? $" and {pairs.Length - MostPairs} more (--all)" : string.Empty;
            output.Line($"  {word}: {group.First.Descriptor.Code} {group.Headline} ({string.Join("; ", Told(pairs, MostPairs))}{more})");
        }

        More(groups.Length, MostGroups);
    }

    private void Write(SemanticChange change)
    {
        output.Line($"  {change.Turn}");
        foreach (CasesLine block in Told(change.Blocks, MostBlocks))
        {
            output.Line($"    {ink.Blue("=")} where: {block.Written}");
        }

        if (!all && change.Blocks.Length > MostBlocks)
        {
            output.Line($"    and {change.Blocks.Length - MostBlocks} more (--all)");
        }

        output.Line($"    {ink.Blue("=")} case: {CaseSentence.Write(change.Case)}");
    }

    private ImmutableArray<T> Told<T>(ImmutableArray<T> items, int most) => all || items.Length <= most ? items : items[..most];

    private void More(int count, int most)
    {
        if (!all && count > most)
        {
            output.Line($"  and {count - most} more (--all)");
        }
    }
}
