using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>
/// A graph of nodes without circles: a node may be named under several others. Each node has one number, in preorder by first naming, which
/// stands for "of this kind, but none of the listed sub-kinds"; <see cref="NodeSymbol.Leaves"/> are the numbers of all that it means.
/// The number <see cref="NodeCount"/> is the implicit leaf of the whole taxonomy: none of its nodes.
/// </summary>
internal sealed class TaxonomySymbol(string name, Location location) : Symbol(name, location)
{
    /// <summary>The name under which jurisdictions form a taxonomy.</summary>
    public const string Jurisdictions = "jurisdiction";

    /// <summary>The name under which organisations form a taxonomy: each lies below those that it is under.</summary>
    public const string Organisations = "organisation";

    private readonly Dictionary<string, NodeSymbol> _byName = new(StringComparer.Ordinal);
    private readonly List<NodeSymbol> _named = [];
    private ImmutableArray<NodeSymbol> _nodes = [];

    public override string Kind => "a taxonomy";

    public bool IsJurisdictions => Name == Jurisdictions;

    public bool IsOrganisations => Name == Organisations;

    /// <summary>The nodes without a parent, in order of declaration.</summary>
    public IEnumerable<NodeSymbol> Roots => _named.Where(n => n.ParentList.Count == 0);

    /// <summary>All nodes in preorder.</summary>
    public ImmutableArray<NodeSymbol> Nodes => _nodes;

    public int NodeCount => _nodes.Length;

    public NodeSymbol? Find(string node) => _byName.TryGetValue(node, out NodeSymbol? found) ? found : null;

    /// <summary>All node names, for suggestions.</summary>
    public IEnumerable<string> NodeNames => _byName.Keys;

    internal NodeSymbol Add(string node, Location location)
    {
        var symbol = new NodeSymbol(node, location, this);
        _byName.Add(node, symbol);
        _named.Add(symbol);
        return symbol;
    }

    /// <summary>Puts a node below another, unless that closes a circle.</summary>
    /// <returns>The circle, from the node down to the parent; empty where there is none.</returns>
    internal static ImmutableArray<NodeSymbol> Link(NodeSymbol node, NodeSymbol parent)
    {
        if (node.ParentList.Contains(parent))
        {
            return [];
        }

        if (PathDown(node, parent, []) is { } circle)
        {
            circle.Reverse();
            return [.. circle];
        }

        node.ParentList.Add(parent);
        parent.ChildList.Add(node);
        return [];
    }

    internal void Number()
    {
        var nodes = ImmutableArray.CreateBuilder<NodeSymbol>(_named.Count);
        var entered = new HashSet<NodeSymbol>();
        var pending = new Stack<(NodeSymbol Node, bool Done)>(Roots.Reverse().Select(r => (r, false)));
        while (pending.Count > 0)
        {
            (NodeSymbol node, bool done) = pending.Pop();
            if (done)
            {
                // By now all children have theirs.
                node.Leaves = Join(node);
                continue;
            }

            if (!entered.Add(node))
            {
                continue;
            }

            node.Index = nodes.Count;
            nodes.Add(node);
            pending.Push((node, true));
            foreach (NodeSymbol child in Enumerable.Reverse(node.ChildList))
            {
                pending.Push((child, false));
            }
        }

        _nodes = nodes.ToImmutable();
    }

    private static ImmutableArray<LeafRange> Join(NodeSymbol node)
    {
        var joined = ImmutableArray.CreateBuilder<LeafRange>();
        foreach (LeafRange range in node.ChildList.SelectMany(c => c.Leaves).Append(new LeafRange(node.Index, node.Index))
            .OrderBy(r => r.First))
        {
            if (joined.Count > 0 && range.First <= joined[joined.Count - 1].Last + 1)
            {
                joined[joined.Count - 1] = joined[joined.Count - 1] with { Last = Math.Max(joined[joined.Count - 1].Last, range.Last) };
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined.ToImmutable();
    }

    // From the end back to the start; null where the end cannot be reached.
    private static List<NodeSymbol>? PathDown(NodeSymbol start, NodeSymbol end, HashSet<NodeSymbol> seen)
    {
        if (ReferenceEquals(start, end))
        {
            return [end];
        }

        foreach (NodeSymbol child in start.ChildList)
        {
            if (seen.Add(child) && PathDown(child, end, seen) is { } path)
            {
                path.Add(start);
                return path;
            }
        }

        return null;
    }
}
