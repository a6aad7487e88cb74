using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>A set of taxonomy nodes or places.</summary>
internal abstract record SetSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>any</c> or <c>anywhere</c>.</summary>
internal sealed record AnySetSyntax(TextSpan Span) : SetSyntax(Span);

/// <summary><c>own territory</c>: the territory of the party whose law is judged.</summary>
internal sealed record OwnTerritorySetSyntax(TextSpan Span) : SetSyntax(Span);

/// <summary><c>another party</c> or <c>any party</c>: the places of the other parties that are one towards the party whose law is judged,
/// or those with its own.</summary>
/// <param name="WithOwn">Whether it is <c>any party</c>.</param>
internal sealed record PartiesSetSyntax(bool WithOwn, TextSpan Span) : SetSyntax(Span);

/// <summary><c>any organisation</c> after <c>of</c>: with or without one.</summary>
internal sealed record AnyOrganisationSetSyntax(TextSpan Span) : SetSyntax(Span);

/// <summary><c>[outside] A, B or C [except D]</c>: (outside {A, B, C}) minus {D}.</summary>
internal sealed record ListSetSyntax(
    bool Outside, ImmutableArray<ReferenceSyntax> Names, ImmutableArray<ReferenceSyntax> Except, TextSpan Span) : SetSyntax(Span);
