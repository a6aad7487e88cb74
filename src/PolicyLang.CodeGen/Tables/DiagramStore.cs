using PolicyLang.Regions;

namespace PolicyLang.CodeGen.Tables;

/// <summary>Keeps diagrams, equal ones once.</summary>
/// <param name="space">The space whose budget is spent where there are too many.</param>
internal sealed class DiagramStore(RegionSpace space)
{
    private readonly Dictionary<int, DiagramNode> _terminals = [];
    private readonly Dictionary<NodeKey, DiagramNode> _unique = [];

    /// <summary>How many nodes there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many there may be; what needs more is beyond the budget.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>The diagram that says the same of every case.</summary>
    public DiagramNode Terminal(int says)
    {
        if (!_terminals.TryGetValue(says, out DiagramNode? terminal))
        {
            terminal = new DiagramNode(Count++, int.MaxValue, says, [], []);
            _terminals.Add(says, terminal);
        }

        return terminal;
    }

    /// <summary>The diagram that tells the stretches of a variable apart.</summary>
    public DiagramNode Make(int variable, long[] starts, DiagramNode[] children)
    {
        var from = new List<long>();
        var to = new List<DiagramNode>();
        for (int i = 0; i < starts.Length; i++)
        {
            if (to.Count == 0 || !ReferenceEquals(to[to.Count - 1], children[i]))
            {
                from.Add(starts[i]);
                to.Add(children[i]);
            }
        }

        if (to.Count == 1)
        {
            return to[0];
        }

        var key = new NodeKey(variable, [.. from], [.. to.Select(c => c.Id)]);
        if (!_unique.TryGetValue(key, out DiagramNode? node))
        {
            if (Count >= Limit)
            {
                space.GiveUp();
            }

            node = new DiagramNode(Count++, variable, 0, [.. from], [.. to]);
            _unique.Add(key, node);
        }

        return node;
    }
}
