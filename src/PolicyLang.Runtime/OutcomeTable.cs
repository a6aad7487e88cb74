namespace PolicyLang.Runtime;

/// <summary>
/// The outcome of a case. The diagram leads to the outcome itself, said by <see cref="Prohibits"/>, <see cref="Permits"/> and
/// <see cref="Conflicts"/>, or to a list of the few rules that are left to be asked. Made by the compiler of policies; not meant to be
/// written by hand.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="root">Where the diagram starts.</param>
public sealed class OutcomeTable(DecisionTable table, int root)
{
    /// <summary>A clause that stands prohibits the act.</summary>
    public const int Prohibits = 1;

    /// <summary>A clause that stands permits it.</summary>
    public const int Permits = 2;

    /// <summary>A clause that stands requires it.</summary>
    public const int Obliges = 4;

    /// <summary>The clauses conflict.</summary>
    public const int Conflicts = 8;

    /// <summary>What a terminal says from here on is the place of a list.</summary>
    public const int FirstList = 16;

    private const int ItemSize = 3;

    internal int Root => root;

    /// <summary>The outcome of a case.</summary>
    /// <param name="values">The values of the case, by slot.</param>
    public PolicyOutcome Decide(Values values)
    {
        TableNumbers numbers = table.Numbers;
        int says = numbers.Evaluate(root, values);
        return OutcomeOf(says < FirstList ? says : AskAll(numbers, says - FirstList, values, null));
    }

    /// <summary>The outcome of a case that leaves out required facts, where it is the same whatever they are; undetermined where that is
    /// not certain. Values that name nothing are taken for none.</summary>
    /// <param name="made">What the case is made of.</param>
    /// <param name="values">The values of the case, by slot.</param>
    public PolicyOutcome Decide(CaseModel made, Values values)
    {
        TableNumbers numbers = table.Numbers;
        int says = Follow(numbers, root, made, values);
        int effects = says < FirstList ? says : AskAll(numbers, says - FirstList, values, made);
        return effects < 0 ? PolicyOutcome.Undetermined : OutcomeOf(effects);
    }

    // The terminal that all values of absent facts lead to; -1 where they differ.
    private int Follow(in TableNumbers numbers, int at, CaseModel made, Values values)
    {
        while (at >= 0)
        {
            int variable = numbers.VariableOf(at);
            if (!made.IsAbsent(numbers.SlotOf(variable), values))
            {
                at = numbers.Child(at, numbers.ClassOf(variable, values));
                continue;
            }

            int first = Follow(numbers, numbers.Child(at, 0), made, values);
            for (int chosen = table.ClassCount(variable) - 1; chosen > 0 && first >= 0; chosen--)
            {
                first = Follow(numbers, numbers.Child(at, chosen), made, values) == first ? first : -1;
            }

            return first;
        }

        return ~at;
    }

    /// <summary>How many items a list has.</summary>
    internal int ListCount(int says) => table.Numbers.Lists[says - FirstList];

    /// <summary>An item of a list.</summary>
    internal (int Root, int Order, int Effect) ListItem(int says, int index)
    {
        Ints lists = table.Numbers.Lists;
        int at = says - FirstList + 1 + (ItemSize * index);
        return (lists[at], lists[at + 1], lists[at + 2]);
    }

    internal static PolicyOutcome OutcomeOf(int effects) =>
        (effects & Conflicts) != 0 || (effects & (Prohibits | Obliges)) == (Prohibits | Obliges) ? PolicyOutcome.Conflicting
        : (effects & Prohibits) != 0 ? PolicyOutcome.Prohibited
        : (effects & (Permits | Obliges)) != 0 ? PolicyOutcome.Permitted
        : PolicyOutcome.Unregulated;

    /// <summary>The effects of one legal order, with the conflict that they make: within one order a permission is enough for it.</summary>
    internal static int WithConflict(int effects) =>
        (effects & Prohibits) != 0 && (effects & (Permits | Obliges)) != 0 ? effects | Conflicts : effects;

    private int AskAll(in TableNumbers numbers, int place, Values values, CaseModel? made)
    {
        Ints items = numbers.Lists;
        int end = place + 1 + (ItemSize * items[place]);
        int all = 0;
        int own = 0;
        int order = -1;
        for (int at = place + 1; at < end; at += ItemSize)
        {
            if (items[at + 1] != order)
            {
                order = items[at + 1];
                own = 0;
            }

            // What an order has said already need not be asked again.
            if ((own & items[at + 2]) != 0)
            {
                continue;
            }

            int applies = made is null ? numbers.Evaluate(items[at], values) : Follow(numbers, items[at], made, values);
            if (applies < 0)
            {
                return -1;
            }

            if (applies != 0)
            {
                own |= items[at + 2];
                all |= WithConflict(own);
            }
        }

        return all;
    }
}
