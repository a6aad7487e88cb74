using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>What every declaration has: its documentation, and whether something in it was reported.</summary>
internal readonly record struct Frame(ParseContext Reader, Token Keyword)
{
    public string? Documentation => Parsing.Documentation.PrecedingComment(Reader.Text, Keyword.Start);

    public bool IsBroken => Reader.IsBroken;

    /// <summary>Reads the word that begins a declaration.</summary>
    public static Frame Read(ref Cursor at) => new(at.Reader, at.Take());
}
