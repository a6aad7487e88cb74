using PolicyLang.Text;

namespace PolicyLang.Syntax;

/// <summary>A top-level declaration that is one island.</summary>
/// <param name="Documentation">Text of its <c>///</c> comments, lines joined with LF.</param>
/// <param name="IsBroken">Whether something in it was reported, so that findings that would follow from it are not.</param>
/// <param name="Span">The declaration.</param>
internal abstract record DeclarationSyntax(string? Documentation, bool IsBroken, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>framework NAME [TITLE] {</c>; its members are islands of their own.</summary>
internal sealed record FrameworkHeadSyntax(NameSyntax Name, TextLiteralSyntax? Title, string? Documentation, bool IsBroken, TextSpan Span)
    : DeclarationSyntax(Documentation, IsBroken, Span);

/// <param name="Name">A jurisdiction or bloc.</param>
/// <param name="Title">Its title.</param>
/// <param name="Adoptions">What it adopts.</param>
/// <param name="Invocations">Which leaves it invokes for its law.</param>
/// <param name="Documentation">Text of its <c>///</c> comments.</param>
/// <param name="IsBroken">Whether something in it was reported.</param>
/// <param name="Span">The declaration.</param>
internal sealed record PartySyntax(NameSyntax Name, TextLiteralSyntax? Title, ImmutableArray<AdoptionSyntax> Adoptions,
    ImmutableArray<InvocationSyntax> Invocations, string? Documentation, bool IsBroken, TextSpan Span)
    : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary><c>invokes F.C for M since D [until D]</c>: a leave of an instrument, for law of the party.</summary>
/// <param name="Leave">The leave.</param>
/// <param name="For">Frameworks or clauses of the party's law.</param>
/// <param name="Since">From when.</param>
/// <param name="Until">The last day.</param>
/// <param name="Span">The invocation.</param>
internal sealed record InvocationSyntax(ReferenceSyntax Leave, ImmutableArray<ReferenceSyntax> For, DateLiteralSyntax? Since,
    DateLiteralSyntax? Until, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>adopts F since D [until D] [towards P] [reserving C [for M] [until D]]</c>.</summary>
internal sealed record AdoptionSyntax(
    ReferenceSyntax Framework,
    DateLiteralSyntax? Since,
    DateLiteralSyntax? Until,
    ImmutableArray<ReferenceSyntax> Towards,
    ImmutableArray<ReferenceSyntax> Reserving,
    ImmutableArray<ReferenceSyntax> ReservingFor,
    DateLiteralSyntax? ReservingUntil,
    TextSpan Span) : SyntaxNode(Span);

internal sealed record OrganisationSyntax(NameSyntax Name, TextLiteralSyntax? Title, ImmutableArray<ReferenceSyntax> Under,
    string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

internal sealed record JurisdictionSyntax(NameSyntax Name, TextLiteralSyntax? Title, ImmutableArray<JurisdictionPartSyntax> Parts,
    string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary>A territory inside a jurisdiction.</summary>
internal sealed record JurisdictionPartSyntax(NameSyntax Name, TextLiteralSyntax? Title, TextSpan Span) : SyntaxNode(Span);

/// <param name="Expression">The set after <c>=</c>; null where members are listed in braces.</param>
/// <param name="Entries">The members in braces.</param>
internal sealed record BlocSyntax(NameSyntax Name, TextLiteralSyntax? Title, bool Supranational, ListSetSyntax? Expression,
    ImmutableArray<BlocEntrySyntax> Entries, string? Documentation, bool IsBroken, TextSpan Span)
    : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary>Members of a bloc with the days and the condition of their membership.</summary>
internal sealed record BlocEntrySyntax(ImmutableArray<ReferenceSyntax> Members, DateLiteralSyntax? Since, DateLiteralSyntax? Until,
    ConditionSyntax? When, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>list NAME [TITLE] : TAXONOMY { … }</c>: a set of nodes whose elements change over time, as a bloc is of places.</summary>
internal sealed record DatedListSyntax(NameSyntax Name, TextLiteralSyntax? Title, NameSyntax TypeName,
    ImmutableArray<BlocEntrySyntax> Entries, string? Documentation, bool IsBroken, TextSpan Span)
    : DeclarationSyntax(Documentation, IsBroken, Span);

internal sealed record TaxonomySyntax(NameSyntax Name, TextLiteralSyntax? Title, ImmutableArray<TaxonomyNodeSyntax> Nodes,
    string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

internal sealed record TaxonomyNodeSyntax(NameSyntax Name, IriLiteralSyntax? Iri, TextLiteralSyntax? Title, ReferenceSyntax? Opposes,
    ImmutableArray<TaxonomyNodeSyntax> Nodes, TextSpan Span) : SyntaxNode(Span);

/// <param name="TypeName"><c>flag</c>, <c>count</c>, <c>date</c>, <c>jurisdiction</c> or a taxonomy.</param>
internal sealed record AttributeSyntax(NameSyntax Name, bool IsSet, NameSyntax TypeName, bool Chosen, bool SelfJudged,
    TextLiteralSyntax? Title, string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary>Exactly one of condition and set is there, or neither where it could not be read.</summary>
internal sealed record DefineSyntax(NameSyntax Name, ConditionSyntax? Condition, SetSyntax? Set, string? Documentation, bool IsBroken,
    TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary><c>assume [TITLE] never C</c>, or <c>assume [TITLE] C implies D</c>.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Condition">What never holds, or what implies <paramref name="Implied"/>.</param>
/// <param name="Implied">What is implied; null after <c>never</c>.</param>
/// <param name="Documentation">Text of its <c>///</c> comments.</param>
/// <param name="IsBroken">Whether something in it was reported.</param>
/// <param name="Span">The declaration.</param>
internal sealed record AssumeSyntax(TextLiteralSyntax? Title, ConditionSyntax Condition, ConditionSyntax? Implied, string? Documentation,
    bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary>One side of a conflict: a clause or a framework by its name, or the law of an order.</summary>
/// <param name="Name">The clause, the framework, or the order.</param>
/// <param name="IsLawOf">Whether <c>law of</c> stands before it.</param>
/// <param name="Span">The side.</param>
internal sealed record SideSyntax(ReferenceSyntax Name, bool IsLawOf, TextSpan Span) : SyntaxNode(Span);

internal sealed record AcknowledgeSyntax(ImmutableArray<SideSyntax> Sides, TextLiteralSyntax? Because, DateLiteralSyntax? Until,
    string? Documentation, bool IsBroken, TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary><c>resolve conflicts [of X] by …</c>; the principles' names are checked when names are bound.</summary>
internal sealed record ResolveSyntax(ReferenceSyntax? Of, ImmutableArray<ReferenceSyntax> Principles, string? Documentation, bool IsBroken,
    TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);

/// <summary><c>uses F, G [as of D]</c>: frameworks of the law library.</summary>
/// <param name="Names">The frameworks.</param>
/// <param name="AsOf">The day as of which whoever writes this knows them; null where nothing is said.</param>
/// <param name="Documentation">Text of its <c>///</c> comments.</param>
/// <param name="IsBroken">Whether something in it was reported.</param>
/// <param name="Span">The declaration.</param>
internal sealed record UsesSyntax(ImmutableArray<ReferenceSyntax> Names, DateLiteralSyntax? AsOf, string? Documentation, bool IsBroken,
    TextSpan Span) : DeclarationSyntax(Documentation, IsBroken, Span);
