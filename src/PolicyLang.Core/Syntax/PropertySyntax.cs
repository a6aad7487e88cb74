using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>A run of properties between two clauses of a framework.</summary>
internal sealed record PropertiesSyntax(ImmutableArray<PropertySyntax> Properties, TextSpan Span) : FrameworkMemberSyntax(Span);

/// <summary>One property of a framework.</summary>
internal abstract record PropertySyntax(TextSpan KeywordSpan, TextSpan Span) : SyntaxNode(Span);

internal sealed record CitationPropertySyntax(TextLiteralSyntax Value, TextSpan KeywordSpan, TextSpan Span)
    : PropertySyntax(KeywordSpan, Span);

internal sealed record SourcePropertySyntax(IriLiteralSyntax Value, TextSpan KeywordSpan, TextSpan Span)
    : PropertySyntax(KeywordSpan, Span);

internal sealed record AuthorityPropertySyntax(NameSyntax Value, TextSpan KeywordSpan, TextSpan Span) : PropertySyntax(KeywordSpan, Span);

/// <summary>The rank's word is checked when names are bound, so that a misspelled one gets a suggestion.</summary>
internal sealed record RankPropertySyntax(NameSyntax Value, TextSpan KeywordSpan, TextSpan Span) : PropertySyntax(KeywordSpan, Span);

internal sealed record AdoptedPropertySyntax(DateLiteralSyntax Value, TextSpan KeywordSpan, TextSpan Span)
    : PropertySyntax(KeywordSpan, Span);

internal sealed record PartiesPropertySyntax(SetSyntax Value, TextSpan KeywordSpan, TextSpan Span) : PropertySyntax(KeywordSpan, Span);

internal sealed record ForcePropertySyntax(ForceSyntax Force, TextSpan KeywordSpan, TextSpan Span) : PropertySyntax(KeywordSpan, Span);

/// <summary><c>resolve conflicts by …</c> in a framework: the principles of its legal order.</summary>
internal sealed record ResolvePropertySyntax(ImmutableArray<ReferenceSyntax> Principles, TextSpan KeywordSpan, TextSpan Span)
    : PropertySyntax(KeywordSpan, Span);

/// <summary>The properties that are a keyword and a list of names.</summary>
internal enum PropertyListKind
{
    Aims,
    Replaces,
    Implements,

    /// <summary>Frameworks, or clauses by their qualified names.</summary>
    Repeals,
}

internal sealed record NameListPropertySyntax(
    PropertyListKind Kind, ImmutableArray<ReferenceSyntax> Names, TextSpan KeywordSpan, TextSpan Span) : PropertySyntax(KeywordSpan, Span);
