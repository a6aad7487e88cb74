using System.Diagnostics;
using System.Text;
using PolicyLang.LanguageServer.Reports.Grids;

namespace PolicyLang.LanguageServer.Reports.Document.Writers;

/// <summary>What a section holds, as HTML.</summary>
internal sealed class HtmlBlocks(StringBuilder text)
{
    private int _depth = 3;
    private int _labels;

    public void Write(ImmutableArray<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                text.Append($"<p>{Line(paragraph.Line)}</p>\n");
                break;
            case Quotation quotation:
                text.Append($"<blockquote dir=\"auto\"><p>{Line(quotation.Line)}</p></blockquote>\n");
                break;
            case Bullets { Items.IsEmpty: false } list:
                text.Append("<ul>\n");
                text.AppendJoin(string.Empty, list.Items.Select(i => $"<li>{Line(i)}</li>\n"));
                text.Append("</ul>\n");
                break;
            case Heading heading:
                string id = heading.Id.Length == 0 ? string.Empty : $" id=\"{heading.Id}\"";
                text.Append($"<h{_depth}{id}>{Line(heading.Line)}</h{_depth}>\n");
                break;
            case Pairs { Items.IsEmpty: false } pairs:
                Write(pairs);
                break;
            case Figures figures:
                text.Append("<ul class=\"figures\">\n");
                text.AppendJoin(string.Empty, figures.Items.Select(f =>
                    $"<li class=\"{Name(f.Tone)}\"><strong>{Safe(f.Value)}</strong> <span>{Safe(f.Label)}</span></li>\n"));
                text.Append("</ul>\n");
                break;
            case Table table:
                Write(table);
                break;
            case Card card:
                Write(card);
                break;
            case Fold fold:
                text.Append($"<details class=\"fold\">\n<summary>{Safe(fold.Summary)}</summary>\n");
                Write(fold.Blocks);
                text.Append("</details>\n");
                break;
            case Variants variants:
                Write(variants);
                break;
            case Drawing drawing:
                text.Append($"<div class=\"drawing\" data-drawing=\"{drawing.Kind}\" ")
                    .Append($"data-label=\"{Safe(drawing.Label)}\" hidden=\"\"></div>\n");
                break;
            default:
                break;
        }
    }

    private void Write(Pairs pairs)
    {
        text.Append("<dl>\n");
        foreach (Pair pair in pairs.Items)
        {
            text.Append($"<div><dt>{Safe(pair.Name)}</dt>")
                .AppendJoin(string.Empty, pair.Lines.Select(l => $"<dd>{Line(l)}</dd>")).Append("</div>\n");
        }

        text.Append("</dl>\n");
    }

    private void Write(Table table)
    {
        string label = $"table-{++_labels}";
        string dense = table.IsDense ? " class=\"dense\"" : string.Empty;
        text.Append($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{label}\">\n<table{dense}>\n")
            .Append($"<caption id=\"{label}\">{Safe(table.Caption)}</caption>\n<thead><tr>")
            .AppendJoin(string.Empty, table.Heads.Select(h => $"<th scope=\"col\">{Safe(h)}</th>"))
            .Append("</tr></thead>\n<tbody>\n");
        foreach (TableRow row in table.Rows)
        {
            text.Append(row.Id is null ? "<tr>" : $"<tr id=\"{row.Id}\">");
            for (int i = 0; i < row.Cells.Length; i++)
            {
                string tone = row.Cells[i].Tone == Tone.Plain ? string.Empty : $" class=\"{Name(row.Cells[i].Tone)}\"";
                text.Append(i == 0 ? $"<th scope=\"row\"{tone}>" : $"<td{tone}>").Append(Line(row.Cells[i].Line))
                    .Append(i == 0 ? "</th>" : "</td>");
            }

            text.Append("</tr>\n");
        }

        text.Append("</tbody>\n</table>\n</div>\n");
    }

    private void Write(Card card)
    {
        string badge = card.Badge is null ? string.Empty : $"<span class=\"badge {Name(card.Tone)}\">{Safe(card.Badge)}</span> ";
        text.Append($"<details class=\"card\" id=\"{card.Id}\"{(card.IsOpen ? " open=\"\"" : string.Empty)}>\n<summary>")
            .Append($"<h{_depth}>{badge}<span dir=\"auto\">{Safe(card.Title)}</span></h{_depth}>")
            .Append(card.Note.Length == 0 ? string.Empty : $" <span class=\"note\">{Safe(card.Note)}</span>").Append("</summary>\n");
        Deeper(card.Blocks);
        text.Append("</details>\n");
    }

    private void Write(Variants variants)
    {
        text.Append($"<div class=\"variants\" id=\"{variants.Id}\" ")
            .Append($"data-label=\"{Safe(variants.Label)}\" data-shown=\"{variants.Shown}\">\n")
            .Append($"<p class=\"when\" aria-live=\"polite\">{Safe(variants.Items[variants.Shown].Label)}</p>\n<div class=\"variant\">\n");
        Write(variants.Items[variants.Shown].Blocks);
        text.Append("</div>\n");
        foreach (Variant variant in variants.Items.Length > 1 ? variants.Items : [])
        {
            text.Append($"<template data-label=\"{Safe(variant.Label)}\">\n");
            Write(variant.Blocks);
            text.Append("</template>\n");
        }

        text.Append("</div>\n");
    }

    private void Deeper(ImmutableArray<Block> blocks)
    {
        _depth++;
        Write(blocks);
        _depth--;
    }

    private static string Line(Line line) => string.Concat(line.Spans.Select(Write));

    private static string Write(Span span)
    {
        string words = Safe(span.Text);
        words = span.Style switch
        {
            SpanStyle.Plain => words,
            SpanStyle.Strong => $"<strong>{words}</strong>",
            SpanStyle.Code => $"<code dir=\"auto\">{words}</code>",
            SpanStyle.Quiet => $"<span class=\"quiet\">{words}</span>",
            _ => throw new UnreachableException(),
        };
        return span.Target is { } target && IsSafe(target)
            ? $"<a href=\"{Safe(target)}\"{(target[0] == '#' ? string.Empty : " rel=\"noreferrer\"")}>{words}</a>"
            : words;
    }

    /// <summary>Whether a reader may follow it: a place in the report, or an address of the web.</summary>
    public static bool IsSafe(string target) =>
        target.StartsWith('#')
        || (Uri.TryCreate(target, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http");

    private static string Safe(string words) => HtmlReport.Safe(words);

    private static string Name(Tone tone) => tone.ToString().ToLowerInvariant();
}
