using PolicyLang.Syntax;

namespace PolicyLang.Semantics.Binding;

/// <summary>Finds the clauses that stand above or below others because one says so of the whole law of an order.</summary>
internal static class LawOfClaims
{
    /// <summary>The pairs (upper, lower). Two clauses that each yield to the other through such claims alone yield neither.</summary>
    /// <param name="parts">The law of the workspace.</param>
    public static ImmutableArray<PrecedenceEdge> Expand(ImmutableArray<BoundFile> parts)
    {
        ImmutableArray<FrameworkSymbol> frameworks = [.. parts.SelectMany(p => p.Frameworks)];
        ImmutableArray<PrecedenceEdge> edges =
        [
            .. from clause in frameworks.SelectMany(f => f.Clauses)
               from claim in clause.Precedences
               where claim.IsLawOf && claim.Relation != NameListKind.Invoking
               from framework in frameworks
               where ReferenceEquals(framework.Authority, claim.Target) && !ReferenceEquals(framework, clause.Framework)
                   && Reaches(clause, claim)
               from other in framework.Clauses
               select claim.Relation == NameListKind.SubjectTo
                   ? new PrecedenceEdge(other, clause, claim)
                   : new PrecedenceEdge(clause, other, claim),
        ];
        var pairs = new HashSet<(ClauseSymbol, ClauseSymbol)>(edges.Select(e => (e.Upper, e.Lower)));
        return edges.RemoveAll(e => pairs.Contains((e.Lower, e.Upper)));
    }

    private static bool Reaches(ClauseSymbol clause, Precedence claim) =>
        claim.Relation == NameListKind.SubjectTo
            || (clause.Framework.Authority is { } own
            && (ReferenceEquals(own, claim.Target) || LegalOrders.IsEverBelow(claim.Target, own)));
}
