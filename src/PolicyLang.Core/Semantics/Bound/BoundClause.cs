using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>The sentence and modifiers of a clause with their names resolved.</summary>
internal sealed record BoundClause
{
    /// <summary>The force of a sentence of conduct; null for a law-making one.</summary>
    public Modality? Modality { get; init; }

    /// <summary>The force of a law-making sentence; null for one of conduct.</summary>
    public LawModality? LawModality { get; init; }

    public BoundSet? Subject { get; init; }

    public BoundSet? Of { get; init; }

    /// <summary>Of which organisations it speaks; null for any, and for none.</summary>
    public BoundSet? Organisation { get; init; }

    /// <summary>Whether it says <c>of any organisation</c>.</summary>
    public bool OfAnyOrganisation { get; init; }

    /// <summary>Where the data were first collected.</summary>
    public BoundSet? Collected { get; init; }

    /// <summary>Every <c>where</c>: what the clause is about; all must hold.</summary>
    public ImmutableArray<BoundCondition> Where { get; init; } = [];

    /// <summary>For a guarantee, whether it is owed to everybody.</summary>
    public bool TowardsAnyone { get; init; }

    /// <summary>For a law-making sentence, whether it is written with <c>should</c>.</summary>
    public bool IsSoftLaw { get; init; }

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

    /// <summary>In the pattern of a check, the days that its <c>in force</c> names; empty for all. Those of a clause are the clause's
    /// own.</summary>
    public ImmutableArray<DayRange> Days { get; init; } = [];

    /// <summary>Whether the clause is <c>exempt from</c> others: then it permits nothing itself.</summary>
    public bool IsExemption { get; init; }

    /// <summary>Every condition: of <c>where</c>, <c>when</c>, <c>unless</c> and <c>with</c>.</summary>
    internal IEnumerable<BoundCondition> AllConditions => Where.Concat(Conditions).Concat(With is { } with ? [with] : []);

    /// <summary>A clause of the same force that says nothing else.</summary>
    internal BoundClause Blank() => new() { Modality = Modality, Verbs = new BoundAnySet() };

    /// <summary>A clause of the same force that says only what one modifier does; conditions aside.</summary>
    internal BoundClause Only(ModifierForm modifier) => modifier switch
    {
        ModifierForm.From => Blank() with { From = From },
        ModifierForm.CollectedIn => Blank() with { Collected = Collected },
        ModifierForm.To => Blank() with { To = To, Recipients = Recipients },
        ModifierForm.In => Blank() with { In = In },
        ModifierForm.Outside => Blank() with { Outside = Outside },
        ModifierForm.For => Blank() with { For = For },
        ModifierForm.Against => Blank() with { Against = Against },
        ModifierForm.Within => Blank() with { Within = Within },
        ModifierForm.NotBefore => Blank() with { NotBefore = NotBefore },
        ModifierForm.Notifying => Blank() with { Notifying = Notifying },
        ModifierForm.ApprovedBy => Blank() with { ApprovedBy = ApprovedBy },
        ModifierForm.Where or ModifierForm.When or ModifierForm.Unless or ModifierForm.With or ModifierForm.SubjectTo
            or ModifierForm.PrevailsOver or ModifierForm.Notwithstanding or ModifierForm.ExemptFrom or ModifierForm.Invoking
            or ModifierForm.TowardsAnyone or ModifierForm.NotEnforceable or ModifierForm.OnlyIn or ModifierForm.InForceFrom
            or ModifierForm.InForceUntil or ModifierForm.Under => Blank(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A length of time, on one of the clocks of an event.</summary>
/// <param name="Kind">The clock.</param>
/// <param name="Length">Hours, or twice the months or working days: how the clock is kept.</param>
/// <param name="Event">The flag whose coming true starts the clock; null for the trigger.</param>
internal sealed record BoundClock(ClockKind Kind, long Length, AttributeSymbol? Event)
{
    /// <summary>The name of the clock in a case.</summary>
    public string Name => ClockNames.Name(Kind, Event?.Name);

    /// <summary>The length in words.</summary>
    public string Spoken => Kind switch
    {
        ClockKind.Hours => $"{Length} hours",
        ClockKind.Months => $"{Length / 2} months",
        ClockKind.WorkingDays => $"{Length / 2} working days",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A duration as a clock keeps it.</summary>
    /// <param name="duration">The duration.</param>
    /// <param name="started">The event.</param>
    public static BoundClock Create(DurationSyntax duration, AttributeSymbol? started) => duration.Unit switch
    {
        DurationUnit.Hours => new(ClockKind.Hours, duration.Count, started),
        DurationUnit.Days => new(ClockKind.Hours, Times(duration.Count, 24), started),
        DurationUnit.Weeks => new(ClockKind.Hours, Times(duration.Count, 168), started),
        DurationUnit.Months => new(ClockKind.Months, Times(duration.Count, 2), started),
        DurationUnit.Years => new(ClockKind.Months, Times(duration.Count, 24), started),
        DurationUnit.WorkingDays => new(ClockKind.WorkingDays, Times(duration.Count, 2), started),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static long Times(long count, long unit) => count > long.MaxValue / unit ? long.MaxValue : count * unit;
}
