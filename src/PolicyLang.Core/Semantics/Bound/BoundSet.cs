namespace PolicyLang.Semantics;

/// <summary>A set with its names resolved.</summary>
/// <param name="Taxonomy">The taxonomy of its elements; null for <c>any</c>.</param>
internal abstract record BoundSet(TaxonomySymbol? Taxonomy);

/// <summary>Everything.</summary>
internal sealed record BoundAnySet() : BoundSet((TaxonomySymbol?)null);

/// <summary>The territory of the party whose law is judged.</summary>
internal sealed record BoundOwnTerritory(TaxonomySymbol Jurisdictions) : BoundSet(Jurisdictions);

/// <summary>The places of the other parties that are one towards the party whose law is judged.</summary>
/// <param name="Jurisdictions">The taxonomy of places.</param>
/// <param name="WithOwn">Whether its own territory is among them.</param>
internal sealed record BoundPartiesSet(TaxonomySymbol Jurisdictions, bool WithOwn) : BoundSet(Jurisdictions);

/// <summary>(outside? members) minus except. Members are nodes, blocs and defined sets.</summary>
internal sealed record BoundListSet(TaxonomySymbol Elements, bool Outside, ImmutableArray<Symbol> Members, ImmutableArray<Symbol> Except)
    : BoundSet(Elements);
