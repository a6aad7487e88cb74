using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>A piece of a declaration. Spans are relative to the island that holds the piece, so an unchanged island stays valid when text
/// before it changes.</summary>
internal abstract record SyntaxNode(TextSpan Span);

/// <summary>One identifier. A missing one has empty text and has already been reported.</summary>
internal sealed record NameSyntax(string Text, TextSpan Span) : SyntaxNode(Span)
{
    public bool IsMissing => Text.Length == 0;
}

/// <summary>A possibly qualified name, <c>GDPR.Art46</c>.</summary>
internal sealed record ReferenceSyntax : SyntaxNode
{
    // Nearly all names are of one part, which is made when it is asked for.
    private readonly ImmutableArray<NameSyntax> _parts;

    /// <summary>A name of one part.</summary>
    public ReferenceSyntax(NameSyntax name)
        : base(name.Span) => Text = name.Text;

    /// <summary>A name of several parts, or of none where it is missing.</summary>
    public ReferenceSyntax(ImmutableArray<NameSyntax> parts, TextSpan span)
        : base(span) => (_parts, Text) = (parts, string.Join(".", parts.Select(p => p.Text)));

    /// <summary>The names between the dots.</summary>
    public ImmutableArray<NameSyntax> Parts => _parts.IsDefault ? [new NameSyntax(Text, Span)] : _parts;

    /// <summary>The parts joined with dots; empty where the name is missing.</summary>
    public string Text { get; }

    public bool IsMissing => Text.Length == 0;
}

/// <summary>A literal.</summary>
internal abstract record LiteralSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A text in quotes; <paramref name="Value"/> has its escapes resolved.</summary>
internal sealed record TextLiteralSyntax(string Value, TextSpan Span) : LiteralSyntax(Span);

/// <summary>A whole number, 0 … 2^63-1.</summary>
internal sealed record NumberLiteralSyntax(long Value, TextSpan Span) : LiteralSyntax(Span);

/// <summary>A day. <paramref name="Day"/> counts days since 0001-01-01 (see <see cref="CalendarDay"/>).</summary>
internal sealed record DateLiteralSyntax(CalendarDay Day, TextSpan Span) : LiteralSyntax(Span);

/// <summary>An IRI without its angle brackets.</summary>
internal sealed record IriLiteralSyntax(string Value, TextSpan Span) : LiteralSyntax(Span);
