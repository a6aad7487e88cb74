namespace PolicyLang.Runtime;

/// <summary>
/// The outcome of a case. The diagram leads to the outcome itself, said by <see cref="Prohibits"/>, <see cref="Permits"/> and
/// <see cref="Conflicts"/>, or to a list of the few rules that are left to be asked. Made by the compiler of policies; not meant to be
/// written by hand.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="lists">For each list the number of its items, then for each of them the diagram of its cases, the legal order and the
/// effect; those of one order follow each other.</param>
/// <param name="root">Where the diagram starts.</param>
public sealed class OutcomeTable(DecisionTable table, int[] lists, int root)
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
        int says = table.Evaluate(root, values);
        return OutcomeOf(says < FirstList ? says : AskAll(says - FirstList, values));
    }

    /// <summary>The items of a list.</summary>
    internal IEnumerable<(int Root, int Order, int Effect)> List(int says)
    {
        int place = says - FirstList;
        for (int i = 0; i < lists[place]; i++)
        {
            int at = place + 1 + (ItemSize * i);
            yield return (lists[at], lists[at + 1], lists[at + 2]);
        }
    }

    internal static PolicyOutcome OutcomeOf(int effects) =>
        (effects & Conflicts) != 0 || (effects & (Prohibits | Obliges)) == (Prohibits | Obliges) ? PolicyOutcome.Conflicting
        : (effects & Prohibits) != 0 ? PolicyOutcome.Prohibited
        : (effects & (Permits | Obliges)) != 0 ? PolicyOutcome.Permitted
        : PolicyOutcome.Unregulated;

    /// <summary>The effects of one legal order, with the conflict that they make: within one order a permission is enough for it.</summary>
    internal static int WithConflict(int effects) =>
        (effects & Prohibits) != 0 && (effects & (Permits | Obliges)) != 0 ? effects | Conflicts : effects;

    private int AskAll(int place, Values values)
    {
        int[] items = lists;
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
            if ((own & items[at + 2]) == 0 && table.Evaluate(items[at], values) != 0)
            {
                own |= items[at + 2];
                all |= WithConflict(own);
            }
        }

        return all;
    }
}
