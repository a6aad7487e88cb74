using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>What an island holds.</summary>
internal enum SyntaxBlockKind
{
    Declaration,
    FrameworkHead,
    FrameworkMember,

    /// <summary>The brace that closes a framework.</summary>
    FrameworkEnd,

    /// <summary>Text that belongs to no declaration; reported unless it is blank.</summary>
    Stray,

    /// <summary>The Markdown around the fences of a literate file.</summary>
    Markdown,
}

/// <summary>A finding inside an island, with spans relative to it.</summary>
internal sealed record BlockDiagnostic(
    DiagnosticDescriptor Descriptor, TextSpan Span, string Message, string? Help, string? FixTitle, ImmutableArray<TextEdit> FixEdits)
{
    /// <summary>The finding at its place in a file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="offset">Where the island starts.</param>
    public Diagnostic Locate(string file, SourceText text, int offset) => Descriptor.Create(
        new Location(file, text, Span.Shift(offset)),
        Message,
        Help,
        fix: FixTitle is null ? null : new Fix(FixTitle, [.. FixEdits.Select(e => e with { Span = e.Span.Shift(offset) })]));
}

/// <summary>A stretch of a file that is parsed on its own and reused as long as its text is the same.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The exact text, leading trivia included.</param>
/// <param name="Tokens">Its tokens, with offsets in the island; what lies between them is blank or comment.</param>
/// <param name="Node">What it declares; null for stray text, closing braces and Markdown.</param>
/// <param name="Diagnostics">What lexing and parsing found in it.</param>
internal sealed record SyntaxBlock(
    SyntaxBlockKind Kind, string Text, ImmutableArray<Token> Tokens, SyntaxNode? Node, ImmutableArray<BlockDiagnostic> Diagnostics);
