using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Conflicts;

/// <summary>Which conflicts somebody accepted, as of a day.</summary>
/// <param name="all">The acknowledgements of the workspace.</param>
/// <param name="asOf">The day on which they are judged; null to leave their last days out of account.</param>
internal sealed class Acknowledgements(ImmutableArray<Acknowledgement> all, CalendarDay? asOf)
{
    /// <summary>The acknowledgement that accepts the conflict between just these clauses; null where there is none.</summary>
    public Acknowledgement? Find(ImmutableArray<ClauseSymbol> clauses) => all.FirstOrDefault(a => !HasEnded(a) && a.Covers(clauses));

    /// <summary>What is to be said of those that accept nothing any more.</summary>
    /// <param name="conflicts">The conflicts that there are, those that precedence resolves aside.</param>
    public IEnumerable<Diagnostic> Stale(ImmutableArray<FoundConflict> conflicts)
    {
        foreach (Acknowledgement acknowledgement in all)
        {
            string between = string.Join(" and ", acknowledgement.Sides.Distinct());
            if (!conflicts.Any(c => acknowledgement.Covers([.. c.Rules.Select(r => r.Clause).Distinct()])))
            {
                yield return ConflictDiagnostics.StaleAcknowledgement.Create(
                    acknowledgement.Location,
                    $"There is no conflict between just {between}, so there is nothing to acknowledge.",
                    "Remove it, or name exactly the clauses of a conflict that is reported.");
            }
            else if (HasEnded(acknowledgement))
            {
                yield return ConflictDiagnostics.StaleAcknowledgement.Create(
                    acknowledgement.Location,
                    $"The acknowledgement of the conflict between {between} ended on {acknowledgement.Until}.",
                    "Solve the conflict, or decide anew and write a later day.");
            }
        }
    }

    private bool HasEnded(Acknowledgement acknowledgement) => asOf is { } day && acknowledgement.Until is { } last && last < day;
}
