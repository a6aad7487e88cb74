namespace PolicyLang.Runtime;

/// <summary>
/// The outcome of a case from one diagram or several. The terminal of a diagram says what its clauses do, by <see cref="Prohibits"/>,
/// <see cref="Permits"/>, <see cref="Obliges"/> and <see cref="Conflicts"/>; diagrams of one legal order follow each other.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="roots">Where each diagram starts.</param>
/// <param name="orders">The legal order of each diagram.</param>
public sealed class OutcomeTable(DecisionTable table, int[] roots, int[] orders)
{
    /// <summary>A clause that stands prohibits the act.</summary>
    public const int Prohibits = 1;

    /// <summary>A clause that stands permits it.</summary>
    public const int Permits = 2;

    /// <summary>A clause that stands requires it.</summary>
    public const int Obliges = 4;

    /// <summary>The clauses conflict.</summary>
    public const int Conflicts = 8;

    internal DecisionTable Table => table;

    internal int[] Roots => roots;

    /// <summary>The outcome of a case.</summary>
    /// <param name="values">The values of the case, by slot.</param>
    public PolicyOutcome Decide(Values values)
    {
        if (roots.Length == 1)
        {
            return OutcomeOf(table.Evaluate(roots[0], values));
        }

        int all = 0;
        int own = 0;
        for (int i = 0; i < roots.Length; i++)
        {
            own = i > 0 && orders[i] == orders[i - 1] ? own : 0;
            own |= table.Evaluate(roots[i], values);
            all |= WithConflict(own);
        }

        return OutcomeOf(all);
    }

    /// <summary>The outcome of terminals, one for each diagram.</summary>
    internal PolicyOutcome Combine(int[] terminals)
    {
        int all = 0;
        int own = 0;
        for (int i = 0; i < terminals.Length; i++)
        {
            own = i > 0 && orders[i] == orders[i - 1] ? own : 0;
            own |= terminals[i];
            all |= WithConflict(own);
        }

        return OutcomeOf(all);
    }

    internal static PolicyOutcome OutcomeOf(int effects) =>
        (effects & Conflicts) != 0 || (effects & (Prohibits | Obliges)) == (Prohibits | Obliges) ? PolicyOutcome.Conflicting
        : (effects & Prohibits) != 0 ? PolicyOutcome.Prohibited
        : (effects & (Permits | Obliges)) != 0 ? PolicyOutcome.Permitted
        : PolicyOutcome.Unregulated;

    // Within one legal order a permission is enough for a conflict.
    private static int WithConflict(int effects) => (effects & Prohibits) != 0 && (effects & (Permits | Obliges)) != 0 ? effects | Conflicts : effects;
}
