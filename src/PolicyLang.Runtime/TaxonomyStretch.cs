namespace PolicyLang.Runtime;

/// <summary>Tells which nodes of a taxonomy stand for a stretch of them: a node stands for everything below it that leads to the same
/// place.</summary>
internal sealed class TaxonomyStretch(ChoiceDiagram diagram)
{
    private TaxonomyModel? _taxonomy;

    // By node. Whether all below leads there: 1 yes, -1 no, 0 unknown.
    private int[] _leads = [];
    private sbyte[] _isWhole = [];

    /// <summary>Looks at a node of the diagram.</summary>
    /// <param name="node">The node.</param>
    /// <param name="attribute">Its attribute.</param>
    public void Begin(in ChoiceNode node, CaseAttribute attribute)
    {
        _taxonomy = attribute.Kind == AttributeKind.Node ? attribute.Taxonomy : null;
        int count = _taxonomy?.Names.Count ?? 0;
        if (_leads.Length < count)
        {
            _leads = new int[count];
            _isWhole = new sbyte[count];
        }

        Array.Clear(_isWhole, 0, count);
        for (int i = 0; i < node.Count && count > 0; i++)
        {
            (long start, int child) = diagram.Edge(node, i);
            long end = i + 1 < node.Count ? diagram.Edge(node, i + 1).Start : count;
            for (int value = (int)start; value < end && value < count; value++)
            {
                _leads[value] = child;
            }
        }
    }

    /// <summary>The nodes that stand for a stretch; "none of the named" is nothing that an actor can choose.</summary>
    /// <param name="start">Its first node.</param>
    /// <param name="end">Its last node.</param>
    /// <param name="found">Where to put them.</param>
    public void AddRepresentatives(int start, int end, List<long> found)
    {
        for (int value = start; _taxonomy is { } taxonomy && value <= end && value < taxonomy.Names.Count; value++)
        {
            bool stands = true;
            foreach (int parent in taxonomy.ParentsOf(value))
            {
                stands &= _leads[parent] != _leads[value] || !IsWhole(taxonomy, parent);
            }

            if (stands)
            {
                found.Add(value);
            }
        }
    }

    private bool IsWhole(TaxonomyModel taxonomy, int node)
    {
        if (_isWhole[node] == 0)
        {
            int[] below = taxonomy.Below(node);
            int same = 0;
            while (same < below.Length && _leads[below[same]] == _leads[node])
            {
                same++;
            }

            _isWhole[node] = (sbyte)(same == below.Length ? 1 : -1);
        }

        return _isWhole[node] > 0;
    }
}
