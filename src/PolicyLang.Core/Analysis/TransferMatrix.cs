using PolicyLang.Decisions;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis;

/// <summary>What a transfer from one place to another comes to.</summary>
internal enum TransferAnswer
{
    /// <summary>Permitted as it is.</summary>
    Free,

    /// <summary>Permitted once safeguards or other choices are added; the places, the data and the purpose stay.</summary>
    Safeguards,
    Prohibited,
    Conflicting,
    Unregulated,

    /// <summary>No such case occurs: an assumption of the workspace excludes it.</summary>
    Impossible,
}

/// <summary>A row or a column: places between which the law of the workspace makes no difference.</summary>
/// <param name="Name">The bloc that holds exactly these places, or the first of them.</param>
/// <param name="Title">All of them in words.</param>
/// <param name="Places">The places, in order of the vocabulary.</param>
internal sealed record MatrixPlace(string Name, string Title, ImmutableArray<NodeSymbol> Places);

/// <summary>One origin and one destination.</summary>
/// <param name="Answer">What the law says.</param>
/// <param name="Ways">Where choices must be added, every minimal set of them.</param>
/// <param name="Clauses">The clauses that decide it, sorted.</param>
internal sealed record MatrixCell(TransferAnswer Answer, ImmutableArray<CaseFacts> Ways, ImmutableArray<string> Clauses)
{
    /// <summary>Whether there are no ways but <see cref="Ways"/> (PL9003).</summary>
    public bool WaysAreComplete { get; init; } = true;

    /// <summary>Where no recipient is given and the outcome depends on it: each outcome, with the roles of the recipients for whom it is
    /// that one; the first is that of recipients of no role. Else empty.</summary>
    public ImmutableArray<RecipientOutcome> ByRecipient { get; init; } = [];
}

/// <summary>What a transfer to recipients of some roles comes to.</summary>
/// <param name="Outcome">What the law says.</param>
/// <param name="Roles">The roles. One that is named nowhere goes with the role above it; without one above it, with the first
/// outcome.</param>
internal sealed record RecipientOutcome(Outcome Outcome, ImmutableArray<NodeSymbol> Roles);

/// <summary>Origins and destinations of one kind of transfer: a row for each origin, a column for each destination.</summary>
internal sealed record TransferMatrix(
    ImmutableArray<MatrixPlace> Origins, ImmutableArray<MatrixPlace> Destinations, ImmutableArray<ImmutableArray<MatrixCell>> Rows);
