using PolicyLang.Diagnostics;
using PolicyLang.Syntax;

namespace PolicyLang.Semantics;

/// <summary>
/// What the law in one file was bound to: its frameworks with their clauses, its parties, scenarios, checks and acknowledgements. Models
/// that follow each other share the parts of the files that no edit bears on, so that the same part means: nothing in it has changed.
/// </summary>
internal sealed class BoundFile
{
    private HashSet<Symbol>? _used;
    private ImmutableHashSet<string>? _dependsOn;
    private ImmutableHashSet<string>? _bearingOnLaw;
    private ImmutableArray<string> _orders;
    private bool? _claimsAgainstOrders;

    public required SyntaxTree Tree { get; init; }

    public required ImmutableArray<FrameworkSymbol> Frameworks { get; init; }

    /// <summary>The parties that the file speaks of; other files may speak of them too.</summary>
    public required ImmutableArray<PartySymbol> Parties { get; init; }

    /// <summary>The claims of its clauses to stand above or below others, those that form a circle too.</summary>
    public required ImmutableArray<PrecedenceEdge> Precedence { get; init; }

    public required ImmutableArray<BoundScenario> Scenarios { get; init; }

    public required ImmutableArray<BoundCheck> Checks { get; init; }

    public required ImmutableArray<Acknowledgement> Acknowledgements { get; init; }

    /// <summary>The clocks that its clauses and checks look at, those with errors too (scenarios may speak of them), each with the largest
    /// value that it is compared with.</summary>
    public required ImmutableDictionary<string, long> Clocks { get; init; }

    public required ImmutableArray<NameReference> References { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The symbols that it speaks of. Nobody adds to them.</summary>
    public HashSet<Symbol> Used => _used ??= [.. References.Select(r => r.Symbol)];

    /// <summary>The clauses that are addressed to States, and those that a clause of this file invokes against such a one.</summary>
    public ImmutableHashSet<string> BearingOnLaw => _bearingOnLaw ??=
    [
        .. Clauses.Where(c => c.Syntax.Node.Sentence is LawSentenceSyntax).Select(c => c.QualifiedName),
        .. Clauses.SelectMany(c => c.Precedences).Where(p => p.Relation == NameListKind.Invoking).SelectMany(p => p.Clauses)
            .Select(c => c.QualifiedName),
    ];

    /// <summary>Whether a clause of it claims to stand above or below the law of a whole order.</summary>
    public bool ClaimsAgainstOrders => _claimsAgainstOrders ??= Clauses.Any(c => c.Precedences.Any(p => p.IsLawOf));

    /// <summary>The legal orders of which it holds law of conduct: those that the law of parties is made of.</summary>
    public ImmutableArray<string> Orders => !_orders.IsDefault ? _orders : _orders =
        [.. Frameworks.Where(f => !f.IsDraft && f.Clauses.Any(c => c.Meaning?.Modality is not null)).Select(f => f.Authority?.Name)
            .OfType<string>().Distinct()];

    /// <summary>Its clauses, in order of declaration.</summary>
    public IEnumerable<ClauseSymbol> Clauses => Frameworks.SelectMany(f => f.Clauses);

    /// <summary>The other files whose frameworks, clauses or parties it speaks of.</summary>
    public ImmutableHashSet<string> DependsOn => _dependsOn ??=
        [.. Used.Where(s => s is FrameworkSymbol or ClauseSymbol or PartySymbol).Select(s => s.Location.File).Where(f => f != Tree.File)];
}
