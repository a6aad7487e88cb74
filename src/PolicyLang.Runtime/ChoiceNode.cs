namespace PolicyLang.Runtime;

/// <summary>A node of a <see cref="ChoiceDiagram"/>: one element of a set, or one value, is tested.</summary>
/// <param name="id">The order in which it was made; 0 is "no values do", 1 "all values do".</param>
/// <param name="variable">The variable of the table.</param>
/// <param name="element">For a set, the bit of the element; else -1.</param>
/// <param name="starts">Where the stretches begin, ascending from 0; the values of a node attribute are the numbers of the nodes, "none"
/// the last.</param>
/// <param name="children">What each stretch leads to; neighbours differ.</param>
internal sealed class ChoiceNode(int id, int variable, int element, long[] starts, ChoiceNode[] children)
{
    public int Id => id;

    public int Variable => variable;

    public int Element => element;

    public long[] Starts => starts;

    public ChoiceNode[] Children => children;

    public bool IsTerminal => variable < 0;

    /// <summary>The value that a case has for it.</summary>
    public long ValueIn(PolicyModel model, long[] values)
    {
        long value = values[model.Table.SlotOf(variable)];
        return element >= 0 ? (value >> element) & 1
            : model.AttributeOf(variable) is { Taxonomy: { } taxonomy }
                ? (value > 0 && value <= taxonomy.Names.Count ? value - 1 : taxonomy.Names.Count)
            : value;
    }

    public ChoiceNode Child(long value)
    {
        int index = starts.Length - 1;
        while (index > 0 && starts[index] > value)
        {
            index--;
        }

        return children[index];
    }
}
