using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>Where rules stand, by their numbers.</summary>
/// <param name="Steps">After each principle, strongest first.</param>
/// <param name="Final">After all of them, and after weak permissions have yielded.</param>
/// <param name="Solved">Of which rules this is known; the rest means nothing.</param>
internal sealed record Standings(ImmutableArray<ImmutableArray<Region>> Steps, ImmutableArray<Region> Final, bool[] Solved);
