using PolicyLang.Diagnostics;
using PolicyLang.Syntax;

namespace PolicyLang.Semantics.Binding;

/// <summary>Finds circles of precedence, reports each whole and once, and takes its edges out.</summary>
internal sealed class PrecedenceCycles(BindingScope scope)
{
    public ImmutableArray<PrecedenceEdge> Remove(ImmutableArray<PrecedenceEdge> edges)
    {
        while (true)
        {
            // To invoke a leave excuses a measure; it prevails over nothing.
            ImmutableArray<PrecedenceEdge> claims = edges.RemoveAll(e => e.Claim.Relation == NameListKind.Invoking);
            if (Find(claims, Group(claims)) is not { Count: > 0 } cycle)
            {
                return edges;
            }

            Report(cycle);
            var pairs = new HashSet<(ClauseSymbol, ClauseSymbol)>(cycle.Select(e => (e.Upper, e.Lower)));
            edges = edges.RemoveAll(e => pairs.Contains((e.Upper, e.Lower)));
        }
    }

    private static Dictionary<ClauseSymbol, List<PrecedenceEdge>> Group(ImmutableArray<PrecedenceEdge> edges)
    {
        var below = new Dictionary<ClauseSymbol, List<PrecedenceEdge>>();
        foreach (PrecedenceEdge edge in edges)
        {
            if (!below.TryGetValue(edge.Upper, out List<PrecedenceEdge>? list))
            {
                below.Add(edge.Upper, list = []);
            }

            list.Add(edge);
        }

        return below;
    }

    // Depth-first search with an explicit stack: precedence may be thousands of clauses deep.
    private static List<PrecedenceEdge>? Find(ImmutableArray<PrecedenceEdge> edges, Dictionary<ClauseSymbol, List<PrecedenceEdge>> below)
    {
        var state = new Dictionary<ClauseSymbol, int>();
        foreach (ClauseSymbol start in edges.Select(e => e.Upper))
        {
            if (state.ContainsKey(start))
            {
                continue;
            }

            var path = new List<PrecedenceEdge>();
            var stack = new Stack<(ClauseSymbol Clause, int Next)>();
            stack.Push((start, 0));
            state[start] = 1;
            while (stack.Count > 0)
            {
                (ClauseSymbol clause, int next) = stack.Pop();
                if (!below.TryGetValue(clause, out List<PrecedenceEdge>? out_) || next == out_.Count)
                {
                    state[clause] = 2;
                    if (path.Count > 0)
                    {
                        path.RemoveAt(path.Count - 1);
                    }

                    continue;
                }

                stack.Push((clause, next + 1));
                PrecedenceEdge edge = out_[next];
                int seen = state.TryGetValue(edge.Lower, out int s) ? s : 0;
                if (seen == 1)
                {
                    path.Add(edge);
                    return path.SkipWhile(e => !ReferenceEquals(e.Upper, edge.Lower)).ToList();
                }

                if (seen == 0)
                {
                    path.Add(edge);
                    state[edge.Lower] = 1;
                    stack.Push((edge.Lower, 0));
                }
            }
        }

        return null;
    }

    private void Report(List<PrecedenceEdge> cycle)
    {
        PrecedenceEdge first = cycle.OrderBy(e => e.Claim.Location.File, StringComparer.Ordinal).ThenBy(e => e.Claim.Location.Span.Start)
            .First();
        int start = cycle.IndexOf(first);
        List<PrecedenceEdge> ordered = cycle.Skip(start).Concat(cycle.Take(start)).ToList();
        scope.Report(NameDiagnostics.PrecedenceCycle.Create(
            first.Claim.Location,
            "These clauses prevail over each other in a circle: "
                + $"{string.Join(" over ", ordered.Select(e => e.Upper.QualifiedName).Append(ordered[0].Upper.QualifiedName))}.",
            "Remove one of these claims; until then none of them counts.",
            [.. ordered.Skip(1)
                .Select(e => new RelatedLocation(e.Claim.Location, $"'{e.Upper.QualifiedName}' over '{e.Lower.QualifiedName}'"))]));
    }
}
