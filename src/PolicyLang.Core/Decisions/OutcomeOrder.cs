using System.Diagnostics;

namespace PolicyLang.Decisions;

/// <summary>Which outcome counts where an act is several cases at once.</summary>
internal static class OutcomeOrder
{
    /// <summary>The strictest of some outcomes; unregulated where there are none.</summary>
    public static Outcome Strictest(IEnumerable<Outcome> outcomes) => outcomes.OrderByDescending(Strictness).FirstOrDefault();

    // "Unregulated" is stricter than "permitted": for some data nobody has allowed the act.
    private static int Strictness(Outcome outcome) => outcome switch
    {
        Outcome.Conflicting => 3,
        Outcome.Prohibited => 2,
        Outcome.Unregulated => 1,
        Outcome.Permitted => 0,
        _ => throw new UnreachableException(),
    };
}
