using PolicyLang.Diagnostics;

namespace PolicyLang.Semantics;

/// <summary>Everything that the names of a workspace mean.</summary>
internal sealed class SemanticModel
{
    private readonly Dictionary<string, BoundFile> _byFile;

    // Whoever makes it a second time makes the same.
    private Dictionary<string, long>? _farthest;

    internal SemanticModel(
        Vocabulary ground, ImmutableArray<BoundFile> parts, ImmutableArray<PrecedenceEdge> precedence, ImmutableArray<Diagnostic> circles)
    {
        Vocabulary = ground;
        Parts = parts;
        Precedence = precedence;
        Circles = circles;
        Attributes = [.. ground.Attributes.Values];
        Frameworks = [.. parts.SelectMany(p => p.Frameworks)];
        Parties = [.. parts.SelectMany(p => p.Parties).Distinct()];
        Organisations = [.. ground.Organisations.Values];
        Acknowledgements = [.. parts.SelectMany(p => p.Acknowledgements)];
        Scenarios = [.. parts.SelectMany(p => p.Scenarios)];
        Checks = [.. parts.SelectMany(p => p.Checks)];
        Clocks =
        [
            .. ground.Clocks.Keys.Concat(parts.Where(p => !p.Clocks.IsEmpty).SelectMany(p => p.Clocks.Keys))
                .Distinct(StringComparer.Ordinal),
        ];
        Repeals = new Repeals(Frameworks);
        OrderPrinciples = new OrderPrinciples(ground, Frameworks);
        _byFile = parts.ToDictionary(p => p.Tree.File, StringComparer.Ordinal);
    }

    /// <summary>The vocabulary; models that follow each other share it as long as no edit touches it.</summary>
    internal Vocabulary Vocabulary { get; }

    /// <summary>The law, file by file, the prelude's first.</summary>
    internal ImmutableArray<BoundFile> Parts { get; }

    /// <summary>The findings about clauses that prevail over each other in a circle.</summary>
    internal ImmutableArray<Diagnostic> Circles { get; }

    /// <summary>What frameworks repeal.</summary>
    internal Repeals Repeals { get; }

    /// <summary>The principles of each legal order.</summary>
    internal OrderPrinciples OrderPrinciples { get; }

    /// <summary>All taxonomies by name, jurisdictions among them, numbered.</summary>
    public IReadOnlyDictionary<string, TaxonomySymbol> Taxonomies => Vocabulary.Taxonomies;

    public TaxonomySymbol Jurisdictions => Vocabulary.Jurisdictions;

    /// <summary>In order of declaration, the prelude's first.</summary>
    public ImmutableArray<AttributeSymbol> Attributes { get; }

    public ImmutableArray<BlocSymbol> Blocs => Vocabulary.BlocsDeclared;

    public ImmutableArray<DefineSymbol> Defines => Vocabulary.DefinesDeclared;

    public ImmutableArray<FrameworkSymbol> Frameworks { get; }

    public ImmutableArray<PartySymbol> Parties { get; }

    public ImmutableArray<OrganisationSymbol> Organisations { get; }

    /// <summary>What clauses say about which of them prevails; without circles.</summary>
    public ImmutableArray<PrecedenceEdge> Precedence { get; }

    /// <summary>The principles in force, strongest first; explicit precedence always is the first.</summary>
    public ImmutableArray<Principle> Principles => Vocabulary.Principles;

    public ImmutableArray<Acknowledgement> Acknowledgements { get; }

    public ImmutableArray<BoundScenario> Scenarios { get; }

    public ImmutableArray<BoundCheck> Checks { get; }

    /// <summary>What is assumed of all cases, in order of declaration.</summary>
    public ImmutableArray<BoundAssumption> Assumptions => Vocabulary.Assumptions;

    /// <summary>The names of all clocks that a clause or condition compares, that of the trigger which counts hours among them.</summary>
    public ImmutableArray<string> Clocks { get; }

    /// <summary>The largest value with which any sentence compares a clock, as the clock keeps it.</summary>
    public long FarthestOf(string clock)
    {
        Dictionary<string, long> farthest = _farthest ??= Farthest();
        return farthest.TryGetValue(clock, out long value) ? value : 0;
    }

    private Dictionary<string, long> Farthest()
    {
        var farthest = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (ImmutableDictionary<string, long> clocks in Parts.Select(p => p.Clocks).Append(Vocabulary.Clocks).Where(c => !c.IsEmpty))
        {
            foreach (KeyValuePair<string, long> clock in clocks)
            {
                farthest[clock.Key] = Math.Max(clock.Value, farthest.TryGetValue(clock.Key, out long other) ? other : 0);
            }
        }

        return farthest;
    }

    /// <summary>Every name in every file and what it means.</summary>
    public IEnumerable<NameReference> References => Vocabulary.References.Concat(Parts.SelectMany(p => p.References));

    /// <summary>What binding found, in no particular order.</summary>
    public IEnumerable<Diagnostic> Diagnostics =>
        Vocabulary.Diagnostics.Concat(Circles).Concat(Repeals.Diagnostics).Concat(OrderPrinciples.Diagnostics)
        .Concat(Parts.SelectMany(p => p.Diagnostics));

    /// <summary>The names in one file.</summary>
    public IEnumerable<NameReference> ReferencesIn(string file) =>
        Vocabulary.ByFile[file].Concat(_byFile.TryGetValue(file, out BoundFile? part) ? part.References : []);

    /// <summary>The law in one file; null where there is no such file.</summary>
    internal BoundFile? Part(string file) => _byFile.TryGetValue(file, out BoundFile? part) ? part : null;

    /// <summary>Whether something is declared in law of the library that is used.</summary>
    public bool IsUsedLaw(Symbol symbol) => Vocabulary.UsedFiles.Contains(symbol.Location.File);

    /// <summary>All clauses, in order of declaration.</summary>
    public IEnumerable<ClauseSymbol> Clauses => Frameworks.SelectMany(f => f.Clauses);

    /// <summary>The attribute of this name; null where nothing declares it.</summary>
    public AttributeSymbol? Attribute(string name) => Vocabulary.Attributes.TryGetValue(name, out AttributeSymbol? found) ? found : null;
}
