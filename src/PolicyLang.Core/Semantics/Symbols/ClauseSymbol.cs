using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A clause with everything its names mean.</summary>
internal sealed class ClauseSymbol(
    string name, Location location, FrameworkSymbol framework, PositionedNode<ClauseSyntax> syntax, Location whole) : Symbol(name, location)
{
    public FrameworkSymbol Framework { get; } = framework;

    public PositionedNode<ClauseSyntax> Syntax { get; } = syntax;

    /// <summary>The whole clause; <see cref="Symbol.Location"/> is its name.</summary>
    public Location Whole { get; } = whole;

    /// <summary>The name with its framework: <c>GDPR.Art46</c>.</summary>
    public string QualifiedName { get; } = $"{framework.Name}.{name}";

    public ClauseKind ClauseKind => Syntax.Node.Kind;

    /// <summary>The force of its sentence, by the name that the models have for it.</summary>
    public string ModalityName => Syntax.Node.Sentence switch
    {
        LawSentenceSyntax law => "Parties" + law.Modality,
        ConductSentenceSyntax conduct => conduct.Modality.ToString(),
        _ => nameof(Modality.May),
    };

    /// <summary>The article it renders.</summary>
    public string? Cites => Syntax.Node.Cites?.Value;

    /// <summary>What it says; null where that could not be bound and was reported.</summary>
    public BoundClause? Meaning { get; internal set; }

    /// <summary>The days it is in force: those of the framework, narrowed by its own.</summary>
    public ImmutableArray<DayRange> Force { get; internal set; } = [];

    public ImmutableArray<Precedence> Precedences { get; internal set; } = [];

    public override string Kind => "a clause";

    /// <summary>Whether a list names the clause, or its framework.</summary>
    public bool IsNamedIn(ImmutableArray<Symbol> names) =>
        names.Any(n => ReferenceEquals(n, this) || ReferenceEquals(n, Framework));

    /// <summary>Whether it is law of some orders or frameworks; of all where none is named.</summary>
    public bool IsUnder(ImmutableArray<Symbol> under) =>
        under.IsEmpty || under.Any(u => ReferenceEquals(u, Framework) || ReferenceEquals(u, Framework.Authority));

    public override string ToString() => QualifiedName;
}

/// <summary>A clause's claim to stand above or below another.</summary>
/// <param name="Relation">The modifier that claims it.</param>
/// <param name="Target">A clause, a whole framework, or a legal order.</param>
/// <param name="IsLawOf">Whether the target is a legal order, all of whose frameworks but the clause's own are meant.</param>
/// <param name="Location">Where the target is named.</param>
internal sealed record Precedence(NameListKind Relation, Symbol Target, bool IsLawOf, Location Location)
{
    /// <summary>The clauses meant: the target, or all clauses of the target; none for a legal order, whose frameworks only the model
    /// knows.</summary>
    public ImmutableArray<ClauseSymbol> Clauses => Target switch
    {
        ClauseSymbol clause => [clause],
        FrameworkSymbol framework => framework.Clauses,
        _ => [],
    };
}
