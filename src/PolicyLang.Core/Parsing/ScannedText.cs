using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>A text and what has been read of it.</summary>
/// <param name="content">The text.</param>
internal sealed class ScannedText(string content)
{
    /// <summary>The text.</summary>
    public string Content => content;

    /// <summary>How long the text is, in UTF-16 code units.</summary>
    public int Length => content.Length;

    /// <summary>A character of the text.</summary>
    public char this[int at] => content[at];

    /// <summary>The tokens so far.</summary>
    public List<Token> Tokens { get; } = [];

    /// <summary>What was reported so far.</summary>
    public List<LexicalFinding> Findings { get; } = [];

    /// <summary>Where reading goes on.</summary>
    public int Position { get; set; }

    /// <summary>Adds a token; reading goes on behind it.</summary>
    public void Add(TokenKind kind, int start, int length)
    {
        Tokens.Add(new Token(kind, start, length));
        Position = start + length;
    }

    /// <summary>Adds a finding.</summary>
    public void Report(LexicalFinding finding) => Findings.Add(finding);

    /// <summary>Adds a finding that a replacement of its text may mend.</summary>
    public void Report(
        DiagnosticDescriptor descriptor, int start, int length, string message, string? help, string? replacement = null) =>
        Report(new LexicalFinding(descriptor, new TextSpan(start, length), message, help, replacement));
}
