namespace PolicyLang.LanguageServer.Reports.Grids;

/// <summary>How good an entry of a table is, for its colour.</summary>
internal enum Tone
{
    Plain,
    Good,
    Caution,
    Bad,
    Quiet,
}

/// <summary>What stands at the head of a row or a column, or in an entry.</summary>
/// <param name="Short">For a terminal.</param>
/// <param name="Long">For everybody else; the same where nothing is short for it.</param>
internal sealed record GridText(string Short, string Long)
{
    public static GridText Of(string text) => new(text, text);
}

/// <summary>An entry.</summary>
internal sealed record GridCell(GridText Text, Tone Tone);

internal sealed record GridRow(GridText Head, ImmutableArray<GridCell> Cells);

/// <summary>A table for people, in whichever form.</summary>
/// <param name="Title">What it shows, as a sentence without a full stop.</param>
/// <param name="Corner">What the rows are.</param>
/// <param name="Across">What the columns are.</param>
/// <param name="Columns">The heads of the columns.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Legend">What the short forms of entries mean; one line each.</param>
/// <param name="Notes">What else is to be said, one line each.</param>
internal sealed record Grid(
    string Title, string Corner, string Across, ImmutableArray<GridText> Columns, ImmutableArray<GridRow> Rows,
    ImmutableArray<string> Legend, ImmutableArray<string> Notes);
