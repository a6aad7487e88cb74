using System.Diagnostics;

namespace PolicyLang.Runtime;

/// <summary>Builds, for one case, the diagram of the values of some attributes, all others staying, with which the outcome is one that is
/// wanted. Equal parts are one object, as in the compiler.</summary>
internal sealed class ChoiceDiagram
{
    // Where nearly everything is left out, the diagram may be as large as the law.
    private const int MostNodes = 100_000;

    // Impossible cases are wanted by nobody, as if an order of its own prohibited them.
    private const int NoOrder = -1;

    private readonly PolicyModel _model;
    private readonly OutcomeTable _outcomes;
    private readonly long[] _values;
    private readonly Func<CaseAttribute, bool> _isFree;
    private readonly Func<PolicyOutcome, bool> _isWanted;
    private readonly Dictionary<Key, ChoiceNode> _unique = [];
    private readonly Dictionary<Key, ChoiceNode> _known = [];
    private readonly List<long> _starts = [];
    private readonly List<ChoiceNode> _leads = [];
    private readonly ChoiceNode _none = new(0, -1, -1, [], []);
    private readonly ChoiceNode _all = new(1, -1, -1, [], []);

    public ChoiceDiagram(
        PolicyModel model, OutcomeTable outcomes, long[] values, Func<CaseAttribute, bool> isFree, Func<PolicyOutcome, bool> isWanted)
    {
        _model = model;
        _outcomes = outcomes;
        _values = values;
        _isFree = isFree;
        _isWanted = isWanted;
    }

    /// <summary>Whether nothing was left out for being too much.</summary>
    public bool IsComplete { get; private set; } = true;

    public ChoiceNode Build() => NodeOf([new Asked(_outcomes.Root, 0, 0), new Asked(_model.Impossible, NoOrder, OutcomeTable.Prohibits)]);

    private ChoiceNode NodeOf(Asked[] asked)
    {
        (Asked[] state, int variable) = Follow(asked);
        if (variable < 0)
        {
            return !Array.Exists(state, a => a.Order == NoOrder) && _isWanted(Outcome(state)) ? _all : _none;
        }

        var key = new Key(variable, Numbers(state), []);
        if (_known.TryGetValue(key, out ChoiceNode? known))
        {
            return known;
        }

        if (_known.Count >= MostNodes)
        {
            IsComplete = false;
            return _none;
        }

        var children = new ChoiceNode[_model.Table.ClassCount(variable)];
        for (int chosen = 0; chosen < children.Length; chosen++)
        {
            children[chosen] = NodeOf(Follow(state, variable, chosen));
        }

        ChoiceNode made = Expand(variable, children);
        _known.Add(key, made);
        return made;
    }

    // Follows the case's fixed values; returns the first free variable, or -1 at a terminal.
    private (Asked[] State, int Variable) Follow(Asked[] state)
    {
        while (true)
        {
            state = Open(state);
            int variable = int.MaxValue;
            foreach (Asked asked in state)
            {
                variable = asked.At >= 0 ? Math.Min(variable, _model.Table.VariableOf(asked.At)) : variable;
            }

            if (variable == int.MaxValue || _isFree(_model.AttributeOf(variable)))
            {
                return (state, variable == int.MaxValue ? -1 : variable);
            }

            state = Follow(state, variable, _model.Table.ClassOf(variable, _values));
        }
    }

    private static int[] Numbers(Asked[] state)
    {
        var numbers = new int[state.Length * 3];
        for (int i = 0; i < state.Length; i++)
        {
            numbers[3 * i] = state[i].At;
            numbers[(3 * i) + 1] = state[i].Order;
            numbers[(3 * i) + 2] = state[i].Effect;
        }

        return numbers;
    }

    // Puts the items of a list in its place, and leaves out what says nothing.
    private Asked[] Open(Asked[] state) => IsOpen(state)
        ? state
        :
        [
            .. state.SelectMany(a => a.Effect == 0 && ~a.At >= OutcomeTable.FirstList
                ? _outcomes.List(~a.At).Select(i => new Asked(i.Root, i.Order, i.Effect))
                : [a])
                .Where(a => a.At != ~0).Distinct(),
        ];

    private static bool IsOpen(Asked[] state)
    {
        for (int i = 0; i < state.Length; i++)
        {
            if (state[i].At == ~0 || (state[i].Effect == 0 && ~state[i].At >= OutcomeTable.FirstList)
                || Array.IndexOf(state, state[i], 0, i) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private Asked[] Follow(Asked[] state, int variable, int chosen)
    {
        var next = new Asked[state.Length];
        for (int i = 0; i < state.Length; i++)
        {
            Asked asked = state[i];
            next[i] = asked.At >= 0 && _model.Table.VariableOf(asked.At) == variable
                ? asked with { At = _model.Table.Child(asked.At, chosen) }
                : asked;
        }

        return next;
    }

    private static PolicyOutcome Outcome(Asked[] state)
    {
        if (state.Length < 2)
        {
            return OutcomeTable.OutcomeOf(state.Length == 0 ? 0 : OutcomeTable.WithConflict(EffectOf(state[0])));
        }

        int all = 0;
        foreach (IGrouping<int, Asked> order in state.GroupBy(a => a.Order))
        {
            all |= OutcomeTable.WithConflict(order.Aggregate(0, (effects, a) => effects | EffectOf(a)));
        }

        return OutcomeTable.OutcomeOf(all);
    }

    private static int EffectOf(Asked asked) => asked.Effect == 0 ? ~asked.At : asked.Effect;

    private ChoiceNode Expand(int variable, ChoiceNode[] children)
    {
        switch (_model.Table.KindOf(variable))
        {
            case VariableKind.Flag:
                return Make(variable, -1, [0, 1], children);
            case VariableKind.Mask:
                ChoiceNode without = children[0];
                for (int bit = 63; bit >= 0; bit--)
                {
                    without = (_model.Table.MaskOf(variable) >> bit & 1) != 0
                        ? Make(variable, bit, [0, 1], [without, children[1]])
                        : without;
                }

                return without;
            case VariableKind.Map:
                return ExpandMap(variable, children);
            case VariableKind.Cuts:
                return Make(variable, -1,
                    [0, .. Enumerable.Range(0, _model.Table.CutCount(variable)).Select(i => _model.Table.CutOf(variable, i))], children);
            default:
                throw new UnreachableException();
        }
    }

    // The number after the last means "none", as in the compiler; a case stores 0.
    private ChoiceNode ExpandMap(int variable, ChoiceNode[] children)
    {
        int nodes = _model.Table.CutCount(variable) - 1;
        _starts.Clear();
        _leads.Clear();
        for (int i = 0; i <= nodes; i++)
        {
            ChoiceNode child = children[_model.Table.MappedClass(variable, i == nodes ? 0 : i + 1)];
            if (i == 0 || !ReferenceEquals(_leads[_leads.Count - 1], child))
            {
                _starts.Add(i);
                _leads.Add(child);
            }
        }

        return Make(variable, -1, [.. _starts], [.. _leads]);
    }

    private ChoiceNode Make(int variable, int element, long[] starts, ChoiceNode[] children)
    {
        int kept = 0;
        for (int i = 0; i < children.Length; i++)
        {
            if (kept == 0 || !ReferenceEquals(children[kept - 1], children[i]))
            {
                starts[kept] = starts[i];
                children[kept++] = children[i];
            }
        }

        if (kept == 1)
        {
            return children[0];
        }

        Array.Resize(ref starts, kept);
        Array.Resize(ref children, kept);
        var key = new Key((variable * 65) + element + 1, Array.ConvertAll(children, c => c.Id), starts);
        if (!_unique.TryGetValue(key, out ChoiceNode? node))
        {
            node = new ChoiceNode(_unique.Count + 2, variable, element, starts, children);
            _unique.Add(key, node);
        }

        return node;
    }

    // A diagram of one outcome (effect 0), or of the cases of one rule.
    private readonly record struct Asked(int At, int Order, int Effect);

    private readonly struct Key(int variable, int[] ids, long[] starts) : IEquatable<Key>
    {
        private readonly int _variable = variable;
        private readonly int[] _ids = ids;
        private readonly long[] _starts = starts;

        public bool Equals(Key other) =>
            _variable == other._variable && Same(_ids, other._ids) && Same(_starts, other._starts);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        private static bool Same<T>(T[] left, T[] right)
            where T : IEquatable<T>
        {
            for (int i = 0; i < left.Length && i < right.Length; i++)
            {
                if (!left[i].Equals(right[i]))
                {
                    return false;
                }
            }

            return left.Length == right.Length;
        }

        public override int GetHashCode()
        {
            int hash = _variable;
            foreach (int id in _ids)
            {
                hash = unchecked((hash * 31) + id);
            }

            foreach (long start in _starts)
            {
                hash = unchecked((hash * 31) + (int)start);
            }

            return hash;
        }
    }
}
