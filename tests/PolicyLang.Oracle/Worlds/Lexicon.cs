using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Worlds;

/// <summary>A node of a taxonomy, in a graph without circles.</summary>
public sealed class Node(string name)
{
    public string Name { get; } = name;

    /// <summary>The nodes under which it is named.</summary>
    public List<Node> Parents { get; } = [];

    /// <summary>Whether it is the other node or can be reached from it downwards.</summary>
    public bool IsWithin(Node other) => ReferenceEquals(this, other) || Parents.Exists(p => p.IsWithin(other));
}

/// <summary>A leaf: a node without children, the implicit leaf of an inner node, or (without a node) the root leaf.</summary>
public sealed class Leaf(Node? node)
{
    public bool IsRoot => node is null;

    /// <summary>The node's name, as a case is written; empty for the root leaf.</summary>
    public string Name => node?.Name ?? "";

    /// <summary>Its node, or the one that it is the implicit leaf of; null for the root leaf.</summary>
    public Node? Node => node;

    public bool IsWithin(Node other) => node is not null && node.IsWithin(other);

    public override string ToString() => node?.Name ?? "°";
}

/// <summary>The words of a workspace.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<(string Taxonomy, string Name), Node> _nodes = [];
    private readonly Dictionary<string, ImmutableArray<Leaf>> _leaves = [];

    public Lexicon(LawModel law)
    {
        Law = law;
        var organisations = new TaxonomyModel(TaxonomyModel.Organisations, [.. law.Organisations.Select(o => new NodeModel(o.Name, [.. o.Under.Where(u => law.Organisations.Any(x => x.Name == u))]))]);
        foreach (TaxonomyModel taxonomy in law.Taxonomies.Add(organisations))
        {
            foreach (NodeModel node in taxonomy.Nodes)
            {
                _nodes.Add((taxonomy.Name, node.Name), new Node(node.Name));
            }

            foreach (NodeModel node in taxonomy.Nodes)
            {
                _nodes[(taxonomy.Name, node.Name)].Parents.AddRange(node.Parents.Select(p => _nodes[(taxonomy.Name, p)]));
            }

            _leaves[taxonomy.Name] = [new Leaf(null), .. taxonomy.Nodes.Select(n => new Leaf(_nodes[(taxonomy.Name, n.Name)]))];
        }
    }

    public LawModel Law { get; }

    public Node? Find(string taxonomy, string name) => _nodes.GetValueOrDefault((taxonomy, name));

    public Node Place(string name) => _nodes[(TaxonomyModel.Places, name)];

    public bool IsPlace(string name) => _nodes.ContainsKey((TaxonomyModel.Places, name));

    public bool IsOrganisation(string name) => _nodes.ContainsKey((TaxonomyModel.Organisations, name));

    /// <summary>Every leaf of a taxonomy, the root leaf first.</summary>
    public ImmutableArray<Leaf> Leaves(string taxonomy) => _leaves[taxonomy];

    /// <summary>The number of an attribute, which is its place in a case.</summary>
    public int Attribute(string name)
    {
        for (int i = 0; i < Law.Attributes.Length; i++)
        {
            if (Law.Attributes[i].Name == name)
            {
                return i;
            }
        }

        throw new KeyNotFoundException(name);
    }
}
