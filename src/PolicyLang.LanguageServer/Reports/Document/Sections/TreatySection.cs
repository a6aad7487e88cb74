using PolicyLang.Analysis.Compliance;
using PolicyLang.LanguageServer.Reports.Grids;
using PolicyLang.Decisions;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>Whose law keeps which article of each treaty.</summary>
internal static class TreatySection
{
    public static ReportSection Build(ReportFacts facts)
    {
        (ComplianceMatrix Matrix, Grid Grid)[] all =
            [.. facts.Treaties.Select(t => (t, ComplianceGrid.Create(t, facts.On)))];
        string[] silent = [.. all.Where(t => t.Grid.Columns.IsEmpty).Select(t => t.Matrix.Treaty)];
        return new ReportSection(
            "treaties", "Treaties and the law of their parties",
            all.Length == 0
                ? "No treaty here asks anything of the law of its parties."
                : "For each party and each article: the clauses of its law that fall short of the article.",
            [
                .. all.Where(t => !t.Grid.Columns.IsEmpty).Select(t => Block(t.Matrix, t.Grid)),
                .. silent.Length == 0
                    ? Array.Empty<Block>()
                    : [new Paragraph($"Nothing was found about {CaseSentence.List(silent, "and")}.")],
            ]);
    }

    private static Card Block(ComplianceMatrix matrix, Grid grid) => new(
        $"treaty-{Anchors.Framework(matrix.Treaty)}", null, Tone.Plain, grid.Title, string.Empty,
        [
            new Table(
                grid.Title, [grid.Corner, .. grid.Columns.Select(c => c.Long)],
                [.. grid.Rows.Select(r => new TableRow([r.Head.Long, .. r.Cells.Select(c => new TableCell(c.Text.Long, c.Tone))]))]),
            new Bullets([.. grid.Notes.Select(n => (Line)n)]),
        ])
    { IsOpen = true };
}
