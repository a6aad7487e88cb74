using System.Text.Json;
using PolicyLang.LanguageServer.Reports.Grids;

namespace PolicyLang.LanguageServer.Reports.Document;

/// <summary>A report as every form of it tells it: sections of blocks, in the words of the analyses.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Lead">What it was made of, in a line.</param>
/// <param name="Sections">The sections, in the order in which they are read.</param>
/// <param name="WriteData">Writes what a page draws and moves: one JSON object.</param>
internal sealed record ReportDocument(
    string Title, string Lead, ImmutableArray<ReportSection> Sections, Action<Utf8JsonWriter> WriteData)
{
    /// <summary>What every form says of itself.</summary>
    public const string Notice = "A reading aid, not legal advice.";
}

/// <summary>A section.</summary>
/// <param name="Id">Its name in links.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What it shows and how to read it, in a sentence or two.</param>
/// <param name="Blocks">What it holds.</param>
internal sealed record ReportSection(string Id, string Title, string Lead, ImmutableArray<Block> Blocks);

/// <summary>How words in a line are set.</summary>
internal enum SpanStyle
{
    Plain,
    Strong,
    Code,
    Quiet,
}

/// <summary>Words in a line.</summary>
/// <param name="Text">The words.</param>
/// <param name="Style">How they are set.</param>
/// <param name="Target">Where they lead: <c>#</c> with the name of a place in the report, or an address; null for nowhere.</param>
internal sealed record Span(string Text, SpanStyle Style = SpanStyle.Plain, string? Target = null);

/// <summary>A line of words.</summary>
internal sealed record Line(ImmutableArray<Span> Spans)
{
    /// <summary>The words alone.</summary>
    public string Text => string.Concat(Spans.Select(s => s.Text));

    public static implicit operator Line(string words) => new([new Span(words)]);

    /// <summary>A line of several spans.</summary>
    public static Line Of(params IEnumerable<Span> spans) => new([.. spans]);
}

/// <summary>What a section holds.</summary>
internal abstract record Block;

internal sealed record Paragraph(Line Line) : Block;

/// <summary>Words of somebody else, as they are written.</summary>
internal sealed record Quotation(Line Line) : Block;

internal sealed record Bullets(ImmutableArray<Line> Items) : Block;

/// <summary>A heading within a section.</summary>
internal sealed record Heading(string Id, Line Line) : Block;

/// <summary>Names, each with what is to be said of it.</summary>
internal sealed record Pairs(ImmutableArray<Pair> Items) : Block;

/// <summary>A name with what is to be said of it.</summary>
internal sealed record Pair(string Name, ImmutableArray<Line> Lines);

/// <summary>Numbers that a reader takes in at once.</summary>
internal sealed record Figures(ImmutableArray<Figure> Items) : Block;

/// <summary>A number and what it counts.</summary>
internal sealed record Figure(string Value, string Label, Tone Tone);

/// <summary>A table; the first cell of each row is its head.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Heads">The heads of all columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Table(string Caption, ImmutableArray<string> Heads, ImmutableArray<TableRow> Rows) : Block
{
    /// <summary>Whether its entries are signs, so that it is set narrowly.</summary>
    public bool IsDense { get; init; }
}

/// <summary>A row, with its name in links where it has one.</summary>
internal sealed record TableRow(ImmutableArray<TableCell> Cells, string? Id = null);

/// <summary>An entry.</summary>
internal sealed record TableCell(Line Line, Tone Tone = Tone.Plain)
{
    public static implicit operator TableCell(string words) => new((Line)words);
}

/// <summary>A thing of its own that can be opened: a group of conflicts, an instrument.</summary>
/// <param name="Id">Its name in links.</param>
/// <param name="Badge">A word for its weight; null for none.</param>
/// <param name="Tone">How that is coloured.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Note">What stands beside the heading.</param>
/// <param name="Blocks">What it holds.</param>
internal sealed record Card(string Id, string? Badge, Tone Tone, string Title, string Note, ImmutableArray<Block> Blocks) : Block
{
    /// <summary>Whether it is open before anybody asks.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>What few readers need, behind a line of its own.</summary>
internal sealed record Fold(string Summary, ImmutableArray<Block> Blocks) : Block;

/// <summary>The same thing at several times: a page moves through all of them, other forms tell one.</summary>
/// <param name="Id">Its name in a page.</param>
/// <param name="Label">What changes from one to the next.</param>
/// <param name="Items">All of them, in their order.</param>
/// <param name="Shown">The place of the one that is told first.</param>
internal sealed record Variants(string Id, string Label, ImmutableArray<Variant> Items, int Shown) : Block;

/// <summary>One of them.</summary>
/// <param name="Label">When it holds.</param>
/// <param name="Blocks">What it holds.</param>
internal sealed record Variant(string Label, ImmutableArray<Block> Blocks);

/// <summary>A place that the script of a page fills; other forms have the table beside it.</summary>
/// <param name="Kind">What it is filled with.</param>
/// <param name="Label">What it shows, for whoever does not see it.</param>
internal sealed record Drawing(string Kind, string Label) : Block;
