using System.Xml.Linq;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Grids;
using PolicyLang.LanguageServer.Reports.Grids;

namespace PolicyLang.Cli.Tests;

/// <summary>Tables in each form: whatever stands in them stays text, and a terminal of 100 columns holds them.</summary>
public sealed class GridTests
{
    private const string Hostile = "=1+1 <script>alert('x')</script> \"q\", a | b\n\u001b[31m\u202e* [x](y)";

    private static readonly Grid Wild = new(
        Hostile, "from", "to", [new GridText("A", Hostile)], [new GridRow(GridText.Of(Hostile), [new GridCell(new GridText("X", Hostile), Tone.Bad)])], ["X prohibited"], [Hostile]);

    [Fact]
    public void Html_and_svg_hold_no_markup_but_their_own()
    {
        string html = GridMarkup.Html(Wild);
        XDocument svg = XDocument.Parse(GridMarkup.Svg(Wild));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName == "script");
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "title" && e.Value.Contains("<script>", StringComparison.Ordinal));
        Assert.All([html, GridMarkup.Svg(Wild)], text => Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_spreadsheet_takes_nothing_for_a_formula()
    {
        string[] lines = GridMarkup.Csv(Wild).Split("\r\n");

        Assert.Equal(3, lines.Length);
        Assert.StartsWith("from,\"'=1+1", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("\"'=1+1", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"\"q\"\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_keeps_its_cells()
    {
        string[] lines = GridMarkup.Markdown(Wild).Split('\n');

        Assert.Equal("| --- | --- |", lines[3]);
        Assert.Contains("a \\| b", lines[4], StringComparison.Ordinal);
        Assert.DoesNotContain("<script", lines[4], StringComparison.Ordinal);
        Assert.Contains("\\[x]", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_table_goes_on_below_and_loses_no_entry()
    {
        GridText[] columns = [.. Enumerable.Range(0, 60).Select(i => new GridText($"C{i}", $"Column {i}"))];
        var grid = new Grid(
            string.Join(' ', Enumerable.Repeat("title", 40)), "from", "to", [.. columns],
            [.. new[] { "short", new string('n', 60) }.Select(n => new GridRow(GridText.Of(n), [.. columns.Select((_, i) => new GridCell(GridText.Of($"e{i}"), Tone.Plain))]))],
            [], [string.Join(' ', Enumerable.Repeat("note", 60))]);
        using var text = new StringWriter { NewLine = "\n" };
        new GridTerminal(new AnsiStyle(false), new TerminalWriter(text)).Write(grid);
        string[] lines = text.ToString().Split('\n');

        Assert.All(lines, l => Assert.True(l.Length <= GridTerminal.Columns, l));
        Assert.All(columns.Select((_, i) => i), i => Assert.Equal(2, lines.SelectMany(l => l.Split(' ')).Count(w => w == $"e{i}")));
    }
}
