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

        var key = new Key(variable, [.. state.SelectMany(a => new[] { a.At, a.Order, a.Effect })], []);
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

    // Puts the items of a list in its place, and leaves out what says nothing.
    private Asked[] Open(Asked[] state) =>
    [
        .. state.SelectMany(a => a.Effect == 0 && ~a.At >= OutcomeTable.FirstList
            ? _outcomes.List(~a.At).Select(i => new Asked(i.Root, i.Order, i.Effect))
            : [a])
            .Where(a => a.At != ~0).Distinct(),
    ];

    private Asked[] Follow(Asked[] state, int variable, int chosen) =>
        Array.ConvertAll(
            state, a => a.At >= 0 && _model.Table.VariableOf(a.At) == variable ? a with { At = _model.Table.Child(a.At, chosen) } : a);

    private static PolicyOutcome Outcome(Asked[] state)
    {
        int all = 0;
        foreach (IGrouping<int, Asked> order in state.GroupBy(a => a.Order))
        {
            all |= OutcomeTable.WithConflict(order.Aggregate(0, (effects, a) => effects | (a.Effect == 0 ? ~a.At : a.Effect)));
        }

        return OutcomeTable.OutcomeOf(all);
    }

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
                // The number after the last means "none", as in the compiler; a case stores 0.
                int nodes = _model.Table.CutCount(variable) - 1;
                return Make(variable, -1, [.. Enumerable.Range(0, nodes + 1).Select(i => (long)i)],
                    [.. Enumerable.Range(0, nodes + 1).Select(i => children[_model.Table.MappedClass(variable, i == nodes ? 0 : i + 1)])]);
            case VariableKind.Cuts:
                return Make(variable, -1,
                    [0, .. Enumerable.Range(0, _model.Table.CutCount(variable)).Select(i => _model.Table.CutOf(variable, i))], children);
            default:
                throw new UnreachableException();
        }
    }

    private ChoiceNode Make(int variable, int element, long[] starts, ChoiceNode[] children)
    {
        var from = new List<long>();
        var to = new List<ChoiceNode>();
        for (int i = 0; i < children.Length; i++)
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

        var key = new Key((variable * 65) + element + 1, [.. to.Select(c => c.Id)], [.. from]);
        if (!_unique.TryGetValue(key, out ChoiceNode? node))
        {
            node = new ChoiceNode(_unique.Count + 2, variable, element, [.. from], [.. to]);
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
            _variable == other._variable && _ids.SequenceEqual(other._ids) && _starts.SequenceEqual(other._starts);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

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
