using System.Diagnostics;

namespace PolicyLang.Runtime;

/// <summary>Builds, for one case, the diagram of the values of some attributes, all others staying, with which the outcome is one that is
/// wanted. Equal parts are one node, as in the compiler. The room of one diagram serves the next.</summary>
internal sealed class ChoiceDiagram(PolicyModel model)
{
    /// <summary>The node that no values lead to what is wanted from.</summary>
    public const int None = 0;

    /// <summary>The node that all values lead to what is wanted from.</summary>
    public const int All = 1;

    // Where nearly everything is left out, the diagram may be as large as the law.
    private const int MostStates = 100_000;

    // Impossible cases are wanted by nobody, as if an order of its own prohibited them.
    private const int NoOrder = -1;

    private readonly DecisionTable _table = model.Table;
    private readonly bool[] _isFree = new bool[model.Case.Slots];
    private readonly List<ChoiceNode> _nodes = [];
    private readonly List<ChoiceEdge> _edges = [];
    private readonly Dictionary<int, int> _nodesByHash = [];

    // What is asked in each known state, and in those that are looked at.
    private readonly List<Asked> _asked = [];
    private readonly List<State> _states = [];
    private readonly Dictionary<int, int> _statesByHash = [];

    // The children of the nodes that are being made.
    private readonly List<int> _children = [];

    private OutcomeTable _outcomes = model.Outcomes;
    private long[] _values = [];
    private int _wanted;

    /// <summary>Whether nothing was left out for being too much.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>How many nodes there are, the first two of which are <see cref="None"/> and <see cref="All"/>.</summary>
    public int Count => _nodes.Count;

    /// <summary>How much room it takes, in entries.</summary>
    public int Size => _edges.Count + _asked.Count;

    /// <summary>Builds a diagram and gives its root; the one before is gone.</summary>
    /// <param name="outcomes">Whose outcomes.</param>
    /// <param name="values">The values of the case, by slot.</param>
    /// <param name="isFree">Whether an attribute may have another value.</param>
    /// <param name="wanted">The outcomes that are wanted, a bit for each.</param>
    public int Build(OutcomeTable outcomes, long[] values, Func<CaseAttribute, long[], bool> isFree, int wanted)
    {
        _outcomes = outcomes;
        _values = values;
        _wanted = wanted;
        IsComplete = true;
        foreach (CaseAttribute attribute in model.Case.All)
        {
            bool free = isFree(attribute, values);
            for (int slot = attribute.Slot; slot < attribute.Slot + CaseModel.SlotsOf(attribute); slot++)
            {
                _isFree[slot] = free;
            }
        }

        _nodes.Clear();
        _nodes.Add(new ChoiceNode(-1, -1, 0, 0, -1));
        _nodes.Add(new ChoiceNode(-1, -1, 0, 0, -1));
        _edges.Clear();
        _nodesByHash.Clear();
        _asked.Clear();
        _states.Clear();
        _statesByHash.Clear();
        _asked.Add(new Asked(outcomes.Root, 0, 0));
        _asked.Add(new Asked(model.Impossible, NoOrder, OutcomeTable.Prohibits));
        return NodeOf(0);
    }

    public ChoiceNode Node(int node) => _nodes[node];

    public ChoiceEdge Edge(in ChoiceNode node, int index) => _edges[node.First + index];

    /// <summary>The value that the case has for a node.</summary>
    public long ValueIn(in ChoiceNode node)
    {
        long value = _values[_table.Numbers.SlotOf(node.Variable)];
        return node.Element >= 0 ? (value >> node.Element) & 1
            : model.AttributeOf(node.Variable) is { Taxonomy: { } taxonomy }
                ? (value > 0 && value <= taxonomy.Names.Count ? value - 1 : taxonomy.Names.Count)
            : value;
    }

    /// <summary>The node that a value leads to.</summary>
    public int Child(in ChoiceNode node, long value)
    {
        int low = node.First;
        int high = node.First + node.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            if (_edges[middle].Start <= value)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _edges[low].Child;
    }

    // The node of the state that begins at a place and ends the list.
    private int NodeOf(int first)
    {
        if (!Settle(first))
        {
            return Known(first, None);
        }

        int variable = FirstVariable(first);
        if (variable < 0)
        {
            return Known(first, (_wanted >> (int)Outcome(first) & 1) != 0 ? All : None);
        }

        int hash = HashOf(first);
        int last = _statesByHash.TryGetValue(hash, out int same) ? same : -1;
        for (int at = last; at >= 0; at = _states[at].Next)
        {
            if (IsSame(_states[at], first))
            {
                return Known(first, _states[at].Node);
            }
        }

        if (_states.Count >= MostStates)
        {
            IsComplete = false;
            return Known(first, None);
        }

        int count = _asked.Count - first;
        int made = Expand(variable, first, count);
        _states.Add(new State(first, count, made, _statesByHash.TryGetValue(hash, out same) ? same : -1));
        _statesByHash[hash] = _states.Count - 1;
        return made;
    }

    private int Known(int first, int node)
    {
        _asked.RemoveRange(first, _asked.Count - first);
        return node;
    }

    // Follows fixed values, opens lists, drops what says nothing; false for an impossible case.
    private bool Settle(int first)
    {
        TableNumbers numbers = _table.Numbers;
        int kept = first;
        for (int i = first; i < _asked.Count; i++)
        {
            Asked asked = _asked[i];
            int at = asked.At;
            while (at >= 0)
            {
                int variable = numbers.VariableOf(at);
                if (_isFree[numbers.SlotOf(variable)])
                {
                    break;
                }

                at = numbers.Child(at, numbers.ClassOf(variable, _values));
            }

            if (asked.Order == NoOrder && at == ~1)
            {
                return false;
            }

            if (asked.Effect == 0 && ~at >= OutcomeTable.FirstList)
            {
                for (int item = 0; item < _outcomes.ListCount(~at); item++)
                {
                    (int root, int order, int effect) = _outcomes.ListItem(~at, item);
                    _asked.Add(new Asked(root, order, effect));
                }
            }
            else if (at != ~0 && _asked.IndexOf(asked with { At = at }, first, kept - first) < 0)
            {
                _asked[kept++] = asked with { At = at };
            }
        }

        _asked.RemoveRange(kept, _asked.Count - kept);
        return true;
    }

    private int FirstVariable(int first)
    {
        TableNumbers numbers = _table.Numbers;
        int variable = int.MaxValue;
        for (int i = first; i < _asked.Count; i++)
        {
            variable = _asked[i].At >= 0 ? Math.Min(variable, numbers.VariableOf(_asked[i].At)) : variable;
        }

        return variable == int.MaxValue ? -1 : variable;
    }

    private int HashOf(int first)
    {
        int hash = _asked.Count - first;
        for (int i = first; i < _asked.Count; i++)
        {
            hash = unchecked((hash * 31) + (_asked[i].At * 17) + (_asked[i].Order * 5) + _asked[i].Effect);
        }

        return hash;
    }

    private bool IsSame(State state, int first)
    {
        bool same = state.Count == _asked.Count - first;
        for (int i = 0; i < state.Count && same; i++)
        {
            same = _asked[state.First + i] == _asked[first + i];
        }

        return same;
    }

    // What is asked of one order follows each other.
    private PolicyOutcome Outcome(int first)
    {
        int all = 0;
        int own = 0;
        for (int i = first; i < _asked.Count; i++)
        {
            Asked asked = _asked[i];
            own = i > first && _asked[i - 1].Order == asked.Order ? own : 0;
            own |= asked.Effect == 0 ? ~asked.At : asked.Effect;
            all |= OutcomeTable.WithConflict(own);
        }

        return OutcomeTable.OutcomeOf(all);
    }

    private int Expand(int variable, int first, int count)
    {
        TableNumbers numbers = _table.Numbers;
        int children = _children.Count;
        int classes = _table.ClassCount(variable);
        for (int chosen = 0; chosen < classes; chosen++)
        {
            int state = _asked.Count;
            for (int i = first; i < first + count; i++)
            {
                Asked asked = _asked[i];
                _asked.Add(asked.At >= 0 && numbers.VariableOf(asked.At) == variable
                    ? asked with { At = numbers.Child(asked.At, chosen) }
                    : asked);
            }

            _children.Add(NodeOf(state));
        }

        int made = Make(variable, children, classes);
        _children.RemoveRange(children, classes);
        return made;
    }

    private int Make(int variable, int children, int classes)
    {
        TableNumbers numbers = _table.Numbers;
        int first = _edges.Count;
        switch (numbers.KindOf(variable))
        {
            case VariableKind.Mask:
                int without = _children[children];
                for (int bit = 63; bit >= 0; bit--)
                {
                    if ((numbers.MaskOf(variable) >> bit & 1) != 0)
                    {
                        Lead(first, 0, without);
                        Lead(first, 1, _children[children + 1]);
                        without = Unique(variable, bit, first);
                        first = _edges.Count;
                    }
                }

                return without;
            case VariableKind.Map:
                // The number after the last means "none", as in the compiler; a case stores 0.
                int nodes = numbers.CutCount(variable) - 1;
                for (int i = 0; i <= nodes; i++)
                {
                    Lead(first, i, _children[children + numbers.MappedClass(variable, i == nodes ? 0 : i + 1)]);
                }

                return Unique(variable, -1, first);
            case VariableKind.Flag or VariableKind.Cuts:
                bool isFlag = numbers.KindOf(variable) == VariableKind.Flag;
                for (int i = 0; i < classes; i++)
                {
                    Lead(first, i == 0 || isFlag ? i : numbers.CutOf(variable, i - 1), _children[children + i]);
                }

                return Unique(variable, -1, first);
            default:
                throw new UnreachableException();
        }
    }

    private void Lead(int first, long start, int child)
    {
        if (_edges.Count == first || _edges[_edges.Count - 1].Child != child)
        {
            _edges.Add(new ChoiceEdge(start, child));
        }
    }

    // The node with the last edges: a known one, if any.
    private int Unique(int variable, int element, int first)
    {
        int count = _edges.Count - first;
        int only = _edges[first].Child;
        int hash = unchecked((variable * 65) + element);
        for (int i = first; i < _edges.Count; i++)
        {
            hash = unchecked((hash * 31) + (_edges[i].Child * 17) + (int)_edges[i].Start);
        }

        int last = _nodesByHash.TryGetValue(hash, out int same) ? same : -1;
        int found = count == 1 ? only : last;
        while (count > 1 && found >= 0 && !IsSame(_nodes[found], variable, element, first))
        {
            found = _nodes[found].Next;
        }

        if (found >= 0)
        {
            _edges.RemoveRange(first, count);
            return found;
        }

        _nodes.Add(new ChoiceNode(variable, element, first, count, last));
        _nodesByHash[hash] = _nodes.Count - 1;
        return _nodes.Count - 1;
    }

    private bool IsSame(in ChoiceNode node, int variable, int element, int first)
    {
        bool same = node.Variable == variable && node.Element == element && node.Count == _edges.Count - first;
        for (int i = 0; i < node.Count && same; i++)
        {
            same = _edges[node.First + i] == _edges[first + i];
        }

        return same;
    }

    // A diagram of one outcome (effect 0), or of the cases of one rule.
    private readonly record struct Asked(int At, int Order, int Effect);

    /// <summary>What is asked, and the node that it leads to; <c>Next</c> is another state with the same hash code.</summary>
    private readonly record struct State(int First, int Count, int Node, int Next);
}
