using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>
/// A forest of nodes. Nodes are numbered in preorder, so that a node and all below it are the numbers from
/// <see cref="NodeSymbol.Index"/> to <see cref="NodeSymbol.Last"/>; the node's own number stands for "of this kind, but none of the
/// listed sub-kinds". The number <see cref="NodeCount"/> is the implicit leaf of the whole taxonomy: none of its nodes.
/// </summary>
public sealed class TaxonomySymbol(string name, Location location) : Symbol(name, location)
{
    /// <summary>The name under which jurisdictions form a taxonomy.</summary>
    public const string Jurisdictions = "jurisdiction";

    private readonly Dictionary<string, NodeSymbol> _byName = new(StringComparer.Ordinal);
    private readonly List<NodeSymbol> _roots = [];
    private ImmutableArray<NodeSymbol> _nodes = [];

    public override string Kind => "a taxonomy";

    public bool IsJurisdictions => Name == Jurisdictions;

    /// <summary>The nodes without a parent, in order of declaration.</summary>
    public IReadOnlyList<NodeSymbol> Roots => _roots;

    /// <summary>All nodes in preorder.</summary>
    public ImmutableArray<NodeSymbol> Nodes => _nodes;

    public int NodeCount => _nodes.Length;

    public NodeSymbol? Find(string node) => _byName.TryGetValue(node, out NodeSymbol? found) ? found : null;

    /// <summary>All node names, for suggestions.</summary>
    public IEnumerable<string> NodeNames => _byName.Keys;

    internal NodeSymbol Add(string node, NodeSymbol? parent, Location location)
    {
        var symbol = new NodeSymbol(node, location, this, parent);
        _byName.Add(node, symbol);
        (parent is null ? _roots : parent.ChildList).Add(symbol);
        return symbol;
    }

    internal void Number()
    {
        var nodes = ImmutableArray.CreateBuilder<NodeSymbol>(_byName.Count);
        var pending = new Stack<(NodeSymbol Node, bool Done)>();
        foreach (NodeSymbol root in Enumerable.Reverse(_roots))
        {
            pending.Push((root, false));
        }

        while (pending.Count > 0)
        {
            (NodeSymbol node, bool done) = pending.Pop();
            if (done)
            {
                node.Last = nodes.Count - 1;
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
}

/// <summary>A node of a taxonomy; a jurisdiction is one too.</summary>
public sealed class NodeSymbol(string name, Location location, TaxonomySymbol taxonomy, NodeSymbol? parent) : Symbol(name, location)
{
    public TaxonomySymbol Taxonomy { get; } = taxonomy;

    public NodeSymbol? Parent { get; } = parent;

    internal List<NodeSymbol> ChildList { get; } = [];

    public IReadOnlyList<NodeSymbol> Children => ChildList;

    /// <summary>Its own number in the taxonomy.</summary>
    public int Index { get; internal set; }

    /// <summary>The largest number below it.</summary>
    public int Last { get; internal set; }

    /// <summary>The IRI of the same notion in a public vocabulary.</summary>
    public string? Iri { get; internal set; }

    /// <summary>The node that this one opposes: a duty to do one is a prohibition of the other.</summary>
    public NodeSymbol? Opposes { get; internal set; }

    public override string Kind => Taxonomy.IsJurisdictions ? "a jurisdiction" : $"a {Taxonomy.Name}";

    /// <summary>Whether this node is <paramref name="other"/> or lies below it.</summary>
    public bool IsWithin(NodeSymbol other) => ReferenceEquals(Taxonomy, other.Taxonomy) && Index >= other.Index && Index <= other.Last;
}
