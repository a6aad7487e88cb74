using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A value that a scenario gives to an attribute.</summary>
internal abstract record BoundFact(AttributeSymbol Attribute);

internal sealed record BoundFlagFact(AttributeSymbol Attribute, bool Value) : BoundFact(Attribute);

/// <param name="Value">A count, or the number of a day.</param>
internal sealed record BoundNumberFact(AttributeSymbol Attribute, long Value) : BoundFact(Attribute);

/// <summary>What a clock shows, as it is kept, or the day on which its event came true.</summary>
/// <param name="Attribute">The clock; for a day, the clock of hours.</param>
/// <param name="Value">The value of the clock; for a day its number.</param>
/// <param name="IsDay">Whether it is the day.</param>
internal sealed record BoundClockFact(AttributeSymbol Attribute, long Value, bool IsDay) : BoundFact(Attribute);

/// <summary>The value of an attribute with one node; several make as many cases.</summary>
internal sealed record BoundNodeFact(AttributeSymbol Attribute, ImmutableArray<NodeSymbol> Nodes) : BoundFact(Attribute);

/// <summary>Elements of a set attribute.</summary>
internal sealed record BoundSetFact(AttributeSymbol Attribute, ImmutableArray<NodeSymbol> Nodes) : BoundFact(Attribute);

/// <summary>A scenario with its names resolved.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Facts">What it says of the case, or of each of its cases.</param>
/// <param name="Expectations">What it expects.</param>
/// <param name="Location">The scenario.</param>
/// <param name="Head">Its keyword and title, where findings are shown.</param>
internal sealed record BoundScenario(
    string Title, ImmutableArray<BoundFact> Facts, ImmutableArray<BoundExpectation> Expectations, Location Location, Location Head)
{
    /// <summary>The legal orders and frameworks whose law alone counts; empty for all.</summary>
    public ImmutableArray<Symbol> Under { get; init; } = [];
}

/// <summary>One expectation.</summary>
/// <param name="Location">Where it stands.</param>
internal abstract record BoundExpectation(Location Location);

internal sealed record BoundOutcomeExpectation(ExpectedOutcome Outcome, ImmutableArray<ClauseSymbol> By, Location Location)
    : BoundExpectation(Location);

internal sealed record BoundConflictExpectation(ImmutableArray<ClauseSymbol> Between, Location Location) : BoundExpectation(Location);

/// <param name="Between">Sides of which each has a clause in the conflict; empty for any conflict.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record BoundNoConflictExpectation(ImmutableArray<ConflictSide> Between, Location Location) : BoundExpectation(Location);

/// <summary>Whether a clause applies, defeated or not.</summary>
internal sealed record BoundAppliesExpectation(ClauseSymbol Clause, bool Applies, Location Location) : BoundExpectation(Location);

/// <summary>What soft law advises.</summary>
internal sealed record BoundAdviceExpectation(bool Discouraged, ImmutableArray<ClauseSymbol> By, Location Location)
    : BoundExpectation(Location);

internal sealed record BoundDutyExpectation(ClauseSymbol Clause, Location Location) : BoundExpectation(Location);

/// <summary>A way to comply: adding or removing an element, sending to or storing in a place.</summary>
internal sealed record BoundWayExpectation(WayKind Kind, NodeSymbol Value, Location Location) : BoundExpectation(Location);

/// <summary>Waiting as a way to comply.</summary>
internal sealed record BoundWaitExpectation(BoundClock Clock, Location Location) : BoundExpectation(Location);

/// <summary>A property of all cases that fit a pattern, or of the conflicts of the workspace.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Quantifier">Never or always.</param>
/// <param name="Outcome">Which outcome.</param>
/// <param name="Pattern">The pattern, in the slots of a clause.</param>
/// <param name="Location">The check.</param>
/// <param name="Head">Its keyword and title, where findings are shown.</param>
internal sealed record BoundCheck(
    string Title, CheckQuantifier Quantifier, CheckedOutcome Outcome, BoundClause Pattern, Location Location, Location Head)
{
    /// <summary>The legal orders and frameworks whose law alone counts; empty for all.</summary>
    public ImmutableArray<Symbol> Under { get; init; } = [];

    /// <summary>What it states of conflicts; null for a check of cases.</summary>
    public BoundConflictStatement? Conflicts { get; init; }
}

/// <summary>What a check states of conflicts.</summary>
internal abstract record BoundConflictStatement;

/// <summary>There is no conflict with a clause of each side.</summary>
internal sealed record BoundNoConflictStatement(ImmutableArray<ConflictSide> Between) : BoundConflictStatement;

/// <summary>There is no breach of a framework, or none by a party.</summary>
internal sealed record BoundNoBreachStatement(FrameworkSymbol Framework, Symbol? Party) : BoundConflictStatement;
