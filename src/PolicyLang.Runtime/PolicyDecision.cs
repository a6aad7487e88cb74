namespace PolicyLang.Runtime;

/// <summary>The answer for one case, with its reasons.</summary>
/// <param name="Outcome">All legal orders combined.</param>
/// <param name="Orders">Each legal order that has a clause for the case, sorted by name.</param>
/// <param name="Applied">The clauses that apply and stand, sorted by name.</param>
/// <param name="Defeated">The clauses that apply but yield, sorted by name.</param>
/// <param name="Duties">The obligations that are due, sorted by the names of their clauses.</param>
/// <param name="WaysToComply">When prohibited or conflicting: every minimal change of what the actor decides that makes the act lawful;
/// those after which it is permitted first, then the shortest.</param>
public sealed record PolicyDecision(
    PolicyOutcome Outcome,
    IReadOnlyList<OrderDecision> Orders,
    IReadOnlyList<ClauseModel> Applied,
    IReadOnlyList<DefeatedClause> Defeated,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<WayToComply> WaysToComply)
{
    /// <summary>When prohibited or conflicting: every minimal change of given facts that may still come about, such as consent or an
    /// approval, with which the act would be lawful.</summary>
    public IReadOnlyList<WayToComply> OtherGrounds { get; init; } = [];

    /// <summary>What the case says nothing of and the answer rests on, with the values that were taken. An attribute at its neutral value
    /// counts as one of which nothing is said.</summary>
    public IReadOnlyList<CaseChange> Assumed { get; init; } = [];

    /// <summary>Whether ways, grounds and assumptions are all there; false where they are too many to find.</summary>
    public bool IsComplete { get; init; } = true;
}

/// <summary>The answer of one legal order.</summary>
/// <param name="Authority">The legal order.</param>
/// <param name="Outcome">Its own answer.</param>
/// <param name="Applied">The clauses that stand and give it, sorted by name.</param>
public sealed record OrderDecision(string Authority, PolicyOutcome Outcome, IReadOnlyList<ClauseModel> Applied);

/// <summary>A clause that applied but yielded.</summary>
/// <param name="Clause">The clause that yielded.</param>
/// <param name="By">The clause that prevails over it.</param>
/// <param name="Principle">Why it does.</param>
public sealed record DefeatedClause(ClauseModel Clause, ClauseModel By, PolicyPrinciple Principle);

/// <summary>An obligation that is due for the facts of a case.</summary>
/// <param name="Clause">The clause that obliges.</param>
/// <param name="IsMet">Whether the act of the case itself is what it asks for.</param>
public sealed record Duty(ClauseModel Clause, bool IsMet)
{
    /// <summary>The name and the title of the clause.</summary>
    public override string ToString() => Clause.Title is { } title ? $"{Clause.QualifiedName} ({title})" : Clause.QualifiedName;
}

/// <summary>A minimal change after which an act is lawful.</summary>
/// <param name="Changes">Every attribute that changes.</param>
/// <param name="Outcome">What the act then is: permitted, or not regulated.</param>
public sealed record WayToComply(IReadOnlyList<CaseChange> Changes, PolicyOutcome Outcome)
{
    /// <summary>The changes as one phrase: <c>safeguards = SCC; destination = JP</c>.</summary>
    public override string ToString() => string.Join("; ", Changes);
}

/// <summary>The new value of one attribute.</summary>
/// <param name="Attribute">The attribute's name in the policy files.</param>
/// <param name="Values">Its new value as the policy files write it; for a set, its elements, none for the empty set.</param>
public sealed record CaseChange(string Attribute, IReadOnlyList<string> Values)
{
    /// <summary><c>attribute = value</c>.</summary>
    public override string ToString() => $"{Attribute} = {(Values.Count == 0 ? "none" : string.Join(", ", Values))}";
}
