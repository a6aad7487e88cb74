using PolicyLang.Regions;

namespace PolicyLang.CodeGen.Tables;

/// <summary>Makes diagrams with many terminals out of regions, and keeps equal ones once.</summary>
internal sealed class DiagramStore
{
    private readonly Dictionary<int, DiagramNode> _terminals = [];
    private readonly Dictionary<NodeKey, DiagramNode> _unique = [];
    private int _count;

    /// <summary>The diagram that says 1 in a region and 0 outside.</summary>
    public DiagramNode Of(Region region) => Combine([region], holds => holds[0] ? 1 : 0, int.MaxValue) ?? Terminal(0);

    /// <summary>The diagram that says for each case what comes of the regions that hold it; null where it needs more nodes than allowed.</summary>
    public DiagramNode? Combine(Region[] regions, Func<bool[], int> say, int mostNodes)
    {
        int limit = (int)Math.Min(int.MaxValue, (long)_count + mostNodes);
        return Combine(regions, say, limit, []);
    }

    private DiagramNode? Combine(Region[] regions, Func<bool[], int> say, int limit, Dictionary<NodeKey, DiagramNode> known)
    {
        int variable = regions.Min(r => r.Variable);
        if (variable == Region.TerminalVariable)
        {
            return Terminal(say([.. regions.Select(r => r.IsFull)]));
        }

        var key = new NodeKey(0, [], [.. regions.Select(r => r.Id)]);
        if (known.TryGetValue(key, out DiagramNode? found))
        {
            return found;
        }

        long[] starts = [.. regions.Where(r => r.Variable == variable).SelectMany(r => r.Starts).Distinct().OrderBy(s => s)];
        var children = new DiagramNode[starts.Length];
        for (int i = 0; i < starts.Length; i++)
        {
            Region[] below = [.. regions.Select(r => r.Variable == variable ? r.Child(starts[i]) : r)];
            if (_count > limit || Combine(below, say, limit, known) is not { } child)
            {
                return null;
            }

            children[i] = child;
        }

        DiagramNode made = Make(variable, starts, children);
        known.Add(key, made);
        return made;
    }

    private DiagramNode Terminal(int says)
    {
        if (!_terminals.TryGetValue(says, out DiagramNode? terminal))
        {
            terminal = new DiagramNode(_count++, Region.TerminalVariable, says, [], []);
            _terminals.Add(says, terminal);
        }

        return terminal;
    }

    private DiagramNode Make(int variable, long[] starts, DiagramNode[] children)
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
            node = new DiagramNode(_count++, variable, 0, [.. from], [.. to]);
            _unique.Add(key, node);
        }

        return node;
    }
}
