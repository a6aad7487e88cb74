namespace PolicyLang.Runtime;

/// <summary>What a clause is about.</summary>
#if NET
[JsonConverter(typeof(Json.CamelCaseConverter<ClauseKind>))]
#endif
public enum ClauseKind
{
    /// <summary>Data moving from one place to another.</summary>
    Transfer,

    /// <summary>Where data live and who reaches them.</summary>
    Sovereignty,

    /// <summary>Conduct or law-making of States and other stakeholders.</summary>
    Norm,
}

/// <summary>The force of a clause's sentence.</summary>
#if NET
[JsonConverter(typeof(Json.CamelCaseConverter<ClauseModality>))]
#endif
public enum ClauseModality
{
    /// <summary><c>may</c>: permits.</summary>
    May,

    /// <summary><c>may only</c>: permits under its conditions and prohibits otherwise.</summary>
    MayOnly,

    /// <summary><c>must</c>: obliges.</summary>
    Must,

    /// <summary><c>must not</c>: prohibits.</summary>
    MustNot,

    /// <summary><c>need not</c>: no such duty may be imposed.</summary>
    NeedNot,

    /// <summary><c>should</c>: recommends.</summary>
    Should,

    /// <summary><c>should not</c>: advises against.</summary>
    ShouldNot,

    /// <summary><c>parties must allow</c>.</summary>
    PartiesMustAllow,

    /// <summary><c>parties must prohibit</c>.</summary>
    PartiesMustProhibit,

    /// <summary><c>parties must require</c>.</summary>
    PartiesMustRequire,

    /// <summary><c>parties must not prohibit</c>.</summary>
    PartiesMustNotProhibit,

    /// <summary><c>parties must not require</c>.</summary>
    PartiesMustNotRequire,

    /// <summary><c>parties may prohibit</c>.</summary>
    PartiesMayProhibit,

    /// <summary><c>parties may require</c>.</summary>
    PartiesMayRequire,
}

/// <summary>A clause of a framework, as its policy file states it. Two are equal where name, kind, force, title and citation are; in JSON
/// it is told by these alone.</summary>
#if NET
[JsonConverter(typeof(Json.ClauseJsonConverter))]
#endif
public sealed record ClauseModel
{
    /// <summary>The framework that it belongs to.</summary>
    public required FrameworkModel Framework { get; init; }

    /// <summary>Its name inside the framework.</summary>
    public required string Name { get; init; }

    /// <summary>The name with its framework: <c>GDPR.Art46</c>.</summary>
    public string QualifiedName => Framework.Name + "." + Name;

    /// <summary>What it is about.</summary>
    public required ClauseKind Kind { get; init; }

    /// <summary>The force of its sentence.</summary>
    public required ClauseModality Modality { get; init; }

    /// <summary>Its title; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The article that it renders; null where it names none.</summary>
    public string? Citation { get; init; }

    /// <summary>The official source of its framework; null where the files name none.</summary>
    public string? Source => Framework.Source;

    /// <summary>What its documentation comment says; null where it has none.</summary>
    public string? Remarks { get; init; }

    /// <summary>The days on which it is in force; empty for a draft.</summary>
    public IReadOnlyList<DayPeriod> InForce { get; init => field = ValueList.Of(value); } = ValueList<DayPeriod>.Empty;

    /// <summary>Where it stands in the policy files.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>Whether name, kind, force, title and citation are the same.</summary>
    /// <param name="other">Another clause.</param>
    public bool Equals(ClauseModel? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Name == other.Name && Framework.Name == other.Framework.Name && Kind == other.Kind
            && Modality == other.Modality && Title == other.Title && Citation == other.Citation);

    /// <summary>A hash code of its name.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The qualified name.</summary>
    public override string ToString() => QualifiedName;
}
