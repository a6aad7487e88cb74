using PolicyLang.Diagnostics;
using PolicyLang.Syntax;

namespace PolicyLang.Semantics.Binding;

/// <summary>Checks the claims of clauses to prevail: none over a foreign legal order.</summary>
internal sealed class PrecedenceChecker(BindingScope scope)
{
    /// <summary>The pairs (upper, lower) that stand, those that form a circle too.</summary>
    public ImmutableArray<PrecedenceEdge> Check(IEnumerable<ClauseSymbol> clauses)
    {
        var edges = ImmutableArray.CreateBuilder<PrecedenceEdge>();
        foreach (ClauseSymbol clause in clauses)
        {
            foreach (Precedence precedence in clause.Precedences)
            {
                if (IsForeign(clause, precedence))
                {
                    ReportForeign(clause, precedence);
                    continue;
                }

                foreach (ClauseSymbol other in precedence.Clauses.Where(c => !ReferenceEquals(c, clause)))
                {
                    edges.Add(precedence.Relation == NameListKind.SubjectTo
                        ? new PrecedenceEdge(other, clause, precedence)
                        : new PrecedenceEdge(clause, other, precedence));
                }
            }
        }

        return edges.ToImmutable();
    }

    private static bool IsForeign(ClauseSymbol clause, Precedence precedence)
    {
        if (precedence.Relation is not (NameListKind.PrevailsOver or NameListKind.Notwithstanding or NameListKind.ExemptFrom))
        {
            return false;
        }

        return clause.Framework.Authority is { } own && Order(precedence) is { } other
            && !ReferenceEquals(own, other) && !LegalOrders.IsEverBelow(other, own);
    }

    private static Symbol? Order(Precedence precedence) =>
        precedence.IsLawOf
            ? precedence.Target
            : (precedence.Target as FrameworkSymbol ?? (precedence.Target as ClauseSymbol)?.Framework)?.Authority;

    private void ReportForeign(ClauseSymbol clause, Precedence precedence)
    {
        string order = Order(precedence)?.Name ?? string.Empty;
        string target = precedence.IsLawOf ? $"law of {order}" : $"'{precedence.Target}', law of {order}";
        scope.Report(NameDiagnostics.ForeignPrecedence.Create(
            precedence.Location,
            $"'{clause.QualifiedName}' is law of {clause.Framework.Authority?.Name} and cannot place itself above {target}.",
            $"Only a clause of {order} itself can yield: write 'subject to {clause.QualifiedName}' there, or remove this."));
    }
}
