namespace PolicyLang.Semantics;

/// <summary>A set with its names resolved.</summary>
/// <param name="Taxonomy">The taxonomy of its elements; null for <c>any</c>.</param>
public abstract record BoundSet(TaxonomySymbol? Taxonomy);

/// <summary>Everything.</summary>
public sealed record BoundAnySet() : BoundSet((TaxonomySymbol?)null);

/// <summary>The territory of the party whose law is judged.</summary>
public sealed record BoundOwnTerritory(TaxonomySymbol Jurisdictions) : BoundSet(Jurisdictions);

/// <summary>(outside? members) minus except. Members are nodes, blocs and defined sets.</summary>
public sealed record BoundListSet(TaxonomySymbol Elements, bool Outside, ImmutableArray<Symbol> Members, ImmutableArray<Symbol> Except) : BoundSet(Elements);
