namespace PolicyLang.Runtime;

/// <summary>The answer for one case, with its reasons. Two are equal where they say the same; it goes to JSON and back. In the answer of a
/// model, ways to comply, other grounds and assumptions are searched for when they are first read.</summary>
/// <param name="Outcome">All legal orders combined.</param>
/// <param name="Orders">Each legal order that has a clause for the case, sorted by name.</param>
/// <param name="Applied">The clauses that apply and stand, sorted by name.</param>
/// <param name="Defeated">The clauses that apply but yield, sorted by name.</param>
/// <param name="Duties">The obligations that are due, sorted by the names of their clauses.</param>
/// <param name="WaysToComply">When prohibited or conflicting: every minimal change of what the actor decides that makes the act lawful;
/// those after which it is permitted first, then the shortest.</param>
public sealed record PolicyDecision(
    [property: JsonPropertyName("outcome")] PolicyOutcome Outcome,
    IReadOnlyList<OrderDecision> Orders,
    IReadOnlyList<ClauseModel> Applied,
    IReadOnlyList<DefeatedClause> Defeated,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<WayToComply> WaysToComply)
{
    /// <summary>Each legal order that has a clause for the case, sorted by name.</summary>
    [JsonPropertyName("orders")]
    public IReadOnlyList<OrderDecision> Orders { get; init => field = ValueList.Of(value); } = ValueList.Of(Orders);

    /// <summary>The clauses that apply and stand, sorted by name.</summary>
    [JsonPropertyName("applied")]
    public IReadOnlyList<ClauseModel> Applied { get; init => field = ValueList.Of(value); } = ValueList.Of(Applied);

    /// <summary>The clauses that apply but yield, sorted by name.</summary>
    [JsonPropertyName("defeated")]
    public IReadOnlyList<DefeatedClause> Defeated { get; init => field = ValueList.Of(value); } = ValueList.Of(Defeated);

    /// <summary>The obligations that are due, sorted by the names of their clauses.</summary>
    [JsonPropertyName("duties")]
    public IReadOnlyList<Duty> Duties { get; init => field = ValueList.Of(value); } = ValueList.Of(Duties);

    /// <summary>When prohibited or conflicting: every minimal change of what the actor decides that makes the act lawful; those after
    /// which it is permitted first, then the shortest.</summary>
    [JsonPropertyName("waysToComply")]
    public IReadOnlyList<WayToComply> WaysToComply { get; init => field = ValueList.Of(value); } = ValueList.Of(WaysToComply);

    /// <summary>When prohibited or conflicting: every minimal change of given facts that may still come about, such as consent or an
    /// approval, with which the act would be lawful.</summary>
    [JsonPropertyName("otherGrounds")]
    public IReadOnlyList<WayToComply> OtherGrounds { get; init => field = ValueList.Of(value); } = ValueList<WayToComply>.Empty;

    /// <summary>What the case says nothing of and the answer rests on, with the values that were taken. An attribute at its neutral value
    /// counts as one of which nothing is said.</summary>
    [JsonPropertyName("assumed")]
#if NET
    [JsonConverter(typeof(Json.ChangesJsonConverter))]
#endif
    public IReadOnlyList<CaseChange> Assumed { get; init => field = ValueList.Of(value); } = ValueList<CaseChange>.Empty;

    /// <summary>Where undetermined: the required facts that are missing.</summary>
    [JsonPropertyName("missing")]
    public IReadOnlyList<CaseProblem> Missing { get; init => field = ValueList.Of(value); } = ValueList<CaseProblem>.Empty;

    /// <summary>Whether ways, grounds and assumptions are all there; false where they are too many to find.</summary>
    [JsonPropertyName("isComplete")]
    public bool IsComplete { get => Completeness.Value; init => Completeness = new ValueFlag(value); }

    internal ValueFlag Completeness { get; init; } = new(true);

    /// <summary>What the answer was made from; null for one that was put together by hand.</summary>
    [JsonPropertyName("provenance")]
    public Provenance? Provenance { get; init; }

    /// <summary>One line for a log: the outcome, clauses applied and defeated, duties, what is missing or assumed, the
    /// fingerprint.</summary>
    public override string ToString() => DecisionText.Line(
        Outcome.ToString(),
        ("applied", Applied),
        ("defeated", Defeated),
        ("due", Duties),
        ("missing", [.. Missing.Select(m => m.Attribute)]),
        ("assumed", Assumed),
        ("law", DecisionText.ShortFingerprint(Provenance)));
}

/// <summary>The answer of one legal order.</summary>
/// <param name="Authority">The legal order.</param>
/// <param name="Outcome">Its own answer.</param>
/// <param name="Applied">The clauses that stand and give it, sorted by name.</param>
public sealed record OrderDecision(
    [property: JsonPropertyName("authority")] string Authority,
    [property: JsonPropertyName("outcome")] PolicyOutcome Outcome,
    IReadOnlyList<ClauseModel> Applied)
{
    /// <summary>The clauses that stand and give it, sorted by name.</summary>
    [JsonPropertyName("applied")]
    public IReadOnlyList<ClauseModel> Applied { get; init => field = ValueList.Of(value); } = ValueList.Of(Applied);
}

/// <summary>A clause that applied but yielded.</summary>
/// <param name="Clause">The clause that yielded.</param>
/// <param name="By">The clause that prevails over it.</param>
/// <param name="Principle">Why it does.</param>
public sealed record DefeatedClause(
    [property: JsonPropertyName("clause")] ClauseModel Clause,
    [property: JsonPropertyName("by")] ClauseModel By,
    [property: JsonPropertyName("principle")] PolicyPrinciple Principle)
{
    /// <summary><c>clause by clause</c>.</summary>
    public override string ToString() => $"{Clause} by {By}";
}

/// <summary>An obligation that is due for the facts of a case.</summary>
/// <param name="Clause">The clause that obliges.</param>
/// <param name="IsMet">Whether the act of the case itself is what it asks for.</param>
public sealed record Duty(
    [property: JsonPropertyName("clause")] ClauseModel Clause,
    [property: JsonPropertyName("isMet")] bool IsMet)
{
    /// <summary>The name and the title of the clause.</summary>
    public override string ToString() => Clause.Title is { } title ? $"{Clause.QualifiedName} ({title})" : Clause.QualifiedName;
}

/// <summary>A minimal change after which an act is lawful.</summary>
/// <param name="Changes">Every attribute that changes.</param>
/// <param name="Outcome">What the act then is: permitted, or not regulated.</param>
public sealed record WayToComply(
    IReadOnlyList<CaseChange> Changes,
    [property: JsonPropertyName("outcome")] PolicyOutcome Outcome)
{
    /// <summary>Every attribute that changes.</summary>
    [JsonPropertyName("change")]
#if NET
    [JsonConverter(typeof(Json.ChangesJsonConverter))]
#endif
    public IReadOnlyList<CaseChange> Changes { get; init => field = ValueList.Of(value); } = ValueList.Of(Changes);

#if NET
    /// <summary>A case as it is after the changes.</summary>
    /// <typeparam name="TCase">The generated case.</typeparam>
    /// <param name="act">The case of which the answer told this way.</param>
    /// <exception cref="InvalidCaseException">The way is one of other models.</exception>
    public TCase Apply<TCase>(TCase act)
        where TCase : struct, ICase<TCase>
    {
        var values = new long[TCase.Model.Slots];
        act.CopyTo(values);
        IReadOnlyList<CaseProblem> problems = TCase.Model.Apply(Changes, values);
        return problems.Count == 0 ? TCase.Create(values) : throw new InvalidCaseException(problems);
    }
#endif

    /// <summary>The changes as one phrase: <c>safeguards = SCC; destination = JP</c>.</summary>
    public override string ToString() => string.Join("; ", Changes);
}

/// <summary>The new value of one attribute.</summary>
/// <param name="Attribute">The attribute's name in the policy files.</param>
/// <param name="Values">Its new value as the policy files write it; for a set, its elements, none for the empty set.</param>
public sealed record CaseChange(
    [property: JsonPropertyName("attribute")] string Attribute,
    IReadOnlyList<string> Values)
{
    /// <summary>Its new value as the policy files write it; for a set, its elements, none for the empty set.</summary>
    [JsonPropertyName("values")]
    public IReadOnlyList<string> Values { get; init => field = ValueList.Of(value); } = ValueList.Of(Values);

    /// <summary>What values the attribute has.</summary>
    [JsonPropertyName("kind")]
    public AttributeKind Kind { get; init; } = AttributeKind.NodeSet;

    /// <summary><c>attribute = value</c>.</summary>
    public override string ToString() => $"{Attribute} = {(Values.Count == 0 ? "none" : string.Join(", ", Values))}";
}
