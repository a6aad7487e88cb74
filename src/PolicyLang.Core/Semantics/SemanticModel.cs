using PolicyLang.Diagnostics;

namespace PolicyLang.Semantics;

/// <summary>Everything that the names of a workspace mean.</summary>
public sealed record SemanticModel
{
    private ILookup<string, NameReference>? _byFile;

    /// <summary>All taxonomies by name, jurisdictions among them, numbered.</summary>
    public required IReadOnlyDictionary<string, TaxonomySymbol> Taxonomies { get; init; }

    public required TaxonomySymbol Jurisdictions { get; init; }

    /// <summary>In order of declaration, the prelude's first.</summary>
    public required ImmutableArray<AttributeSymbol> Attributes { get; init; }

    public required ImmutableArray<BlocSymbol> Blocs { get; init; }

    public required ImmutableArray<DefineSymbol> Defines { get; init; }

    public required ImmutableArray<FrameworkSymbol> Frameworks { get; init; }

    public required ImmutableArray<PartySymbol> Parties { get; init; }

    public required ImmutableArray<OrganisationSymbol> Organisations { get; init; }

    /// <summary>What clauses say about which of them prevails; without circles.</summary>
    public required ImmutableArray<PrecedenceEdge> Precedence { get; init; }

    /// <summary>The principles in force, strongest first; explicit precedence always is the first.</summary>
    public required ImmutableArray<Principle> Principles { get; init; }

    public required ImmutableArray<Acknowledgement> Acknowledgements { get; init; }

    public required ImmutableArray<BoundScenario> Scenarios { get; init; }

    public required ImmutableArray<BoundCheck> Checks { get; init; }

    /// <summary>Every name in every file and what it means.</summary>
    public required ImmutableArray<NameReference> References { get; init; }

    /// <summary>What binding found, in no particular order.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The names in one file.</summary>
    public IEnumerable<NameReference> ReferencesIn(string file) => ByFile[file];

    // Made when an editor first asks; two threads may make it, and either is right.
    private ILookup<string, NameReference> ByFile => _byFile ??= References.ToLookup(r => r.Location.File, StringComparer.Ordinal);

    /// <summary>All clauses, in order of declaration.</summary>
    public IEnumerable<ClauseSymbol> Clauses => Frameworks.SelectMany(f => f.Clauses);

    /// <summary>The attribute of this name; null where nothing declares it.</summary>
    public AttributeSymbol? Attribute(string name) => Attributes.FirstOrDefault(a => a.Name == name);
}
