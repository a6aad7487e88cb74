using System.Text;
using PolicyLang.LanguageServer.Reports.Document.Writers;
using PolicyLang.Cli.Reporters;
using PolicyLang.LanguageServer.Reports.Document;

namespace PolicyLang.Cli.Reports.Writers;

/// <summary>A report as Markdown, for a pull request or a wiki.</summary>
internal sealed class MarkdownReport
{
    private readonly StringBuilder _text = new();

    private MarkdownReport()
    {
    }

    public static string Write(ReportDocument document)
    {
        var report = new MarkdownReport();
        report._text.Append($"# {Escape(document.Title)}\n\n{Escape(document.Lead)}\n\n*{ReportDocument.Notice}*\n");
        foreach (ReportSection section in document.Sections)
        {
            report._text.Append($"\n<a id=\"{section.Id}\"></a>\n\n## {Escape(section.Title)}\n");
            report._text.Append(section.Lead.Length == 0 ? string.Empty : $"\n{Escape(section.Lead)}\n");
            report.Write(section.Blocks, 3);
        }

        return report._text.ToString();
    }

    private void Write(ImmutableArray<Block> blocks, int depth)
    {
        foreach (Block block in blocks)
        {
            Write(block, depth);
        }
    }

    private void Write(Block block, int depth)
    {
        switch (block)
        {
            case Paragraph paragraph:
                _text.Append($"\n{Line(paragraph.Line)}\n");
                break;
            case Quotation quotation:
                _text.Append($"\n> {Line(quotation.Line)}\n");
                break;
            case Bullets list:
                Items(list.Items.Select(Line));
                break;
            case Heading heading:
                Head(heading.Id, Line(heading.Line), depth);
                break;
            case Pairs pairs:
                Items(pairs.Items.SelectMany(p => p.Lines.Select(l => $"**{Escape(p.Name)}:** {Line(l)}")));
                break;
            case Figures figures:
                Items(figures.Items.Select(f => $"**{Escape(f.Value)}** {Escape(f.Label)}"));
                break;
            case Table table:
                Write(table);
                break;
            case Card card:
                Head(card.Id, (card.Badge is null ? string.Empty : $"{Escape(card.Badge)}: ") + Escape(card.Title), depth);
                _text.Append(card.Note.Length == 0 ? string.Empty : $"\n{Escape(card.Note)}\n");
                Write(card.Blocks, depth + 1);
                break;
            case Fold fold:
                Head(string.Empty, Escape(fold.Summary), depth);
                Write(fold.Blocks, depth + 1);
                break;
            case Variants variants:
                _text.Append($"\n**{Escape(variants.Items[variants.Shown].Label)}**\n");
                Write(variants.Items[variants.Shown].Blocks, depth);
                break;
            default:
                break;
        }
    }

    private void Head(string id, string words, int depth)
    {
        _text.Append(id.Length == 0 ? string.Empty : $"\n<a id=\"{id}\"></a>\n");
        _text.Append($"\n{new string('#', Math.Min(depth, 6))} {words}\n");
    }

    private void Items(IEnumerable<string> items)
    {
        _text.Append('\n');
        foreach (string item in items)
        {
            _text.Append($"- {item}\n");
        }
    }

    private void Write(Table table)
    {
        _text.Append($"\n**{Escape(table.Caption)}**\n\n| {string.Join(" | ", table.Heads.Select(Escape))} |\n|")
            .Insert(_text.Length, " --- |", table.Heads.Length).Append('\n');
        foreach (TableRow row in table.Rows)
        {
            _text.Append($"| {string.Join(" | ", row.Cells.Select(c => Line(c.Line)))} |\n");
        }
    }

    private static string Line(Line line) => string.Concat(line.Spans.Select(Write));

    private static string Write(Span span)
    {
        string words = Escape(span.Text);
        words = span.Style == SpanStyle.Strong ? $"**{words}**" : words;
        return span.Target is { } target && HtmlBlocks.IsSafe(target)
            ? $"[{words}](<{Address(target)}>)"
            : words;
    }

    private static string Address(string target) =>
        Display.Clean(target).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    private static string Escape(string words) => MarkdownText.Escape(words);
}
