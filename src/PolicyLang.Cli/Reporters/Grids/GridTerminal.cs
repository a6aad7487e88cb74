using System.Diagnostics;
using PolicyLang.LanguageServer.Reports.Grids;

namespace PolicyLang.Cli.Reporters.Grids;

/// <summary>A table for a terminal of 100 columns: one that is wider goes on below.</summary>
internal sealed class GridTerminal(AnsiStyle ink, TerminalWriter output)
{
    public const int Columns = 100;
    private const int WidestHead = 40;
    private const int Gap = 2;

    public void Write(Grid grid)
    {
        Lines.Wrapped(grid.Title, Columns).ForEach(l => output.Line(ink.Bold(l)));
        int head = Math.Min(WidestHead, grid.Rows.Select(r => Width(r.Head)).Append(grid.Corner.Length).Max());
        int[] widths = [.. grid.Columns.Select((c, i) => grid.Rows.Select(r => Width(r.Cells[i].Text)).Append(Width(c)).Max() + Gap)];
        for (int from = 0; from < widths.Length;)
        {
            int until = from;
            for (int width = head; until < widths.Length && (until == from || width + widths[until] <= Columns); until++)
            {
                width += widths[until];
            }

            Write(grid, head, widths, from, until);
            from = until;
        }

        foreach (GridText column in grid.Columns.Where(c => c.Short != c.Long))
        {
            output.Line(column.Long.StartsWith(column.Short + " ", StringComparison.Ordinal)
                ? $"  {column.Long}"
                : $"  {column.Short.PadRight(grid.Columns.Max(Width))}  {column.Long}");
        }

        foreach (string line in grid.Legend.Concat(grid.Notes))
        {
            Lines.Wrapped(line, Columns).ForEach(l => output.Line(l));
        }
    }

    private void Write(Grid grid, int head, int[] widths, int from, int until)
    {
        IEnumerable<int> columns = Enumerable.Range(from, until - from);
        output.Line(SafeText.Join(
            string.Empty, [Padded(grid.Corner, head), .. columns.Select(i => LeftPadded(grid.Columns[i].Short, widths[i]))]));
        foreach (GridRow row in grid.Rows)
        {
            string name = row.Head.Short;
            if (Display.Width(Display.Clean(name)) > head)
            {
                output.Line(name);
                name = string.Empty;
            }

            output.Line(SafeText.Join(
                string.Empty,
                [Padded(name, head), .. columns.Select(i => Cell(row.Cells[i], widths[i]))]));
        }
    }

    private SafeText Cell(GridCell cell, int width)
    {
        SafeText painted = cell.Tone switch
        {
            Tone.Good => ink.Green(cell.Text.Short),
            Tone.Caution => ink.Yellow(cell.Text.Short),
            Tone.Bad => ink.Red(cell.Text.Short),
            Tone.Plain or Tone.Quiet => cell.Text.Short,
            _ => throw new UnreachableException(),
        };
        return SafeText.Of($"{new string(' ', width - Width(cell.Text))}{painted}");
    }

    private static SafeText Padded(string text, int width) =>
        text + new string(' ', Math.Max(0, width - Display.Width(Display.Clean(text))));

    private static SafeText LeftPadded(string text, int width) =>
        new string(' ', Math.Max(0, width - Display.Width(Display.Clean(text)))) + text;

    private static int Width(GridText text) => Display.Width(Display.Clean(text.Short));
}
