using PolicyLang.Regions;

namespace PolicyLang.CodeGen.Tables;

/// <summary>Turns regions into diagrams whose variables come in the order of tables: 1 in the region, 0 outside.</summary>
internal sealed class Reordering(VariableOrder order, RegionSpace space, DiagramStore store, CancellationToken cancellation)
{
    // A node of a table takes more time than one of a region.
    private const int BudgetOfNode = 8;

    private readonly Dictionary<int, DiagramNode> _known = [];

    // Diagrams in the compiler's order, by level; cleared after each region.
    private DiagramStore _parts = new(space);
    private Dictionary<int, DiagramNode> _copies = [];
    private Dictionary<(int Node, int Variable, long Value), DiagramNode> _fixed = [];
    private Dictionary<int, int> _tops = [];
    private Dictionary<int, DiagramNode> _reordered = [];

    public DiagramNode Reorder(Region region)
    {
        if (!_known.TryGetValue(region.Id, out DiagramNode? known))
        {
            int nodes = space.WorkBudget / BudgetOfNode;
            (_parts, _copies, _fixed, _tops, _reordered) = (new(space) { Limit = nodes }, [], [], [], []);
            store.Limit = store.Count + nodes;
            known = Reorder(Copy(region));
            store.Limit = int.MaxValue;
            _known.Add(region.Id, known);
        }

        return known;
    }

    private DiagramNode Copy(Region region)
    {
        if (region.IsTerminal)
        {
            return _parts.Terminal(region.IsFull ? 1 : 0);
        }

        if (!_copies.TryGetValue(region.Id, out DiagramNode? copy))
        {
            copy = _parts.Make(region.Level, region.Starts, [.. region.Children.Select(Copy)]);
            _copies.Add(region.Id, copy);
        }

        return copy;
    }

    private DiagramNode Reorder(DiagramNode part)
    {
        cancellation.ThrowIfCancellationRequested();
        if (part.IsTerminal)
        {
            return store.Terminal(part.Terminal);
        }

        if (_reordered.TryGetValue(part.Id, out DiagramNode? done))
        {
            return done;
        }

        int level = Top(part);
        int own = space.LevelOf(order.Variables[level].Index);
        long[] starts = part.Variable == own ? part.Starts : Starts(part, own);
        done = store.Make(level, starts, [.. starts.Select(s => Reorder(Fix(part, own, s)))]);
        _reordered.Add(part.Id, done);
        return done;
    }

    // The least level of all variables that a diagram looks at.
    private int Top(DiagramNode part)
    {
        if (part.IsTerminal)
        {
            return int.MaxValue;
        }

        if (!_tops.TryGetValue(part.Id, out int top))
        {
            top = Math.Min(order.LevelOf(space.VariableAt(part.Variable).Index), part.Children.Min(Top));
            _tops.Add(part.Id, top);
        }

        return top;
    }

    private static long[] Starts(DiagramNode part, int variable)
    {
        var starts = new SortedSet<long>();
        var seen = new HashSet<DiagramNode> { part };
        var pending = new Stack<DiagramNode>(seen);
        while (pending.Count > 0)
        {
            DiagramNode node = pending.Pop();
            if (node.Variable == variable)
            {
                starts.UnionWith(node.Starts);
                continue;
            }

            foreach (DiagramNode child in node.Children)
            {
                if (child.Variable <= variable && seen.Add(child))
                {
                    pending.Push(child);
                }
            }
        }

        return [.. starts];
    }

    private DiagramNode Fix(DiagramNode part, int variable, long value)
    {
        if (part.Variable > variable)
        {
            return part;
        }

        if (part.Variable == variable)
        {
            return part.Child(value);
        }

        if (!_fixed.TryGetValue((part.Id, variable, value), out DiagramNode? done))
        {
            done = _parts.Make(part.Variable, part.Starts, [.. part.Children.Select(c => Fix(c, variable, value))]);
            _fixed.Add((part.Id, variable, value), done);
        }

        return done;
    }
}
