using PolicyLang.Decisions;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Storage;

/// <summary>A duty to store that is due.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Origin">Where the data come from in the case in which it is due; null where the question does not say.</param>
/// <param name="Places">Where it can be fulfilled, and no rule forbids to store.</param>
/// <param name="Core">Where it can be fulfilled nowhere: a smallest set of clauses that together forbid every way; else empty.</param>
/// <param name="Case">The case.</param>
internal sealed record StorageDuty(
    string Clause, string? Origin, ImmutableArray<NodeSymbol> Places, ImmutableArray<string> Core, CaseFacts Case);

/// <summary>A place to store in.</summary>
/// <param name="Choices">The places that would do, each as well as the others.</param>
/// <param name="Fulfils">The clauses of the duties that it fulfils.</param>
internal sealed record StoragePlace(ImmutableArray<NodeSymbol> Choices, ImmutableArray<string> Fulfils);

/// <summary>Where data have to be stored.</summary>
/// <param name="Duties">The duties that are due.</param>
/// <param name="Places">A smallest set of places that fulfils all of them; empty where none is due, or some cannot be fulfilled.</param>
/// <param name="Undecided">The clauses of which it is not known where they stand (PL9002).</param>
internal sealed record StorageReport(
    ImmutableArray<StorageDuty> Duties, ImmutableArray<StoragePlace> Places, ImmutableArray<string> Undecided)
{
    /// <summary>Whether all duties can be fulfilled.</summary>
    public bool IsPossible => Duties.All(d => !d.Places.IsEmpty);
}
