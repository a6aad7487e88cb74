using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>A token; the text between it and the token before is its leading trivia (blanks and comments).</summary>
/// <param name="Kind">What it is; keywords are contextual, so a word's kind says which word it is, not how it is used.</param>
/// <param name="Start">Offset in its island.</param>
/// <param name="Length">UTF-16 code units.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);
}
