namespace PolicyLang.Runtime;

/// <summary>What to do with a case that leaves out what its answer rests on.</summary>
public enum WhenIncomplete
{
    /// <summary>Throw an <see cref="InvalidCaseException"/> that says what is missing.</summary>
    Refuse,

    /// <summary>Answer <see cref="PolicyOutcome.Undetermined"/>; an explanation says what is missing.</summary>
    Undetermined,

    /// <summary>Take the neutral value for whatever is left out, as <c>policyc decide</c> does; an explanation lists what was
    /// taken.</summary>
    Assume,
}

/// <summary>What keeps a case from being decided.</summary>
#if NET
[JsonConverter(typeof(Json.CamelCaseConverter<CaseProblemKind>))]
#endif
public enum CaseProblemKind
{
    /// <summary>A required fact is missing, and the answer rests on it.</summary>
    Missing,

    /// <summary>A value names nothing.</summary>
    UnknownValue,

    /// <summary>There is no attribute of that name.</summary>
    UnknownAttribute,

    /// <summary>The text is not a case in JSON.</summary>
    Malformed,

    /// <summary>No such case occurs: an assumption of the policy files rules it out, or its clocks disagree.</summary>
    Impossible,
}

/// <summary>What is wrong with a case, and what to write instead.</summary>
/// <param name="Kind">What keeps it from being decided.</param>
/// <param name="Attribute">The name of the attribute in the policy files; empty for a problem of the whole.</param>
/// <param name="Message">A sentence for whoever filled in the case.</param>
public sealed record CaseProblem(
    [property: JsonPropertyName("kind")] CaseProblemKind Kind,
    [property: JsonPropertyName("attribute")] string Attribute,
    [property: JsonPropertyName("message")] string Message)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}

/// <summary>A case that cannot be decided: it has a value that names nothing, or leaves out what its answer rests on.</summary>
public sealed class InvalidCaseException : Exception
{
    /// <summary>A refusal for one problem or several.</summary>
    /// <param name="problems">What is wrong.</param>
    public InvalidCaseException(IReadOnlyList<CaseProblem> problems)
        : base(string.Join(" ", problems)) => Problems = problems;

    /// <summary>What is wrong, and what to write instead.</summary>
    public IReadOnlyList<CaseProblem> Problems { get; }
}
