namespace PolicyLang.Syntax;

/// <summary>The kinds of token. Its value as a character is what the grammar's parsers see.</summary>
public enum TokenKind
{
    EndOfIsland = 0,
    Name,
}
