using PolicyLang.Text;

namespace PolicyLang.LanguageService.Answers;

/// <summary>An answer about a whole workspace as lines to read, each with the places that it speaks of.</summary>
/// <param name="Title">What was asked.</param>
/// <param name="Summary">What it comes to, in a sentence or two.</param>
/// <param name="Sections">The answer, in the order in which to read it.</param>
/// <param name="Notes">What was not found, not decided or left out.</param>
internal sealed record AnswerText(
    string Title, ImmutableArray<string> Summary, ImmutableArray<AnswerSection> Sections, ImmutableArray<string> Notes)
{
    /// <summary>What a change means for those who keep to the old version; null where nothing changes.</summary>
    public string? Level { get; init; }

    /// <summary>A table whose entries open lists; null where there is none.</summary>
    public AnswerTable? Table { get; init; }
}

/// <summary>Lines under a heading.</summary>
internal sealed record AnswerSection(string Title, ImmutableArray<AnswerRow> Rows);

/// <summary>One line.</summary>
/// <param name="Kind">What it is, as a word that stays the same.</param>
/// <param name="Text">The line.</param>
/// <param name="Details">What a reader may want to know of it.</param>
/// <param name="Places">Where the files say so; the first is what the line is about.</param>
internal sealed record AnswerRow(string Kind, string Text, ImmutableArray<string> Details, ImmutableArray<AnswerPlace> Places);

/// <summary>A place in a file.</summary>
/// <param name="Name">What stands there: a clause, a framework, a party.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Location">The words.</param>
internal sealed record AnswerPlace(string Name, string? Title, Location Location);

/// <summary>A table.</summary>
/// <param name="Rows">What its rows are called, and for whoever wants it longer.</param>
/// <param name="Columns">What its columns are called.</param>
/// <param name="Cells">The entries, row by row.</param>
/// <param name="Legend">What the signs mean.</param>
internal sealed record AnswerTable(
    ImmutableArray<(string Name, string Title)> Rows, ImmutableArray<(string Name, string Title)> Columns,
    ImmutableArray<ImmutableArray<AnswerCell>> Cells, string Legend);

/// <summary>An entry of a table.</summary>
/// <param name="Sign">It in a few signs.</param>
/// <param name="Text">It in words.</param>
/// <param name="Tone">How it bodes: <c>bad</c>, <c>caution</c>, <c>good</c> or <c>quiet</c>.</param>
/// <param name="Rows">What it is made of.</param>
internal sealed record AnswerCell(string Sign, string Text, string Tone, ImmutableArray<AnswerRow> Rows);
