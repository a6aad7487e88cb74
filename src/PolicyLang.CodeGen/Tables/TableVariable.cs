using PolicyLang.Regions;

namespace PolicyLang.CodeGen.Tables;

/// <summary>How a variable of a table is read; the numbers are those of the runtime's <c>VariableKind</c>.</summary>
internal enum TableVariableKind
{
    Flag,
    Map,
    Cuts,
    Mask,
}

/// <summary>A variable of a table.</summary>
/// <param name="Source">The variable of the case space; for a group of elements, its first.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Slot">The slot of its value.</param>
/// <param name="Numbers">The cuts, or the mask.</param>
/// <param name="Map">The class of each value: of "none" first, then of each node.</param>
/// <param name="Representatives">A value of the case space for each class.</param>
internal sealed record TableVariable(Variable Source, TableVariableKind Kind, int Slot, long[] Numbers, int[] Map, long[] Representatives)
{
    /// <summary>Divides the values of a variable into classes that none of its nodes tells apart.</summary>
    public static TableVariable Create(
        Variable variable, bool isNode, int slot, IReadOnlyList<DiagramNode> nodes, IReadOnlyList<Variable> group)
    {
        if (group.Count > 0)
        {
            return new TableVariable(
                variable, TableVariableKind.Mask, slot, [group.Aggregate(0L, (mask, v) => mask | (1L << (v.Element % 64)))], [], [0, 1]);
        }

        if (variable.Maximum == 1 && !isNode)
        {
            return new TableVariable(variable, TableVariableKind.Flag, slot, [], [], [0, 1]);
        }

        if (!isNode)
        {
            long[] cuts = [.. nodes.SelectMany(n => n.Starts).Where(s => s > 0).Distinct().OrderBy(s => s)];
            return new TableVariable(variable, TableVariableKind.Cuts, slot, cuts, [], [0, .. cuts]);
        }

        int[] classes = Classes((int)variable.Maximum + 1, nodes);
        long[] representatives =
            [.. Enumerable.Range(0, classes.Max() + 1).Select(c => (long)ToValue(Array.IndexOf(classes, c), variable))];
        return new TableVariable(variable, TableVariableKind.Map, slot, [], classes, representatives);
    }

    // In generated code 0 means "none"; in the case space "none" comes last.
    private static int ToValue(int number, Variable variable) => number == 0 ? (int)variable.Maximum : number - 1;

    private static int[] Classes(int count, IReadOnlyList<DiagramNode> nodes)
    {
        var classes = new int[count];
        int found = 1;
        foreach (DiagramNode node in nodes)
        {
            if (found == count)
            {
                break;
            }

            var seen = new Dictionary<(int, int), int>();
            for (int number = 0; number < count; number++)
            {
                int value = number == 0 ? count - 1 : number - 1;
                var key = (classes[number], node.Child(value).Id);
                if (!seen.TryGetValue(key, out int refined))
                {
                    refined = seen.Count;
                    seen.Add(key, refined);
                }

                classes[number] = refined;
            }

            found = seen.Count;
        }

        return classes;
    }
}
