namespace PolicyLang.Runtime;

/// <summary>The answer to: may this be done, on which ground, and what else has to be done?</summary>
/// <param name="Permitted">Whether the act is permitted.</param>
/// <param name="Outcome">What the law says of the act.</param>
/// <param name="Grounds">The clauses that permit it or require it and stand.</param>
/// <param name="Mechanisms">The safeguards in place on each of which, taken alone, the permission rests; none where it needs no safeguard
/// or several at once.</param>
/// <param name="WaysToComply">Where the act is prohibited or conflicting: what would make it lawful; what would make it permitted
/// first.</param>
/// <param name="Duties">What else has to be done: the obligations that are due and that the act itself does not meet.</param>
/// <param name="Reasons">Why, one sentence for each clause that bears on it.</param>
public sealed record TransferAssessment(
    bool Permitted,
    PolicyOutcome Outcome,
    IReadOnlyList<ClauseModel> Grounds,
    IReadOnlyList<string> Mechanisms,
    IReadOnlyList<WayToComply> WaysToComply,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<string> Reasons)
{
    /// <summary>The same for given facts that may still come about, such as consent or an approval.</summary>
    public IReadOnlyList<WayToComply> OtherGrounds { get; init; } = [];

    /// <summary>What the case says nothing of and the answer rests on, with the values that were taken.</summary>
    public IReadOnlyList<CaseChange> Assumed { get; init; } = [];
}
