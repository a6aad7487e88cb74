namespace PolicyLang.CodeGen.Tables;

/// <summary>A node of a diagram with many terminals, over the variables of a case space. Equal diagrams are one object.</summary>
internal sealed class DiagramNode(int id, int variable, int terminal, long[] starts, DiagramNode[] children)
{
    /// <summary>The order in which it was made.</summary>
    public int Id { get; } = id;

    /// <summary>The variable tested; after every real one for a terminal.</summary>
    public int Variable { get; } = variable;

    /// <summary>What a terminal says.</summary>
    public int Terminal { get; } = terminal;

    /// <summary>Where the stretches of values begin, ascending from 0.</summary>
    public long[] Starts { get; } = starts;

    /// <summary>What each stretch leads to; neighbours differ.</summary>
    public DiagramNode[] Children { get; } = children;

    public bool IsTerminal => Children.Length == 0;

    public DiagramNode Child(long value)
    {
        int index = Array.BinarySearch(Starts, value);
        return Children[index >= 0 ? index : ~index - 1];
    }
}
