using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>A top-level declaration that is one island.</summary>
/// <param name="Documentation">Text of its <c>///</c> comments, lines joined with LF.</param>
/// <param name="IsBroken">Whether something in it was reported, so that findings that would follow from it are not.</param>
/// <param name="Span">The declaration.</param>
public abstract record DeclarationSyntax(string? Documentation, bool IsBroken, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>framework NAME [TITLE] {</c>; its members are islands of their own.</summary>
public sealed record FrameworkHeadSyntax(NameSyntax Name, TextLiteralSyntax? Title, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

public sealed record PartySyntax(NameSyntax Name, TextLiteralSyntax? Title, ImmutableArray<AdoptionSyntax> Adoptions, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary><c>adopts F since D [until D] [towards P] [reserving C [until D]]</c>.</summary>
public sealed record AdoptionSyntax(
    ReferenceSyntax Framework,
    DateLiteralSyntax? Since,
    DateLiteralSyntax? Until,
    ImmutableArray<ReferenceSyntax> Towards,
    ImmutableArray<ReferenceSyntax> Reserving,
    DateLiteralSyntax? ReservingUntil,
    TextSpan Span) : SyntaxNode(Span);

public sealed record OrganisationSyntax(NameSyntax Name, TextLiteralSyntax? Title, ImmutableArray<ReferenceSyntax> Under, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

public sealed record JurisdictionSyntax(NameSyntax Name, TextLiteralSyntax? Title, ImmutableArray<JurisdictionPartSyntax> Parts, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary>A territory inside a jurisdiction.</summary>
public sealed record JurisdictionPartSyntax(NameSyntax Name, TextLiteralSyntax? Title, TextSpan Span) : SyntaxNode(Span);

/// <param name="Expression">The set after <c>=</c>; null where members are listed in braces.</param>
/// <param name="Entries">The members in braces.</param>
public sealed record BlocSyntax(NameSyntax Name, TextLiteralSyntax? Title, bool Supranational, ListSetSyntax? Expression, ImmutableArray<BlocEntrySyntax> Entries, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary>Members of a bloc with the days and the condition of their membership.</summary>
public sealed record BlocEntrySyntax(ImmutableArray<ReferenceSyntax> Members, DateLiteralSyntax? Since, DateLiteralSyntax? Until, ConditionSyntax? When, TextSpan Span) : SyntaxNode(Span);

public sealed record TaxonomySyntax(NameSyntax Name, TextLiteralSyntax? Title, ImmutableArray<TaxonomyNodeSyntax> Nodes, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

public sealed record TaxonomyNodeSyntax(NameSyntax Name, IriLiteralSyntax? Iri, TextLiteralSyntax? Title, ReferenceSyntax? Opposes, ImmutableArray<TaxonomyNodeSyntax> Nodes, TextSpan Span) : SyntaxNode(Span);

/// <param name="TypeName"><c>flag</c>, <c>count</c>, <c>date</c>, <c>jurisdiction</c> or a taxonomy.</param>
public sealed record AttributeSyntax(NameSyntax Name, bool IsSet, NameSyntax TypeName, bool Chosen, TextLiteralSyntax? Title, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary>Exactly one of condition and set is there, or neither where it could not be read.</summary>
public sealed record DefineSyntax(NameSyntax Name, ConditionSyntax? Condition, SetSyntax? Set, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

public sealed record AcknowledgeSyntax(ImmutableArray<ReferenceSyntax> Clauses, TextLiteralSyntax? Because, DateLiteralSyntax? Until, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary><c>resolve conflicts by …</c>; the principles' names are checked when names are bound.</summary>
public sealed record ResolveSyntax(ImmutableArray<ReferenceSyntax> Principles, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);
