using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PolicyLang.Runtime;

/// <summary>The numbers of a <see cref="DecisionTable"/>, of which nothing is copied.</summary>
public readonly ref struct TableNumbers
{
    private const int VariableSize = 4;

    private readonly Ints _nodes;
    private readonly Ints _variables;
    private readonly Shorts _maps;
    private readonly Values _numbers;

    /// <summary>Takes the numbers as they are.</summary>
    /// <param name="nodes">The nodes. Each begins with twice its variable. A child for each class follows; or, where 1 is added to the
    /// beginning, the number of stretches, the first class of each but the first, and a child for each.</param>
    /// <param name="variables">For each variable its <see cref="VariableKind"/>, slot, and the place and number of its classes, cuts or
    /// mask.</param>
    /// <param name="maps">The classes of values.</param>
    /// <param name="numbers">Cuts and masks.</param>
    /// <param name="lists">For each list of an <see cref="OutcomeTable"/> the number of its items, then for each of them the diagram of its
    /// cases, the legal order and the effect; those of one order follow each other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TableNumbers(Ints nodes, Ints variables, Shorts maps, Values numbers, Ints lists)
    {
        _nodes = nodes;
        _variables = variables;
        _maps = maps;
        _numbers = numbers;
        Lists = lists;
    }

    internal Ints Lists { get; }

    internal int VariableCount => _variables.Length / VariableSize;

    internal int Evaluate(int root, Values values)
    {
        Ints nodes = _nodes;
        int at = root;
        while (at >= 0)
        {
            int head = nodes[at];
            int chosen = ClassOf(head >> 1, values);
            at = (head & 1) == 0 ? nodes[at + 1 + chosen] : Sparse(at, chosen);
        }

        return ~at;
    }

    internal int VariableOf(int node) => _nodes[node] >> 1;

    internal int SlotOf(int variable) => _variables[(variable * VariableSize) + 1];

    internal VariableKind KindOf(int variable) => (VariableKind)_variables[variable * VariableSize];

    internal long MaskOf(int variable) => _numbers[_variables[(variable * VariableSize) + 2]];

    /// <summary>Where the classes of a variable with cuts begin, but the first, which begins at 0.</summary>
    internal long CutOf(int variable, int index) => _numbers[_variables[(variable * VariableSize) + 2] + index];

    internal int CutCount(int variable) => _variables[(variable * VariableSize) + 3];

    /// <summary>The class of a value of a variable with a map.</summary>
    internal int MappedClass(int variable, int value) => _maps[_variables[(variable * VariableSize) + 2] + value];

    internal int Child(int node, int chosen) => (_nodes[node] & 1) == 0 ? _nodes[node + 1 + chosen] : Sparse(node, chosen);

    /// <summary>How many stretches of classes a node has, each with one child.</summary>
    /// <param name="node">The node.</param>
    /// <param name="classes">How many classes its variable has.</param>
    internal int StretchCount(int node, int classes) => (_nodes[node] & 1) == 0 ? classes : _nodes[node + 1];

    /// <summary>A stretch of classes, its end excluded, and the child that they lead to.</summary>
    internal (int First, int End, int Child) Stretch(int node, int classes, int index)
    {
        if ((_nodes[node] & 1) == 0)
        {
            return (index, index + 1, _nodes[node + 1 + index]);
        }

        int count = _nodes[node + 1];
        int first = index == 0 ? 0 : _nodes[node + 1 + index];
        int end = index == count - 1 ? classes : _nodes[node + 2 + index];
        return (first, end, _nodes[node + 1 + count + index]);
    }

    internal int ClassOf(int variable, Values values)
    {
        int at = variable * VariableSize;
        long value = values[_variables[at + 1]];
        int place = _variables[at + 2];
        switch ((VariableKind)_variables[at])
        {
            case VariableKind.Flag:
                return value != 0 ? 1 : 0;
            case VariableKind.Mask:
                return (value & _numbers[place]) != 0 ? 1 : 0;
            case VariableKind.Map:
                // A number that names no node says as little as none.
                return _maps[(ulong)value < (ulong)_variables[at + 3] ? place + (int)value : place];
            case VariableKind.Cuts:
                return CountAtMost(value, place, _variables[at + 3]);
            default:
                throw new UnreachableException();
        }
    }

    internal int CountClasses(int variable)
    {
        int count = CutCount(variable);
        switch (KindOf(variable))
        {
            case VariableKind.Map:
                int classes = 0;
                for (int i = 0; i < count; i++)
                {
                    classes = Math.Max(classes, MappedClass(variable, i) + 1);
                }

                return classes;
            case VariableKind.Cuts:
                return count + 1;
            case VariableKind.Flag or VariableKind.Mask:
                return 2;
            default:
                throw new UnreachableException();
        }
    }

    private int CountAtMost(long value, int place, int count)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_numbers[place + middle] <= value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int Sparse(int at, int chosen)
    {
        Ints nodes = _nodes;
        int count = nodes[at + 1];
        int low = 0;
        int high = count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            if (nodes[at + 1 + middle] <= chosen)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return nodes[at + 1 + count + low];
    }
}
