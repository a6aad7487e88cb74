using PolicyLang.Conflicts;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Exchange.Graphs;

/// <summary>What a graph of law shows.</summary>
[Flags]
internal enum GraphParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Which clause prevails over which, and by which principle.</summary>
    Precedence = 1,

    /// <summary>The conflicts that precedence does not resolve.</summary>
    Conflicts = 2,

    /// <summary>Who has adopted which framework, and invokes which clause.</summary>
    Parties = 4,
}

/// <summary>A line of the graph.</summary>
/// <param name="From">A clause by its qualified name, a framework, or a party.</param>
/// <param name="To">Another.</param>
/// <param name="Label">What stands beside it.</param>
/// <param name="Part">What it shows.</param>
internal sealed record GraphEdge(string From, string To, string Label, GraphParts Part)
{
    /// <summary>The name of the node that it comes from, which no other node has.</summary>
    public string FromNode => Part == GraphParts.Parties ? LawGraph.PartyNode(From) : From;
}

/// <summary>The graph of a workspace: clauses in their frameworks, parties, and the lines between them.</summary>
/// <param name="Frameworks">The frameworks that a line touches, each with those of its clauses that one touches, in their order.</param>
/// <param name="Parties">The parties that a line touches.</param>
/// <param name="Edges">The lines.</param>
internal sealed record LawGraph(
    ImmutableArray<(string Name, ImmutableArray<string> Clauses)> Frameworks,
    ImmutableArray<string> Parties,
    ImmutableArray<GraphEdge> Edges)
{
    /// <summary>The name of the node of a party: a party and a framework may have the same name.</summary>
    public static string PartyNode(string party) => $"party {party}";

    /// <summary>Whether a line begins or ends at something.</summary>
    /// <param name="name">A clause, a framework or a party.</param>
    public bool Touches(string name) => Edges.Any(e => e.From == name || e.To == name);

    /// <summary>The graph of a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="parts">What is shown.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LawGraph Create(Workspace workspace, GraphParts parts, CancellationToken cancellation = default)
    {
        var edges = new List<GraphEdge>();
        if (parts.HasFlag(GraphParts.Precedence))
        {
            edges.AddRange(Overrides.All(workspace, cancellation).Select(o => new GraphEdge(
                o.Upper.QualifiedName, o.Lower.QualifiedName, o.Said ?? WireNames.NameOf(o.By), GraphParts.Precedence)));
        }

        if (parts.HasFlag(GraphParts.Conflicts))
        {
            edges.AddRange(workspace.GetOpenConflicts(cancellation).SelectMany(Pairs).GroupBy(e => e)
                .Select(g => g.Count() == 1 ? g.Key : g.Key with { Label = $"{g.Key.Label} ({g.Count()})" }));
        }

        if (parts.HasFlag(GraphParts.Parties))
        {
            edges.AddRange(workspace.Model.Parties.SelectMany(p => p.Adoptions.Select(a => Adopts(p, a))
                .Concat(p.Invocations.Select(i => new GraphEdge(
                    p.Name, i.Leave.QualifiedName, $"invokes since {i.Since}", GraphParts.Parties)))));
        }

        var touched = new HashSet<string>(edges.SelectMany(e => new[] { e.From, e.To }), StringComparer.Ordinal);
        return new LawGraph(
            [
                .. workspace.Model.Frameworks
                    .Select(f => (f.Name, f.Clauses.Select(c => c.QualifiedName).Where(touched.Contains).ToImmutableArray()))
                    .Where(f => !f.Item2.IsEmpty || touched.Contains(f.Name)),
            ],
            [.. workspace.Model.Parties.Where(p => edges.Any(e => e.Part == GraphParts.Parties && e.From == p.Name)).Select(p => p.Name)],
            [.. edges]);
    }

    // The clause with which the others collide is one end of every line.
    private static IEnumerable<GraphEdge> Pairs(Conflict conflict)
    {
        string label = $"{conflict.Descriptor.Code} {WireNames.NameOf(conflict.Kind)}"
            + (conflict.Status == ConflictStatus.Unresolved ? string.Empty : $", {WireNames.NameOf(conflict.Status)}");
        string[] others = [.. conflict.Clauses.Where(c => c != conflict.MainClause)];
        return others.Length == 0
            ? [new GraphEdge(conflict.MainClause, conflict.MainClause, label, GraphParts.Conflicts)]
            : others.Select(o => new GraphEdge(conflict.MainClause, o, label, GraphParts.Conflicts));
    }

    private static GraphEdge Adopts(PartySymbol party, Adoption adoption)
    {
        string until = adoption.Until is { } end ? $" until {end}" : string.Empty;
        string reserving = adoption.Reserving.IsEmpty ? string.Empty
            : $", reserving {string.Join(", ", adoption.Reserving.Select(r => r.Name))}";
        return new GraphEdge(
            party.Name, adoption.Framework.Name, $"adopts since {adoption.Since}{until}{reserving}", GraphParts.Parties);
    }
}
