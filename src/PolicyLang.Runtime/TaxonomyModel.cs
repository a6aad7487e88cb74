namespace PolicyLang.Runtime;

/// <summary>A taxonomy: a graph of nodes without circles.</summary>
/// <param name="names">The nodes' names; a node's number is its place here.</param>
/// <param name="edges">For each node and each node right above it, their numbers; by node.</param>
public sealed class TaxonomyModel(IReadOnlyList<string> names, IReadOnlyList<(int Node, int Parent)> edges)
{
    private readonly Dictionary<int, int[]> _below = [];

    /// <summary>The nodes' names; a node's number is its place here.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>For each node and each node right above it, their numbers.</summary>
    public IReadOnlyList<(int Node, int Parent)> Edges { get; } = edges;

    /// <summary>The numbers of the nodes right above a node.</summary>
    /// <param name="node">The node's number.</param>
    internal IEnumerable<int> ParentsOf(int node) => Edges.Where(e => e.Node == node).Select(e => e.Parent);

    /// <summary>The numbers of a node and of all below it.</summary>
    /// <param name="node">The node's number.</param>
    internal IReadOnlyList<int> Below(int node)
    {
        lock (_below)
        {
            if (!_below.TryGetValue(node, out int[]? below))
            {
                _below.Add(node, below = [.. Reach(node)]);
            }

            return below;
        }
    }

    private HashSet<int> Reach(int node)
    {
        var reached = new HashSet<int>();
        var pending = new Stack<int>([node]);
        while (pending.Count > 0)
        {
            int next = pending.Pop();
            if (reached.Add(next))
            {
                foreach ((int child, int parent) in Edges)
                {
                    if (parent == next)
                    {
                        pending.Push(child);
                    }
                }
            }
        }

        return reached;
    }
}
