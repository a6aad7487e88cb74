using PolicyLang.Decisions;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Ground;

/// <summary>One of those among whom data are to go.</summary>
/// <param name="Name">A place or a bloc.</param>
/// <param name="Places">The place, or the members of the bloc on the day.</param>
internal sealed record GroundParty(string Name, ImmutableArray<NodeSymbol> Places);

/// <summary>Transfers from one party to another.</summary>
/// <param name="Outcome">The strictest outcome from any place of the one to any place of the other; null where the pattern has no such
/// case, or no two places are left.</param>
/// <param name="Closing">The clauses that forbid it, sorted.</param>
/// <param name="CanOpen">Whether some safeguards and facts open it.</param>
internal sealed record GroundCell(Outcome? Outcome, ImmutableArray<string> Closing, bool CanOpen)
{
    /// <summary>Whether nothing forbids it: it is permitted, or no rule speaks of it.</summary>
    public bool IsOpen => Outcome is Decisions.Outcome.Permitted or Decisions.Outcome.Unregulated;
}

/// <summary>A clause and how many of the closed pairs it closes.</summary>
internal sealed record ClosingClause(string Clause, int Pairs);

/// <summary>Between whom transfers of a kind are open, and what opens the others.</summary>
/// <param name="Case">The case that is asked about, places aside.</param>
/// <param name="Parties">Those among whom the data go.</param>
/// <param name="Rows">For each of them, its transfers to each.</param>
/// <param name="Bundles">The smallest sets of safeguards and facts with which every pair that can be opened is open, the shortest first.
/// Each suffices, and no part of it does. Empty where no pair is closed, none can be opened, or none opens all.</param>
/// <param name="Closing">The clauses that close most.</param>
internal sealed record GroundReport(
    CaseFacts Case, ImmutableArray<GroundParty> Parties, ImmutableArray<ImmutableArray<GroundCell>> Rows,
    ImmutableArray<CaseFacts> Bundles, ImmutableArray<ClosingClause> Closing)
{
    /// <summary>Whether there are no bundles but these (PL9003).</summary>
    public bool BundlesAreComplete { get; init; } = true;

    /// <summary>The clauses of which it is not known where they stand (PL9002).</summary>
    public ImmutableArray<string> Undecided { get; init; } = [];

    /// <summary>Every pair of parties, the first one's number and the other's.</summary>
    public IEnumerable<(int From, int To)> Pairs =>
        Enumerable.Range(0, Parties.Length).SelectMany(i => Enumerable.Range(0, Parties.Length).Where(j => j != i).Select(j => (i, j)));
}
