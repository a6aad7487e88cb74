using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>A node at its place in a file: <paramref name="Offset"/> is where its island starts.</summary>
internal readonly record struct PositionedNode<T>(T Node, int Offset)
    where T : SyntaxNode
{
    /// <summary>The absolute span of a node of the same island.</summary>
    public TextSpan Absolute(TextSpan span) => span.Shift(Offset);
}

/// <summary>A framework put together from its islands.</summary>
internal sealed record FrameworkUnit(
    PositionedNode<FrameworkHeadSyntax> Head, ImmutableArray<PositionedNode<FrameworkMemberSyntax>> Members, TextSpan Span);

/// <summary>One parsed file. Its tokens and trivia concatenate to the exact text.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Text">Its text.</param>
/// <param name="Islands">In text order, without gaps (in a literate file the Markdown between is an island too).</param>
/// <param name="Frameworks">In text order.</param>
/// <param name="Declarations">All other declarations, in text order.</param>
/// <param name="Diagnostics">Lexical and syntax findings, in text order, absolute.</param>
internal sealed record SyntaxTree(
    string File,
    SourceText Text,
    ImmutableArray<SyntaxBlock> Islands,
    ImmutableArray<FrameworkUnit> Frameworks,
    ImmutableArray<PositionedNode<DeclarationSyntax>> Declarations,
    ImmutableArray<Diagnostic> Diagnostics)
{
    private readonly ImmutableArray<SyntaxBlock> _islands = Islands;

    /// <inheritdoc cref="SyntaxTree"/>
    public ImmutableArray<SyntaxBlock> Islands => LateIslands is null ? _islands : LateIslands.Value;

    /// <summary>The islands of a tree that was made without reading its tokens.</summary>
    internal Lazy<ImmutableArray<SyntaxBlock>>? LateIslands { get; init; }

    /// <summary>The location of a span relative to an island that starts at <paramref name="offset"/>.</summary>
    public Location Locate(int offset, TextSpan span) => new(File, Text, span.Shift(offset));
}
