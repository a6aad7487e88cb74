namespace PolicyLang.Runtime;

/// <summary>The answer to: may this be done, on which ground, and what else has to be done? Two are equal where they say the
/// same.</summary>
/// <param name="Permitted">Whether the act is permitted: never where no law speaks of it.</param>
/// <param name="Outcome">What the law says of the act.</param>
/// <param name="Grounds">The clauses that permit it or require it and stand.</param>
/// <param name="Mechanisms">The safeguards in place on each of which, taken alone, the permission rests; none where it needs no safeguard
/// or several at once.</param>
/// <param name="WaysToComply">Where the act is prohibited or conflicting: what would make it lawful; what would make it permitted
/// first.</param>
/// <param name="Duties">What else has to be done: the obligations that are due and that the act itself does not meet.</param>
/// <param name="Reasons">Why: one sentence for each clause that bears on it, or one that says that none does.</param>
public sealed record TransferAssessment(
    [property: JsonPropertyName("permitted")] bool Permitted,
    [property: JsonPropertyName("outcome")] PolicyOutcome Outcome,
    IReadOnlyList<ClauseModel> Grounds,
    IReadOnlyList<string> Mechanisms,
    IReadOnlyList<WayToComply> WaysToComply,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<string> Reasons)
{
    /// <summary>The clauses that permit it or require it and stand.</summary>
    [JsonPropertyName("grounds")]
    public IReadOnlyList<ClauseModel> Grounds { get; init => field = ValueList.Of(value); } = ValueList.Of(Grounds);

    /// <summary>The safeguards in place on each of which, taken alone, the permission rests.</summary>
    [JsonPropertyName("mechanisms")]
    public IReadOnlyList<string> Mechanisms { get; init => field = ValueList.Of(value); } = ValueList.Of(Mechanisms);

    /// <summary>Where the act is prohibited or conflicting: what would make it lawful; what would make it permitted first.</summary>
    [JsonPropertyName("waysToComply")]
    public IReadOnlyList<WayToComply> WaysToComply { get; init => field = ValueList.Of(value); } = ValueList.Of(WaysToComply);

    /// <summary>What else has to be done: the obligations that are due and that the act itself does not meet.</summary>
    [JsonPropertyName("duties")]
    public IReadOnlyList<Duty> Duties { get; init => field = ValueList.Of(value); } = ValueList.Of(Duties);

    /// <summary>Why: one sentence for each clause that bears on it, or one that says that none does.</summary>
    [JsonPropertyName("reasons")]
    public IReadOnlyList<string> Reasons { get; init => field = ValueList.Of(value); } = ValueList.Of(Reasons);

    /// <summary>Every clause that applies and stands, sorted by name.</summary>
    [JsonPropertyName("applied")]
    public IReadOnlyList<ClauseModel> Applied { get; init => field = ValueList.Of(value); } = ValueList<ClauseModel>.Empty;

    /// <summary>The same as the ways to comply for given facts that may still come about, such as consent or an approval.</summary>
    [JsonPropertyName("otherGrounds")]
    public IReadOnlyList<WayToComply> OtherGrounds { get; init => field = ValueList.Of(value); } = ValueList<WayToComply>.Empty;

    /// <summary>What the case says nothing of and the answer rests on, with the values that were taken.</summary>
    [JsonPropertyName("assumed")]
#if NET
    [JsonConverter(typeof(Json.ChangesJsonConverter))]
#endif
    public IReadOnlyList<CaseChange> Assumed { get; init => field = ValueList.Of(value); } = ValueList<CaseChange>.Empty;

    /// <summary>Where undetermined: the required facts that are missing.</summary>
    [JsonPropertyName("missing")]
    public IReadOnlyList<CaseProblem> Missing { get; init => field = ValueList.Of(value); } = ValueList<CaseProblem>.Empty;

    /// <summary>What the answer was made from; null for one that was put together by hand.</summary>
    [JsonPropertyName("provenance")]
    public Provenance? Provenance { get; init; }

    /// <summary>One line for a log: the outcome, the reasons, duties, what is missing or assumed, the fingerprint.</summary>
    public override string ToString() => DecisionText.Line(
        Outcome.ToString(),
        ("applied", Applied),
        ("due", Duties),
        ("missing", [.. Missing.Select(m => m.Attribute)]),
        ("assumed", Assumed),
        ("law", DecisionText.ShortFingerprint(Provenance)));
}
