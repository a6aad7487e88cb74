namespace PolicyLang.Runtime;

/// <summary>A conflict between clauses that the compiler found and precedence does not resolve.</summary>
public sealed record ConflictModel
{
    /// <summary>The code of the finding, such as <c>PL4001</c>.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>Its kind, such as <c>dilemma</c>.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    /// <summary><c>unresolved</c>, <c>avoidable</c>, <c>resolved</c> or <c>acknowledged</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary><c>error</c>, <c>warning</c>, <c>information</c> or <c>hint</c>.</summary>
    [JsonPropertyName("severity")]
    public required string Severity { get; init; }

    /// <summary>The clauses that collide, sorted by name.</summary>
    [JsonPropertyName("clauses")]
    public required IReadOnlyList<ClauseModel> Clauses { get; init => field = ValueList.Of(value); } = ValueList<ClauseModel>.Empty;

    /// <summary>A smallest case that shows it, as a sentence.</summary>
    [JsonPropertyName("witness")]
    public required string Witness { get; init; }

    /// <summary>The same case as JSON, to be read as a case of the models.</summary>
    [JsonPropertyName("witnessJson")]
    public string WitnessJson { get; init; } = "{}";

    /// <summary>What collides and why, in one sentence.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>Why somebody accepts it; null where nobody does.</summary>
    [JsonPropertyName("acceptedBecause")]
    public string? AcceptedBecause { get; init; }

    /// <summary>The code and the message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
