using PolicyLang.Regions;

namespace PolicyLang.CodeGen.Tables;

/// <summary>Lays diagrams out in tables.</summary>
internal sealed class TableCompiler
{
    private readonly ElementGroups _groups;
    private readonly Dictionary<int, int> _numbers = [];
    private readonly List<TableVariable> _variables = [];
    private readonly List<int> _nodes = [];
    private readonly Dictionary<DiagramNode, int> _places = [];

    private readonly OutcomeLists _lists;

    private TableCompiler(IReadOnlyList<DiagramNode> nodes, IReadOnlyCollection<DiagramNode> roots, OutcomeLists lists,
        ImmutableArray<Variable> variables, Func<Variable, (int Slot, bool IsNode)> slotOf)
    {
        _lists = lists;
        _groups = new ElementGroups(nodes, roots, variables);
        foreach (IGrouping<int, DiagramNode> tested in nodes.Where(n => !n.IsTerminal).GroupBy(n => n.Variable).OrderBy(g => g.Key))
        {
            if (_groups.First(tested.Key) == tested.Key)
            {
                Variable variable = variables[tested.Key];
                (int slot, bool isNode) = slotOf(variable);
                IReadOnlyList<Variable> group = variable.Element < 0 ? [] : [.. _groups.Members(tested.Key).Select(v => variables[v])];
                _numbers.Add(tested.Key, _variables.Count);
                _variables.Add(TableVariable.Create(variable, isNode, slot, [.. tested.OrderBy(n => n.Id)], group));
            }
        }
    }

    /// <summary>Lays out every diagram that the roots reach.</summary>
    /// <param name="roots">The roots.</param>
    /// <param name="lists">The lists that terminals stand for; the diagrams of their items are among the roots.</param>
    /// <param name="variables">The variables by level.</param>
    /// <param name="slotOf">The slot of a variable's value, and whether that is a node of a taxonomy.</param>
    public static CompiledTables Compile(IReadOnlyCollection<DiagramNode> roots, OutcomeLists lists, ImmutableArray<Variable> variables,
        Func<Variable, (int Slot, bool IsNode)> slotOf)
    {
        List<DiagramNode> nodes = Reachable(roots);
        var compiler = new TableCompiler(nodes, roots, lists, variables, slotOf);
        Dictionary<DiagramNode, int> places = [];
        foreach (DiagramNode root in roots)
        {
            places[root] = compiler.Place(root);
        }

        var table = ImmutableArray.CreateBuilder<int>();
        var maps = ImmutableArray.CreateBuilder<int>();
        var numbers = ImmutableArray.CreateBuilder<long>();
        foreach (TableVariable variable in compiler._variables)
        {
            bool mapped = variable.Kind == TableVariableKind.Map;
            table.AddRange((int)variable.Kind, variable.Slot, mapped ? maps.Count : numbers.Count,
                mapped ? variable.Map.Length : variable.Numbers.Length);
            maps.AddRange(variable.Map);
            numbers.AddRange(variable.Numbers);
        }

        ImmutableArray<int> items =
            [.. lists.Used.SelectMany(
            l => (IEnumerable<int>)[l.Length, .. l.SelectMany(i => new[] { places[i.Cases], i.Order, i.Effect })])];
        return new CompiledTables([.. compiler._nodes], table.ToImmutable(), maps.ToImmutable(), numbers.ToImmutable(), items, places);
    }

    /// <summary>The nodes that roots reach, each once, in the order in which they were made.</summary>
    public static List<DiagramNode> Reachable(IEnumerable<DiagramNode> roots)
    {
        var seen = new HashSet<DiagramNode>(roots);
        var pending = new Stack<DiagramNode>(seen);
        while (pending.Count > 0)
        {
            foreach (DiagramNode child in pending.Pop().Children)
            {
                if (seen.Add(child))
                {
                    pending.Push(child);
                }
            }
        }

        return [.. seen.OrderBy(n => n.Id)];
    }

    // Children first, so a node's place is known when its parents are written.
    private int Place(DiagramNode node)
    {
        if (node.IsTerminal)
        {
            return ~_lists.Says(node);
        }

        if (_places.TryGetValue(node, out int place))
        {
            return place;
        }

        int number = _numbers[node.Variable];
        TableVariable variable = _variables[number];
        int[] children =
            [.. variable.Representatives.Select(
            value => Place(variable.Kind == TableVariableKind.Mask ? _groups.Child(node, (int)value) : node.Child(value)))];
        place = _nodes.Count;
        _places.Add(node, place);
        Write(number, children);
        return place;
    }

    private void Write(int number, int[] children)
    {
        int[] starts = [.. Enumerable.Range(0, children.Length).Where(i => i == 0 || children[i] != children[i - 1])];
        if (children.Length <= 2 * starts.Length + 4)
        {
            _nodes.Add(2 * number);
            _nodes.AddRange(children);
            return;
        }

        _nodes.Add((2 * number) + 1);
        _nodes.Add(starts.Length);
        _nodes.AddRange(starts.Skip(1));
        _nodes.AddRange(starts.Select(i => children[i]));
    }
}
