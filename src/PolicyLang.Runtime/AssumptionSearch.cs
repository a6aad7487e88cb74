namespace PolicyLang.Runtime;

/// <summary>
/// Finds what a case leaves out and its answer rests on: the attributes in some minimal set of left-out ones of which other values lead to
/// what a diagram wants.
/// </summary>
internal sealed class AssumptionSearch(PolicyModel model, long[] values)
{
    /// <summary>Sets beyond this number are not looked for.</summary>
    private const int MostSets = 5_000;

    private readonly Dictionary<ChoiceNode, List<HashSet<CaseAttribute>>> _known = [];

    /// <summary>Whether there were not too many to find.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The attributes.</summary>
    public HashSet<CaseAttribute> Find(ChoiceNode goal) => [.. From(goal).SelectMany(s => s)];

    private List<HashSet<CaseAttribute>> From(ChoiceNode node)
    {
        if (node.IsTerminal)
        {
            return node.Id == 1 ? [[]] : [];
        }

        if (!_known.TryGetValue(node, out List<HashSet<CaseAttribute>>? sets))
        {
            CaseAttribute attribute = model.AttributeOf(node.Variable);
            ChoiceNode stay = node.Child(node.ValueIn(model, values));
            sets = Minimal([.. From(stay),
                .. node.Children.Where(c => !ReferenceEquals(c, stay)).Distinct().SelectMany(From)
                .Select(s => new HashSet<CaseAttribute>(s) { attribute })]);
            _known.Add(node, sets);
        }

        return sets;
    }

    private List<HashSet<CaseAttribute>> Minimal(List<HashSet<CaseAttribute>> sets)
    {
        var minimal = new List<HashSet<CaseAttribute>>();
        foreach (HashSet<CaseAttribute> set in sets.OrderBy(s => s.Count))
        {
            if (minimal.Count >= MostSets)
            {
                IsComplete = false;
                break;
            }

            if (!minimal.Exists(m => m.IsSubsetOf(set)))
            {
                minimal.Add(set);
            }
        }

        return minimal;
    }
}
