using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>Where rules stand, by their numbers. Nobody writes into the arrays, which may be shared.</summary>
/// <param name="Steps">After each principle, strongest first.</param>
/// <param name="Final">After all of them, and after weak permissions have yielded.</param>
/// <param name="Solved">Of which rules this is known; the rest means nothing.</param>
internal sealed record DefeatSolution(Region[][] Steps, Region[] Final, bool[] Solved)
{
    /// <summary>The clauses of which it is not known where their rules stand; their rules stand nowhere here.</summary>
    public ImmutableArray<ClauseSymbol> Unsettled { get; init; } = [];

    /// <summary>Whether a rule stands elsewhere than one did before, after some principle.</summary>
    public bool Differs(int rule, DefeatSolution before, int ruleBefore)
    {
        for (int step = 0; step < Steps.Length; step++)
        {
            if (!ReferenceEquals(Steps[step][rule], before.Steps[step][ruleBefore]))
            {
                return true;
            }
        }

        return !ReferenceEquals(Final[rule], before.Final[ruleBefore]);
    }
}
