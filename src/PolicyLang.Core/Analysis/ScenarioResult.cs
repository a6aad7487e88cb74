using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>An expectation that was not met.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Message">What was expected and what is.</param>
internal sealed record ScenarioFailure(Location Location, string Message);

/// <summary>What a scenario came to.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Cases">The decision of each of its cases; with ways to comply only where the scenario expects one.</param>
/// <param name="Told">Its cases in words, in the same order.</param>
/// <param name="Failures">The expectations that were not met; empty where it passed.</param>
internal sealed record ScenarioResult(
    BoundScenario Scenario, ImmutableArray<Decision> Cases, ImmutableArray<CaseFacts> Told, ImmutableArray<ScenarioFailure> Failures)
{
    /// <summary>Whether its cases could be decided (PL9004); otherwise it has no decisions, and the one failure says why.</summary>
    public bool IsDecided { get; init; } = true;

    /// <summary>The clauses that apply in some of its cases, defeated or not.</summary>
    public ImmutableArray<string> Applying { get; init; } = [];

    public bool Passed => Failures.IsEmpty;

    /// <summary>The strictest outcome of its cases; unregulated where it is not decided.</summary>
    public Outcome Outcome => OutcomeOrder.Strictest(Cases.Select(c => c.Outcome));
}

/// <summary>What a check came to.</summary>
/// <param name="Check">The check.</param>
/// <param name="Location">Where a refutation is shown.</param>
/// <param name="Witness">The smallest case that refutes it; null where it is proved or not decided.</param>
/// <param name="Failure">The refutation in words, or why it is not decided; null where it is proved.</param>
internal sealed record CheckResult(BoundCheck Check, Location Location, CaseFacts? Witness, string? Failure)
{
    /// <summary>Whether it is proved or refuted (PL9004).</summary>
    public bool IsDecided { get; init; } = true;

    /// <summary>Whether it says nothing, since no case fits it.</summary>
    public bool IsVacuous { get; init; }
}
