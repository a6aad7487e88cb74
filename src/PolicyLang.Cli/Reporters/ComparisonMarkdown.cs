using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService.Wording;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>How two versions differ as Markdown, for a pull request.</summary>
/// <param name="output">Where to write.</param>
/// <param name="all">Whether all is told, however much it is.</param>
internal sealed class ComparisonMarkdown(TerminalWriter output, bool all)
{
    private const int Most = 20;
    private const int MostBlocks = 3;

    public void Write(VersionComparison comparison)
    {
        output.Own($"## What the law changes: {WireNames.NameOf(comparison.Level)}\n");
        output.Own($"{ComparisonWords.Meaning(comparison.Level)}.\n");
        foreach (Problem problem in comparison.Undecided)
        {
            output.Own($"**{(problem.Limit ?? LimitDiagnostics.Unanswered).Code}:** {MarkdownText.Escape(problem.Message)}\n");
        }

        WriteClauses(comparison.Clauses);
        ConflictDifference conflicts = comparison.Conflicts;
        output.Own($"### Conflicts: {conflicts.Gone.Length} gone, {conflicts.New.Length} new, {conflicts.Kept} as before\n");
        Groups("gone", conflicts.Gone);
        Groups("new", conflicts.New);
        foreach (IGrouping<SemanticChangeKind, SemanticChange> kind in comparison.Changes.GroupBy(c => c.Kind))
        {
            output.Own($"### {ComparisonWords.Title(kind.Key)}\n");
            Items([.. kind], change =>
            {
                output.Own($"- {MarkdownText.Escape(change.Turn)}");
                Lines(change.Blocks, "where");
                output.Own($"  - case: {MarkdownText.Escape(CaseSentence.Write(change.Case))}");
            });
        }
    }

    private void WriteClauses(ImmutableArray<ClauseChange> clauses)
    {
        if (clauses.IsEmpty)
        {
            return;
        }

        output.Own("### Clauses\n");
        Items(clauses, clause =>
        {
            output.Own($"- **{MarkdownText.Escape(clause.Clause)}** {WireNames.NameOf(clause.Change)}");
            Lines(clause.Before, "no longer");
            Lines(clause.After, "now");
        });
    }

    private void Groups(string word, ImmutableArray<ConflictChange> changes)
    {
        if (!changes.IsEmpty)
        {
            Items(ConflictGrouping.Group(changes.Select(c => c.Conflict)), group =>
            {
                IEnumerable<string> pairs = group.Conflicts.Select(c => string.Join(" + ", c.Sides.SelectMany(s => s.Clauses)));
                output.Own($"- {word}: {group.First.Descriptor.Code} {MarkdownText.Escape(group.Headline)} "
                    + $"({MarkdownText.Escape(string.Join("; ", pairs))})");
            });
        }
    }

    private void Lines(ImmutableArray<CasesLine> lines, string lead)
    {
        foreach (CasesLine line in all ? lines : [.. lines.Take(MostBlocks)])
        {
            output.Own($"  - {lead}: {MarkdownText.Escape(line.Written)}");
        }

        if (!all && lines.Length > MostBlocks)
        {
            output.Own($"  - and {lines.Length - MostBlocks} more (`--all`)");
        }
    }

    private void Items<T>(ImmutableArray<T> items, Action<T> write)
    {
        foreach (T item in all ? items : [.. items.Take(Most)])
        {
            write(item);
        }

        output.Own(!all && items.Length > Most ? $"\nand {items.Length - Most} more (`--all`)\n" : string.Empty);
    }
}
