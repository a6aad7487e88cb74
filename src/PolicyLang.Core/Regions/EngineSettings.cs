using PolicyLang.Semantics;

namespace PolicyLang.Regions;

/// <summary>How the engine works. No answer depends on it but for those that are beyond the budget.</summary>
/// <param name="Budget">The most nodes that one piece of work may add.</param>
/// <param name="Order">Orders the variables of diagrams; null for the order in which they are declared, and another where that is too
/// dear.</param>
/// <param name="Workers">How many may work at a time, where the host has threads.</param>
/// <param name="Piece">Of how many rules, and the like, a piece of work is that may be done beside others. What is beyond the budget may
/// depend on it, but not on how many work.</param>
internal sealed record EngineSettings(
    int Budget = RegionSpace.DefaultBudget, Func<SemanticModel, CaseSpace, ImmutableArray<Variable>, ImmutableArray<int>>? Order = null,
    int Workers = 1, int Piece = 1_000)
{
    public static readonly EngineSettings Default = new();
}
