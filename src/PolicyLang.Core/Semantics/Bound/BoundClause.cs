using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>The sentence and modifiers of a clause with their names resolved.</summary>
public sealed record BoundClause
{
    /// <summary>The force of a sentence of conduct; null for a law-making one.</summary>
    public Modality? Modality { get; init; }

    /// <summary>The force of a law-making sentence; null for one of conduct.</summary>
    public LawModality? LawModality { get; init; }

    public BoundSet? Subject { get; init; }

    public BoundSet? Of { get; init; }

    public required BoundSet Verbs { get; init; }

    /// <summary>The attribute that the object's names belong to: <c>data</c> or <c>target</c>.</summary>
    public AttributeSymbol? ObjectAttribute { get; init; }

    public BoundSet? Object { get; init; }

    public BoundSet? From { get; init; }

    public BoundSet? To { get; init; }

    /// <summary>The roles of the recipient; empty for any.</summary>
    public ImmutableArray<Symbol> Recipients { get; init; } = [];

    public BoundSet? In { get; init; }

    /// <summary>Whether the place was written <c>only in</c>.</summary>
    public bool OnlyIn { get; init; }

    public BoundSet? Outside { get; init; }

    public BoundSet? For { get; init; }

    public BoundSet? Against { get; init; }

    /// <summary>Every <c>when</c> and every <c>unless</c>, the latter negated; all must hold.</summary>
    public ImmutableArray<BoundCondition> Conditions { get; init; } = [];

    public BoundCondition? With { get; init; }

    public BoundClock? Within { get; init; }

    public BoundClock? NotBefore { get; init; }

    public ImmutableArray<Symbol> Notifying { get; init; } = [];

    public ImmutableArray<Symbol> ApprovedBy { get; init; } = [];

    /// <summary>Whether the obligation cannot be enforced, and up to which day.</summary>
    public bool NotEnforceable { get; init; }

    public CalendarDay? NotEnforceableUntil { get; init; }

    /// <summary>In the pattern of a check, the days that its <c>in force</c> names; empty for all. Those of a clause are the clause's own.</summary>
    public ImmutableArray<DayRange> Days { get; init; } = [];

    /// <summary>Whether the clause is <c>exempt from</c> others: then it permits nothing itself.</summary>
    public bool IsExemption { get; init; }
}

/// <summary>A length of time and the event that starts its clock.</summary>
/// <param name="Hours">Hours.</param>
/// <param name="Event">The flag whose coming true starts the clock; null for the trigger.</param>
public sealed record BoundClock(long Hours, AttributeSymbol? Event);
