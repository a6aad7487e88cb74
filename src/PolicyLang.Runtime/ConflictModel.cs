namespace PolicyLang.Runtime;

/// <summary>A conflict between clauses that the compiler found and precedence does not resolve.</summary>
public sealed record ConflictModel
{
    /// <summary>The code of the finding, such as <c>PL4001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its kind, such as <c>dilemma</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>unresolved</c>, <c>avoidable</c>, <c>resolved</c> or <c>acknowledged</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>error</c>, <c>warning</c>, <c>information</c> or <c>hint</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>The clauses that collide, sorted by name.</summary>
    public required IReadOnlyList<ClauseModel> Clauses { get; init; }

    /// <summary>A smallest case that shows it, as a sentence.</summary>
    public required string Witness { get; init; }

    /// <summary>What collides and why, in one sentence.</summary>
    public required string Message { get; init; }
}
