using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>What is taken for granted of all cases.</summary>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Condition">What never holds, or what implies <paramref name="Implied"/>.</param>
/// <param name="Implied">What is implied; null after <c>never</c>.</param>
/// <param name="Location">The declaration.</param>
internal sealed record BoundAssumption(string? Title, BoundCondition Condition, BoundCondition? Implied, Location Location);
