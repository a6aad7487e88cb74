namespace PolicyLang.Runtime;

/// <summary>
/// Finds the few diagrams of many that a case may meet, without walking the others. For each attribute with named values, such as action,
/// origin or data, it holds the diagrams that each class of values leaves open, a bit for each; the diagrams of a case are in all of them.
/// </summary>
internal sealed class CaseIndex
{
    private const int BitsPerWord = 64;

    private readonly DecisionTable _table;
    private readonly int[] _roots;
    private readonly int _words;
    private readonly List<(int Variable, ulong[] Open)> _sets = [];

    // The first set at or after a variable.
    private readonly int[] _setOf;

    /// <summary>Makes an index.</summary>
    /// <param name="table">The table of the diagrams.</param>
    /// <param name="roots">The diagrams: 0 outside, anything else inside.</param>
    public CaseIndex(DecisionTable table, int[] roots)
    {
        _table = table;
        _roots = roots;
        _words = (roots.Length + BitsPerWord - 1) / BitsPerWord;
        TableNumbers numbers = table.Numbers;
        _setOf = new int[numbers.VariableCount];
        for (int variable = 0; variable < _setOf.Length; variable++)
        {
            _setOf[variable] = _sets.Count;
            if (numbers.KindOf(variable) == VariableKind.Map)
            {
                _sets.Add((variable, new ulong[table.ClassCount(variable) * _words]));
            }
        }

        var pending = new Stack<int>();
        var seen = new HashSet<int>();
        for (int i = 0; i < roots.Length; i++)
        {
            Enter(i, pending, seen);
        }
    }

    /// <summary>The diagrams that a case is inside of, by their numbers and in their order.</summary>
    /// <param name="values">The values of the case, by slot.</param>
    /// <param name="found">Where to put them.</param>
    public void Find(Values values, List<int> found)
    {
        TableNumbers numbers = _table.Numbers;
        int[] places = new int[_sets.Count];
        for (int set = 0; set < places.Length; set++)
        {
            places[set] = numbers.ClassOf(_sets[set].Variable, values) * _words;
        }

        for (int word = 0; word < _words; word++)
        {
            ulong open = ulong.MaxValue;
            for (int set = 0; set < places.Length; set++)
            {
                open &= _sets[set].Open[places[set] + word];
            }

            for (int i = word * BitsPerWord; open != 0 && i < _roots.Length; i++, open >>= 1)
            {
                if ((open & 1) != 0 && numbers.Evaluate(_roots[i], values) != 0)
                {
                    found.Add(i);
                }
            }
        }
    }

    // Variables ascend along a path; one that an edge skips is open in all classes.
    private void Enter(int diagram, Stack<int> pending, HashSet<int> seen)
    {
        TableNumbers numbers = _table.Numbers;
        seen.Clear();
        Follow(numbers, diagram, _roots[diagram], 0, pending, seen);
        while (pending.Count > 0)
        {
            int node = pending.Pop();
            int variable = numbers.VariableOf(node);
            int set = _setOf[variable];
            bool isOwn = _sets[set].Variable == variable;
            int classes = _table.ClassCount(variable);
            int stretches = numbers.StretchCount(node, classes);
            for (int i = 0; i < stretches; i++)
            {
                (int first, int end, int child) = numbers.Stretch(node, classes, i);
                if (child != ~0)
                {
                    if (isOwn)
                    {
                        Open(set, first, end, diagram);
                    }

                    Follow(numbers, diagram, child, isOwn ? set + 1 : set, pending, seen);
                }
            }
        }
    }

    // From the first set that the nodes above say nothing of.
    private void Follow(in TableNumbers numbers, int diagram, int at, int set, Stack<int> pending, HashSet<int> seen)
    {
        int variable = at < 0 ? int.MaxValue : numbers.VariableOf(at);
        for (; at != ~0 && set < _sets.Count && _sets[set].Variable < variable; set++)
        {
            Open(set, 0, _sets[set].Open.Length / _words, diagram);
        }

        if (at >= 0 && set < _sets.Count && seen.Add(at))
        {
            pending.Push(at);
        }
    }

    private void Open(int set, int first, int end, int diagram)
    {
        ulong[] open = _sets[set].Open;
        for (int at = first; at < end; at++)
        {
            open[(at * _words) + (diagram / BitsPerWord)] |= 1UL << (diagram % BitsPerWord);
        }
    }
}
