using System.Text.Json.Serialization;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore;

/// <summary>An assessment, and what it means for the application.</summary>
/// <param name="Allowed">Whether the act may be done: it is permitted, or the law is silent and that is to mean yes.</param>
/// <param name="Assessment">What the law says.</param>
public sealed record PolicyAnswer(
    [property: JsonPropertyName("allowed")] bool Allowed,
    [property: JsonPropertyName("assessment")] TransferAssessment Assessment)
{
    /// <summary>The clauses that permit it.</summary>
    [JsonIgnore]
    public IReadOnlyList<ClauseModel> Grounds => Assessment.Grounds;

    /// <summary>What else has to be done.</summary>
    [JsonIgnore]
    public IReadOnlyList<Duty> Duties => Assessment.Duties;

    /// <summary>What would make it lawful.</summary>
    [JsonIgnore]
    public IReadOnlyList<WayToComply> WaysToComply => Assessment.WaysToComply;

    /// <summary>Why, in sentences.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Reasons => Assessment.Reasons;
}
