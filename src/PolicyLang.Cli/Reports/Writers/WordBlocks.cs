using System.Diagnostics;
using System.Globalization;
using System.Xml;
using PolicyLang.LanguageServer.Reports.Document.Writers;
using PolicyLang.LanguageServer.Reports.Document;
using PolicyLang.LanguageServer.Reports.Grids;

namespace PolicyLang.Cli.Reports.Writers;

/// <summary>What a report holds, as the text of a Word document (WordprocessingML).</summary>
internal sealed class WordBlocks(XmlWriter xml)
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int DeepestHeading = 4;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _addresses = [];
    private int _bookmarks;

    /// <summary>Writes all of it.</summary>
    /// <returns>The addresses of the web to which it links, in the order of their numbers.</returns>
    public ImmutableArray<string> Write(ReportDocument document)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("w", "document", Word);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        Start("body");
        Paragraph("Title", document.Title);
        Paragraph("Subtitle", $"{ReportDocument.Notice} {document.Lead}");
        foreach (ReportSection section in document.Sections)
        {
            Paragraph("Heading1", section.Title, section.Id);
            if (section.Lead.Length > 0)
            {
                Paragraph("Normal", section.Lead);
            }

            Write(section.Blocks, 2);
        }

        PageSetup();
        End();
        End();
        xml.WriteEndDocument();
        return [.. _addresses];
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
                Paragraph("Normal", paragraph.Line);
                break;
            case Quotation quotation:
                Paragraph("Quote", quotation.Line);
                break;
            case Bullets list:
                Items(list.Items);
                break;
            case Heading heading:
                Paragraph(HeadingOf(depth), heading.Line, heading.Id);
                break;
            case Pairs pairs:
                Items(pairs.Items.SelectMany(p => p.Lines.Select(l =>
                    Line.Of([new Span($"{p.Name}: ", SpanStyle.Strong), .. l.Spans]))));
                break;
            case Figures figures:
                Items(figures.Items.Select(f => Line.Of(new Span(f.Value, SpanStyle.Strong), new Span($" {f.Label}"))));
                break;
            case Table table:
                Write(table);
                break;
            case Card card:
                Paragraph(HeadingOf(depth), card.Badge is null ? card.Title : $"{card.Badge}: {card.Title}", card.Id);
                if (card.Note.Length > 0)
                {
                    Paragraph("Normal", Line.Of(new Span(card.Note, SpanStyle.Quiet)));
                }

                Write(card.Blocks, depth + 1);
                break;
            case Fold fold:
                Paragraph(HeadingOf(depth), fold.Summary);
                Write(fold.Blocks, depth + 1);
                break;
            case Variants variants:
                Paragraph("Normal", Line.Of(new Span(variants.Items[variants.Shown].Label, SpanStyle.Strong)));
                Write(variants.Items[variants.Shown].Blocks, depth);
                break;
            default:
                break;
        }
    }

    private static string HeadingOf(int depth) =>
        $"Heading{Math.Min(depth, DeepestHeading).ToString(CultureInfo.InvariantCulture)}";

    private void Items(IEnumerable<Line> items)
    {
        foreach (Line item in items)
        {
            Start("p");
            Start("pPr");
            Value("pStyle", "ListParagraph");
            Start("numPr");
            Value("ilvl", "0");
            Value("numId", "1");
            End();
            End();
            Spans(item);
            End();
        }
    }

    private void Paragraph(string style, Line line, string id = "")
    {
        Start("p");
        Start("pPr");
        Value("pStyle", style);
        End();
        Bookmark(id, () => Spans(line));
        End();
    }

    private void Bookmark(string id, Action write)
    {
        if (id.Length == 0)
        {
            write();
            return;
        }

        string number = (_bookmarks++).ToString(CultureInfo.InvariantCulture);
        Start("bookmarkStart");
        Attribute("id", number);
        Attribute("name", PlaceOf(id));
        End();
        write();
        Start("bookmarkEnd");
        Attribute("id", number);
        End();
    }

    private void Write(Table table)
    {
        Paragraph("Caption", table.Caption);
        Start("tbl");
        Start("tblPr");
        Value("tblStyle", "Report");
        Start("tblW");
        Attribute("w", "5000");
        Attribute("type", "pct");
        End();
        End();
        Start("tblGrid");
        foreach (string _ in table.Heads)
        {
            Start("gridCol");
            End();
        }

        End();
        Row([.. table.Heads.Select(h => new TableCell(Line.Of(new Span(h, SpanStyle.Strong))))], null, isHead: true);
        foreach (TableRow row in table.Rows)
        {
            Row(row.Cells, row.Id, isHead: false);
        }

        End();

        // Two tables that follow each other would be one.
        Paragraph("Cell", string.Empty);
    }

    private void Row(ImmutableArray<TableCell> cells, string? id, bool isHead)
    {
        Start("tr");
        Start("trPr");
        Start("cantSplit");
        End();
        if (isHead)
        {
            Start("tblHeader");
            End();
        }

        End();
        for (int i = 0; i < cells.Length; i++)
        {
            Start("tc");
            Start("tcPr");
            if (Colour(cells[i].Tone) is { } colour)
            {
                Start("shd");
                Attribute("val", "clear");
                Attribute("color", "auto");
                Attribute("fill", colour);
                End();
            }

            End();
            Paragraph("Cell", cells[i].Line, i == 0 ? id ?? string.Empty : string.Empty);
            End();
        }

        End();
    }

    private void Spans(Line line)
    {
        foreach (Span span in line.Spans.Where(s => s.Text.Length > 0))
        {
            if (span.Target is { } target && HtmlBlocks.IsSafe(target))
            {
                Start("hyperlink");
                if (target[0] == '#')
                {
                    Attribute("anchor", PlaceOf(target[1..]));
                }
                else
                {
                    xml.WriteAttributeString("id", Relations, WordReport.IdOf(AddressOf(new Uri(target).AbsoluteUri)));
                }

                Run(span, isLink: true);
                End();
            }
            else
            {
                Run(span, isLink: false);
            }
        }
    }

    private void Run(Span span, bool isLink)
    {
        Start("r");
        Start("rPr");
        if (isLink || span.Style == SpanStyle.Quiet)
        {
            Value("rStyle", isLink ? "Hyperlink" : "Quiet");
        }

        if (span.Style == SpanStyle.Strong)
        {
            Start("b");
            End();
        }

        End();
        Start("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Display.Clean(span.Text));
        End();
        End();
    }

    // A4, with the footer that says what this is.
    private void PageSetup()
    {
        Start("sectPr");
        Start("footerReference");
        Attribute("type", "default");
        xml.WriteAttributeString("id", Relations, "footer");
        End();
        Sized("pgSz", ("w", "11906"), ("h", "16838"));
        Sized("pgMar", ("top", "1134"), ("right", "1134"), ("bottom", "1134"), ("left", "1134"), ("header", "567"), ("footer", "567"),
            ("gutter", "0"));
        End();
    }

    private void Sized(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name);
        foreach ((string attribute, string value) in attributes)
        {
            Attribute(attribute, value);
        }

        End();
    }

    // Word allows fewer letters in the name of a place than ours have.
    private string PlaceOf(string id)
    {
        if (!_places.TryGetValue(id, out int number))
        {
            _places.Add(id, number = _places.Count);
        }

        return $"place{number.ToString(CultureInfo.InvariantCulture)}";
    }

    private int AddressOf(string address)
    {
        int at = _addresses.IndexOf(address);
        if (at < 0)
        {
            _addresses.Add(address);
        }

        return at < 0 ? _addresses.Count - 1 : at;
    }

    private static string? Colour(Tone tone) => tone switch
    {
        Tone.Good => "DCF1E2",
        Tone.Caution => "FBF0CC",
        Tone.Bad => "F8DADA",
        Tone.Plain or Tone.Quiet => null,
        _ => throw new UnreachableException(),
    };

    private void Value(string name, string value)
    {
        Start(name);
        Attribute("val", value);
        End();
    }

    private void Start(string name) => xml.WriteStartElement("w", name, Word);

    private void Attribute(string name, string value) => xml.WriteAttributeString("w", name, Word, value);

    private void End() => xml.WriteEndElement();
}
