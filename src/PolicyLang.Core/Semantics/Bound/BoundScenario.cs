using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A value that a scenario gives to an attribute.</summary>
public abstract record BoundFact(AttributeSymbol Attribute);

public sealed record BoundFlagFact(AttributeSymbol Attribute, bool Value) : BoundFact(Attribute);

/// <param name="Value">A count, or the number of a day.</param>
public sealed record BoundNumberFact(AttributeSymbol Attribute, long Value) : BoundFact(Attribute);

/// <summary>What a clock shows, as it is kept, or the day on which its event came true.</summary>
/// <param name="Attribute">The clock; for a day, the clock of hours.</param>
/// <param name="Value">The value of the clock; for a day its number.</param>
/// <param name="IsDay">Whether it is the day.</param>
public sealed record BoundClockFact(AttributeSymbol Attribute, long Value, bool IsDay) : BoundFact(Attribute);

/// <summary>The value of an attribute with one node; several make as many cases.</summary>
public sealed record BoundNodeFact(AttributeSymbol Attribute, ImmutableArray<NodeSymbol> Nodes) : BoundFact(Attribute);

/// <summary>Elements of a set attribute.</summary>
public sealed record BoundSetFact(AttributeSymbol Attribute, ImmutableArray<NodeSymbol> Nodes) : BoundFact(Attribute);

/// <summary>A scenario with its names resolved.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Facts">What it says of the case, or of each of its cases.</param>
/// <param name="Expectations">What it expects.</param>
/// <param name="Location">The scenario.</param>
/// <param name="Head">Its keyword and title, where findings are shown.</param>
public sealed record BoundScenario(string Title, ImmutableArray<BoundFact> Facts, ImmutableArray<BoundExpectation> Expectations, Location Location, Location Head);

/// <summary>One expectation.</summary>
/// <param name="Location">Where it stands.</param>
public abstract record BoundExpectation(Location Location);

public sealed record BoundOutcomeExpectation(ExpectedOutcome Outcome, ImmutableArray<ClauseSymbol> By, Location Location) : BoundExpectation(Location);

public sealed record BoundConflictExpectation(ImmutableArray<ClauseSymbol> Between, Location Location) : BoundExpectation(Location);

public sealed record BoundNoConflictExpectation(Location Location) : BoundExpectation(Location);

public sealed record BoundDutyExpectation(ClauseSymbol Clause, Location Location) : BoundExpectation(Location);

/// <summary>A way to comply: adding or removing an element, sending to or storing in a place.</summary>
public sealed record BoundWayExpectation(WayKind Kind, NodeSymbol Value, Location Location) : BoundExpectation(Location);

/// <summary>Waiting as a way to comply.</summary>
public sealed record BoundWaitExpectation(BoundClock Clock, Location Location) : BoundExpectation(Location);

/// <summary>A property of all cases that fit a pattern.</summary>
/// <param name="Pattern">The pattern, in the slots of a clause.</param>
public sealed record BoundCheck(string Title, CheckQuantifier Quantifier, CheckedOutcome Outcome, BoundClause Pattern, Location Location, Location Head);
