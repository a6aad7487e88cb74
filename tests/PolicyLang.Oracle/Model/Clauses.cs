namespace PolicyLang.Oracle.Model;

public enum ClauseKind
{
    Transfer,
    Sovereignty,
    Norm,
}

public enum Modality
{
    May,
    MayOnly,
    Must,
    MustNot,
    NeedNot,
    Should,
    ShouldNot,
    PartiesMustAllow,
    PartiesMustNotProhibit,
    PartiesMustNotRequire,
    PartiesMustProhibit,
    PartiesMustRequire,
    PartiesMayProhibit,
    PartiesMayRequire,
}

/// <summary>Days, both ends included; a missing end is open.</summary>
public sealed record Days(DateOnly? From, DateOnly? Until);

public enum ClockUnit
{
    Hours,
    Days,
    Weeks,
    Months,
    Years,
    WorkingDays,
}

/// <summary>A length of time, since the trigger or since an event (a flag) came true.</summary>
public sealed record Duration(long Count, ClockUnit Unit = ClockUnit.Hours, string? Event = null);

/// <summary>One clause. What is null or empty is not written.</summary>
public sealed record ClauseModel(ClauseKind Kind, string Name, Modality Modality, SetExpression Verbs)
{
    public SetExpression? Subject { get; init; }

    /// <summary>Where the subject is established, or of which organisation it is.</summary>
    public SetExpression? Of { get; init; }

    public SetExpression? Object { get; init; }

    /// <summary>Whether the object names targets, not data.</summary>
    public bool ObjectIsTarget { get; init; }

    /// <summary>Where the data were first collected.</summary>
    public SetExpression? Collected { get; init; }

    public SetExpression? From { get; init; }

    public SetExpression? To { get; init; }

    /// <summary>The roles of <c>to roles in places</c>.</summary>
    public ImmutableArray<string> ToRoles { get; init; } = [];

    /// <summary><c>in</c> or <c>outside</c>.</summary>
    public SetExpression? In { get; init; }

    public bool OnlyIn { get; init; }

    public SetExpression? For { get; init; }

    public SetExpression? Against { get; init; }

    public ImmutableArray<Condition> Where { get; init; } = [];

    public ImmutableArray<Condition> When { get; init; } = [];

    public ImmutableArray<Condition> Unless { get; init; } = [];

    public Condition? With { get; init; }

    public Duration? Within { get; init; }

    public Duration? NotBefore { get; init; }

    public ImmutableArray<string> Notifying { get; init; } = [];

    public ImmutableArray<string> ApprovedBy { get; init; } = [];

    /// <summary>Whether it is written with <c>parties should</c>.</summary>
    public bool IsSoftLaw { get; init; }

    public bool TowardsAnyone { get; init; }

    /// <summary>Qualified names of clauses, names of frameworks, or <c>law of X</c>, which come last; so are the four lists below.</summary>
    public ImmutableArray<string> SubjectTo { get; init; } = [];

    public ImmutableArray<string> PrevailsOver { get; init; } = [];

    public ImmutableArray<string> Notwithstanding { get; init; } = [];

    public ImmutableArray<string> ExemptFrom { get; init; } = [];

    public ImmutableArray<string> Invoking { get; init; } = [];

    public bool NotEnforceable { get; init; }

    public DateOnly? NotEnforceableUntil { get; init; }

    public ImmutableArray<Days> Force { get; init; } = [];

    public bool IsLawMaking => Modality >= Modality.PartiesMustAllow;
}
