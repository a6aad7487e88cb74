using PolicyLang.Exchange.Rdf;

namespace PolicyLang.Exchange.Odrl.Import;

/// <summary>A policy as its document states it.</summary>
internal sealed record OdrlPolicy(RdfTerm Id, string Place)
{
    public string? Title { get; init; }

    public string? Source { get; init; }

    public string? Citation { get; init; }

    public string? Authority { get; init; }

    public string? Rank { get; init; }

    /// <summary>Whether it is in our own profile.</summary>
    public bool IsOurs { get; init; }

    /// <summary>What prevails: <c>perm</c>, <c>prohibit</c> or <c>invalid</c>.</summary>
    public string Conflict { get; init; } = "invalid";

    public ImmutableArray<OdrlStatement> Rules { get; init; } = [];
}

/// <summary>What a rule of a policy does.</summary>
internal enum OdrlForce
{
    Permission,
    Prohibition,
    Obligation,
}

/// <summary>One rule: of several actions or assets each is one.</summary>
internal sealed record OdrlStatement(OdrlForce Force, string? Uid, string? Title, string? Source, string Place)
{
    public ImmutableArray<OdrlScope> Assignees { get; init; } = [];

    public ImmutableArray<OdrlScope> Targets { get; init; } = [];

    /// <summary>The IRIs of its actions, one of which is done.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>How the act is.</summary>
    public ImmutableArray<OdrlConstraint> Refinements { get; init; } = [];

    /// <summary>When.</summary>
    public ImmutableArray<OdrlConstraint> Constraints { get; init; } = [];

    /// <summary>Of a permission, the actions that have to be done for it.</summary>
    public ImmutableArray<string> Duties { get; init; } = [];
}

/// <summary>A party or an asset, or a collection of them told by refinements.</summary>
/// <param name="Iri">Its IRI; null for any.</param>
/// <param name="Refinements">What tells its members.</param>
internal sealed record OdrlScope(string? Iri, ImmutableArray<OdrlConstraint> Refinements);

/// <summary>A constraint.</summary>
/// <param name="Place">Where it stands.</param>
internal abstract record OdrlConstraint(string Place);

/// <summary>Several constraints.</summary>
/// <param name="Join"><c>and</c>, <c>or</c>, <c>xone</c> or <c>andSequence</c>.</param>
internal sealed record LogicalConstraint(string Join, ImmutableArray<OdrlConstraint> Parts, string Place) : OdrlConstraint(Place);

/// <summary>A comparison.</summary>
/// <param name="Left">The IRI of the left operand.</param>
/// <param name="Operator">The name of the operator.</param>
/// <param name="Right">The values.</param>
/// <param name="Unit">The unit of numbers; null where none is said.</param>
internal sealed record Comparison(string Left, string Operator, ImmutableArray<RdfTerm> Right, string? Unit, string Place)
    : OdrlConstraint(Place);

/// <summary>Something that was told as a loss, and must not widen what is allowed.</summary>
internal sealed record Unsaid(string Place) : OdrlConstraint(Place);

/// <summary>A name that our profile tells in its terms.</summary>
internal sealed record OdrlTerm(string Taxonomy, string Name, ImmutableArray<string> Broader, string? Iri);

/// <summary>An attribute that our profile tells in its terms.</summary>
internal sealed record OdrlAttribute(string Name, string Range, bool Chosen);
