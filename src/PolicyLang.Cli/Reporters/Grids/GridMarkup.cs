using System.Diagnostics;
using System.Net;
using System.Text;
using PolicyLang.LanguageServer.Reports.Grids;

namespace PolicyLang.Cli.Reporters.Grids;

/// <summary>A table in a form for other programs: CSV, Markdown, a page of HTML, a picture.</summary>
internal static class GridMarkup
{
    private const int Square = 26;
    private const int Letter = 7;
    private const int Margin = 12;

    private const string Style = """
        :root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif }
        body { margin: 2rem } table { border-collapse: collapse }
        caption { text-align: left; font-weight: 600; padding: 0 0 .8rem }
        th, td { border: 1px solid #8886; padding: .25rem .5rem; text-align: left; vertical-align: top }
        .good { background: #2a92 } .caution { background: #ca02 } .bad { background: #d333 } .quiet { opacity: .7 }
        """;

    /// <summary>RFC 4180, with a first row of heads. What a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static string Csv(Grid grid)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', grid.Columns.Select(c => c.Long).Prepend(grid.Corner).Select(Field)).Append("\r\n");
        foreach (GridRow row in grid.Rows)
        {
            text.AppendJoin(',', row.Cells.Select(c => c.Text.Long).Prepend(row.Head.Long).Select(Field)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>A table of GitHub's Markdown, with its notes as a list.</summary>
    public static string Markdown(Grid grid)
    {
        var text = new StringBuilder($"**{Escaped(grid.Title)}**\n\n");
        Row(grid.Columns.Select(c => c.Long).Prepend(grid.Corner));
        text.Append('|').Insert(text.Length, " --- |", grid.Columns.Length + 1).Append('\n');
        foreach (GridRow row in grid.Rows)
        {
            Row(row.Cells.Select(c => c.Text.Long).Prepend(row.Head.Long));
        }

        text.Append(grid.Notes.IsEmpty ? string.Empty : "\n");
        foreach (string note in grid.Notes)
        {
            text.Append("- ").Append(Escaped(note.Trim())).Append('\n');
        }

        return text.ToString();

        void Row(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(Escaped)).Append(" |\n");
    }

    /// <summary>A page that needs nothing from elsewhere.</summary>
    public static string Html(Grid grid)
    {
        var text = new StringBuilder();
        text.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append($"<title>{Safe(grid.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<table>\n")
            .Append($"<caption>{Safe(grid.Title)}</caption>\n<thead>\n<tr><th scope=\"col\">{Safe(grid.Corner)}</th>");
        foreach (GridText column in grid.Columns)
        {
            text.Append($"<th scope=\"col\">{Safe(column.Long)}</th>");
        }

        text.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (GridRow row in grid.Rows)
        {
            text.Append($"<tr><th scope=\"row\">{Safe(row.Head.Long)}</th>");
            foreach (GridCell cell in row.Cells)
            {
                text.Append($"<td class=\"{Name(cell.Tone)}\">{Safe(cell.Text.Long)}</td>");
            }

            text.Append("</tr>\n");
        }

        text.Append("</tbody>\n</table>\n");
        foreach (string note in grid.Notes)
        {
            text.Append($"<p>{Safe(note.Trim())}</p>\n");
        }

        return text.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A picture: a square for each entry, its words as a hint.</summary>
    public static string Svg(Grid grid)
    {
        int left = Margin + (Letter * grid.Rows.Select(r => Length(r.Head.Long)).Append(Length(grid.Corner)).Max());
        int top = (3 * Margin) + (Letter * grid.Columns.Select(c => Length(c.Long)).Append(1).Max());
        int width = left + (Square * grid.Columns.Length) + Margin;
        int height = top + (Square * grid.Rows.Length) + Margin;
        width = Math.Max(width, (2 * Margin) + (Letter * Length(grid.Title)));
        var text = new StringBuilder();
        text.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" ")
            .Append($"font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n<title>{Safe(grid.Title)}</title>\n")
            .Append($"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n")
            .Append($"<text x=\"{Margin}\" y=\"{Margin + Letter}\" font-weight=\"bold\">{Safe(grid.Title)}</text>\n");
        for (int i = 0; i < grid.Columns.Length; i++)
        {
            int x = left + (Square * i) + (Square / 2) + (Letter / 2);
            text.Append($"<text transform=\"translate({x},{top - Letter}) rotate(-90)\">{Safe(grid.Columns[i].Long)}</text>\n");
        }

        for (int i = 0; i < grid.Rows.Length; i++)
        {
            int y = top + (Square * i);
            text.Append($"<text x=\"{left - Letter}\" y=\"{y + (Square * 2 / 3)}\" text-anchor=\"end\">")
                .Append($"{Safe(grid.Rows[i].Head.Long)}</text>\n");
            for (int j = 0; j < grid.Columns.Length; j++)
            {
                GridCell cell = grid.Rows[i].Cells[j];
                int x = left + (Square * j);
                text.Append($"<g><title>{Safe($"{grid.Rows[i].Head.Long}, {grid.Columns[j].Long}: {cell.Text.Long}")}</title>")
                    .Append($"<rect x=\"{x}\" y=\"{y}\" width=\"{Square - 2}\" height=\"{Square - 2}\" fill=\"{Colour(cell.Tone)}\"/>")
                    .Append($"<text x=\"{x + ((Square - 2) / 2)}\" y=\"{y + (Square * 2 / 3)}\" text-anchor=\"middle\" font-size=\"10\">")
                    .Append($"{Safe(cell.Text.Short)}</text></g>\n");
            }
        }

        return text.Append("</svg>\n").ToString();
    }

    private static int Length(string text) => Display.Width(Display.Clean(text));

    private static string Field(string text)
    {
        string clean = Display.Clean(text);
        clean = clean.Length > 0 && "=+-@".Contains(clean[0], StringComparison.Ordinal) ? $"'{clean}" : clean;
        return clean.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{clean.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : clean;
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(Display.Clean(text));

    private static string Escaped(string text) =>
        Safe(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    private static string Name(Tone tone) => tone switch
    {
        Tone.Plain => "plain",
        Tone.Good => "good",
        Tone.Caution => "caution",
        Tone.Bad => "bad",
        Tone.Quiet => "quiet",
        _ => throw new UnreachableException(),
    };

    private static string Colour(Tone tone) => tone switch
    {
        Tone.Plain => "#eeeeee",
        Tone.Good => "#b7e1c1",
        Tone.Caution => "#f7e3a1",
        Tone.Bad => "#f2b5b5",
        Tone.Quiet => "#f7f7f7",
        _ => throw new UnreachableException(),
    };
}
