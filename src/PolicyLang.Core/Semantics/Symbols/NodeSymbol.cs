using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A node of a taxonomy; a jurisdiction is one, too.</summary>
internal sealed class NodeSymbol(string name, Location location, TaxonomySymbol taxonomy) : Symbol(name, location)
{
    public TaxonomySymbol Taxonomy { get; } = taxonomy;

    /// <summary>The node under which it was named first; null for a root.</summary>
    public NodeSymbol? Parent => ParentList.Count > 0 ? ParentList[0] : null;

    /// <summary>All nodes under which it was named, in that order.</summary>
    public IReadOnlyList<NodeSymbol> Parents => ParentList;

    internal List<NodeSymbol> ParentList { get; } = [];

    internal List<NodeSymbol> ChildList { get; } = [];

    public IReadOnlyList<NodeSymbol> Children => ChildList;

    /// <summary>Its own number in the taxonomy: that of "of this kind, but none of the listed sub-kinds".</summary>
    public int Index { get; internal set; }

    /// <summary>The numbers of all leaves that it means, its own included: stretches that ascend and do not touch.</summary>
    public ImmutableArray<LeafRange> Leaves { get; internal set; } = [];

    /// <summary>The IRI of the same notion in a public vocabulary.</summary>
    public string? Iri { get; internal set; }

    /// <summary>The node that this one opposes: a duty to do one is a prohibition of the other.</summary>
    public NodeSymbol? Opposes { get; internal set; }

    /// <summary>The oppositions that this node is part of, each with the node that it is against here.</summary>
    public IEnumerable<(NodeSymbol Against, string Words)> Oppositions()
    {
        foreach (NodeSymbol node in Taxonomy.Nodes)
        {
            if (node.Opposes is { } other)
            {
                if (IsWithin(node))
                {
                    yield return (other, $"{node.Name} opposes {other.Name}");
                }

                if (IsWithin(other))
                {
                    yield return (node, $"{node.Name} opposes {other.Name}");
                }
            }
        }
    }

    public override string Kind =>
        Taxonomy.IsJurisdictions ? "a jurisdiction" : Taxonomy.IsOrganisations ? "an organisation" : $"a {Taxonomy.Name}";

    /// <summary>Whether this node is <paramref name="other"/> or lies below it.</summary>
    public bool IsWithin(NodeSymbol other) => ReferenceEquals(Taxonomy, other.Taxonomy) && other.Covers(Index);

    /// <summary>Whether the leaf with a number is among those that this node means.</summary>
    public bool Covers(int leaf)
    {
        foreach (LeafRange range in Leaves)
        {
            if (leaf <= range.Last)
            {
                return leaf >= range.First;
            }
        }

        return false;
    }
}

/// <summary>A stretch of leaf numbers, both ends included.</summary>
internal readonly record struct LeafRange(int First, int Last)
{
    /// <summary>Whether every leaf of the stretch meets a condition.</summary>
    public bool All(Func<long, bool> condition)
    {
        for (long leaf = First; leaf <= Last; leaf++)
        {
            if (!condition(leaf))
            {
                return false;
            }
        }

        return true;
    }
}
