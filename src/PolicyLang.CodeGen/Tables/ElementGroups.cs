using PolicyLang.Regions;

namespace PolicyLang.CodeGen.Tables;

/// <summary>
/// Groups the elements of a set that no diagram tells apart: every diagram asks only whether one of the group is there. Such a group is one
/// bit test in the tables instead of a chain of nodes.
/// </summary>
internal sealed class ElementGroups
{
    private readonly Dictionary<int, int> _first = [];
    private readonly Dictionary<int, List<int>> _members = [];

    public ElementGroups(IReadOnlyList<DiagramNode> nodes, IReadOnlyCollection<DiagramNode> roots, ImmutableArray<Variable> variables)
    {
        ILookup<int, DiagramNode> byVariable = nodes.ToLookup(n => n.Variable);
        Dictionary<DiagramNode, List<(DiagramNode Parent, int Edge)>> parents = [];
        foreach (DiagramNode node in nodes)
        {
            for (int i = 0; i < node.Children.Length; i++)
            {
                (parents.TryGetValue(node.Children[i], out List<(DiagramNode, int)>? list) ? list : parents[node.Children[i]] = [])
                    .Add((node, i));
            }
        }

        var isRoot = new HashSet<DiagramNode>(roots);
        int previous = -1;
        foreach (int variable in byVariable.Select(g => g.Key).Where(v => v < variables.Length && variables[v].Element >= 0)
            .OrderBy(v => v))
        {
            bool joins = previous >= 0 && variables[previous].Attribute == variables[variable].Attribute
                && variables[previous].Element / 64 == variables[variable].Element / 64
                && byVariable[previous]
                    .All(n => n.Children[0].Variable == variable && ReferenceEquals(n.Children[0].Children[1], n.Children[1]))
                && byVariable[variable].All(n => !isRoot.Contains(n) && parents[n].All(p => p.Parent.Variable == previous && p.Edge == 0));
            int first = joins ? _first[previous] : variable;
            _first.Add(variable, first);
            (_members.TryGetValue(first, out List<int>? members) ? members : _members[first] = []).Add(variable);
            previous = variable;
        }
    }

    /// <summary>The first variable of the group of an element variable; the variable itself for any other.</summary>
    public int First(int variable) => _first.TryGetValue(variable, out int first) ? first : variable;

    /// <summary>The variables of a group, by its first.</summary>
    public IReadOnlyList<int> Members(int first) => _members[first];

    /// <summary>The child of the first node of a group for "none of them" (0) or "one of them" (1).</summary>
    public DiagramNode Child(DiagramNode node, int present)
    {
        if (present != 0)
        {
            return node.Children[1];
        }

        int first = First(node.Variable);
        DiagramNode without = node.Children[0];
        while (!without.IsTerminal && without.Variable != first && First(without.Variable) == first)
        {
            without = without.Children[0];
        }

        return without;
    }
}
