using PolicyLang.Analysis;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.Workspaces;

/// <summary>What is to be said of the clauses of one file beside their conflicts.</summary>
/// <param name="Superfluous">The clauses without which every case would be decided alike.</param>
/// <param name="Lints">What a careful editor would note.</param>
internal sealed record PartFindings(ImmutableArray<SuperfluousClause> Superfluous, ImmutableArray<Diagnostic> Lints)
{
    /// <summary>All of it; but of a dead clause that is in conflict, the conflict says enough.</summary>
    public IEnumerable<Diagnostic> Report(ISet<ClauseSymbol> conflicting) =>
        Superfluous.Where(s => !(s.IsDead && conflicting.Contains(s.Clause))).Select(s => s.Finding).Concat(Lints);
}
