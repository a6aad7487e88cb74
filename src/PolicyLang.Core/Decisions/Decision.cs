using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>What the law says of a case.</summary>
internal enum Outcome
{
    Unregulated,
    Permitted,
    Prohibited,
    Conflicting,
}

/// <summary>A clause that applied but yielded.</summary>
/// <param name="Clause">The clause that yielded.</param>
/// <param name="By">The clause that prevails over it.</param>
/// <param name="Principle">Why it does.</param>
internal sealed record DefeatedClause(string Clause, string By, Principle Principle);

/// <summary>The answer of one legal order.</summary>
/// <param name="Authority">The legal order.</param>
/// <param name="Outcome">Its own answer.</param>
/// <param name="Applied">The clauses that stand and give the answer, sorted.</param>
internal sealed record OrderAnswer(string Authority, Outcome Outcome, ImmutableArray<string> Applied);

/// <summary>The answer for one case.</summary>
/// <param name="Outcome">All legal orders combined.</param>
/// <param name="Orders">Each legal order that has a rule for the case, sorted by name.</param>
/// <param name="Applied">The clauses that apply and stand, sorted.</param>
/// <param name="Defeated">The clauses that apply but yield, sorted.</param>
/// <param name="Duties">The obligations whose trigger holds, sorted.</param>
/// <param name="Ways">When prohibited or conflicting: every minimal change of chosen attributes that makes the act lawful; those that end
/// permitted first.</param>
internal sealed record Decision(
    Outcome Outcome,
    ImmutableArray<OrderAnswer> Orders,
    ImmutableArray<string> Applied,
    ImmutableArray<DefeatedClause> Defeated,
    ImmutableArray<string> Duties,
    ImmutableArray<ComplyingWay> Ways)
{
    /// <summary>The changes of <see cref="Ways"/> alone.</summary>
    public ImmutableArray<CaseFacts> WaysToComply => [.. Ways.Select(w => w.Change)];

    /// <summary>When prohibited or conflicting: every minimal change of given facts, such as consent or an approval, with which the act
    /// would be lawful.</summary>
    public ImmutableArray<ComplyingWay> Grounds { get; init; } = [];

    /// <summary>The changes of <see cref="Grounds"/> alone.</summary>
    public ImmutableArray<CaseFacts> OtherGrounds => [.. Grounds.Select(g => g.Change)];

    /// <summary>Those of the duties that the act itself fulfils, sorted.</summary>
    public ImmutableArray<string> MetDuties { get; init; } = [];

    /// <summary>What the case leaves out and the answer rests on, with the values that were taken.</summary>
    public ImmutableArray<Fact> Assumed { get; init; } = [];

    /// <summary>What soft law advises, sorted by clause.</summary>
    public ImmutableArray<Advice> Advice { get; init; } = [];

    /// <summary>The soft obligations that are outstanding, sorted.</summary>
    public ImmutableArray<string> SoftDuties { get; init; } = [];

    /// <summary>Whether all grounds and everything assumed is listed; false where there are too many (PL9003).</summary>
    public bool GroundsAreComplete { get; init; } = true;

    /// <summary>Whether there are no other ways: they were not too many to find, and all that bears on the case is decided
    /// (PL9003).</summary>
    public bool WaysAreComplete { get; init; } = true;
}
