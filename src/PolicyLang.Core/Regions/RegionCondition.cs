using PolicyLang.Semantics;

namespace PolicyLang.Regions;

/// <summary>A condition that is known by its cases.</summary>
/// <param name="Cases">The cases.</param>
internal sealed record RegionCondition(Region Cases) : BoundCondition;
