namespace PolicyLang.Runtime;

/// <summary>How a variable of a <see cref="DecisionTable"/> is read from the values of a case.</summary>
public enum VariableKind
{
    /// <summary>The value itself: 0 or 1.</summary>
    Flag,

    /// <summary>The class that a table names for the value.</summary>
    Map,

    /// <summary>How many cuts are at or below the value.</summary>
    Cuts,

    /// <summary>Whether the value and a mask have a bit in common.</summary>
    Mask,
}

/// <summary>
/// Decision diagrams in tables, which many roots share. A variable divides the values of an attribute into classes that no diagram tells
/// apart; a node leads from the class of a variable to the next node or, where the number is negative, to the terminal that is its
/// complement. Evaluation allocates nothing. Made by the compiler of policies; not meant to be written by hand.
/// </summary>
public abstract class DecisionTable
{
    private int[]? _classCounts;

    /// <summary>The numbers of the table.</summary>
    public abstract TableNumbers Numbers { get; }

    /// <summary>The terminal that a case leads to.</summary>
    /// <param name="root">Where to start: a node, or the complement of a terminal.</param>
    /// <param name="values">The values of the case, by slot.</param>
    public int Evaluate(int root, Values values) => Numbers.Evaluate(root, values);

    /// <summary>How many classes a variable has.</summary>
    internal int ClassCount(int variable)
    {
        int[] counts = Volatile.Read(ref _classCounts) ?? MakeCounts();
        int count = Volatile.Read(ref counts[variable]);
        if (count == 0)
        {
            count = Numbers.CountClasses(variable);
            Volatile.Write(ref counts[variable], count);
        }

        return count;
    }

    // Two threads may make one each; both fill.
    private int[] MakeCounts()
    {
        int[] counts = new int[Numbers.VariableCount];
        Volatile.Write(ref _classCounts, counts);
        return counts;
    }
}
