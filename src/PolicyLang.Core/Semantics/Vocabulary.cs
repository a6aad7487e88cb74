using PolicyLang.Diagnostics;
using PolicyLang.Library;

namespace PolicyLang.Semantics;

/// <summary>What the law of a workspace is written in: taxonomies, attributes, blocs, definitions, organisations, and the order of the
/// principles.</summary>
internal sealed class Vocabulary
{
    private ILookup<string, NameReference>? _byFile;
    private ImmutableHashSet<Symbol>? _used;

    /// <summary>All taxonomies by name, jurisdictions among them, numbered.</summary>
    public required Dictionary<string, TaxonomySymbol> Taxonomies { get; init; }

    public required TaxonomySymbol Jurisdictions { get; init; }

    public required Dictionary<string, AttributeSymbol> Attributes { get; init; }

    public required Dictionary<string, BlocSymbol> Blocs { get; init; }

    public required Dictionary<string, BlocSymbol> Lists { get; init; }

    public required Dictionary<string, DefineSymbol> Defines { get; init; }

    public required Dictionary<string, OrganisationSymbol> Organisations { get; init; }

    /// <summary>The law library that frameworks may be used of; null where none is at hand.</summary>
    public required LawCatalog? Library { get; init; }

    /// <summary>The files of that library that are used.</summary>
    public required ImmutableHashSet<string> UsedFiles { get; init; }

    /// <summary>The blocs in order of declaration.</summary>
    public required ImmutableArray<BlocSymbol> BlocsDeclared { get; init; }

    /// <summary>The definitions in order of declaration.</summary>
    public required ImmutableArray<DefineSymbol> DefinesDeclared { get; init; }

    /// <summary>What is assumed of all cases.</summary>
    public required ImmutableArray<BoundAssumption> Assumptions { get; init; }

    /// <summary>The principles in force, strongest first.</summary>
    public required ImmutableArray<Principle> Principles { get; init; }

    /// <summary>Those of legal orders for which a declaration states their own.</summary>
    public required IReadOnlyDictionary<Symbol, ImmutableArray<Principle>> PrinciplesOfOrders { get; init; }

    /// <summary>The clocks that definitions, assumptions and conditions of blocs look at, each with the largest value that it is compared
    /// with.</summary>
    public required ImmutableDictionary<string, long> Clocks { get; init; }

    public required ImmutableArray<NameReference> References { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The names in declarations of the vocabulary, by file.</summary>
    public ILookup<string, NameReference> ByFile => _byFile ??= References.ToLookup(r => r.Location.File, StringComparer.Ordinal);

    /// <summary>The symbols that other declarations of the vocabulary speak of.</summary>
    public ImmutableHashSet<Symbol> Used => _used ??= [.. References.Where(r => r.Location != r.Symbol.Location).Select(r => r.Symbol)];
}
