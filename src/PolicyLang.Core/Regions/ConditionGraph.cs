using PolicyLang.Semantics;

namespace PolicyLang.Regions;

/// <summary>
/// Which variables conditions tie to each other: those of one conjunction, those of one list of alternatives, and the clocks of one event.
/// Diagrams stay small where variables that are tied stand close.
/// </summary>
internal sealed class ConditionGraph
{
    // A list of so many says little about which of them belong together.
    private const int MostTied = 16;

    private readonly CaseSpace _space;
    private readonly Dictionary<string, ImmutableArray<int>> _edges = new(StringComparer.Ordinal);

    private ConditionGraph(CaseSpace space) => _space = space;

    /// <summary>The sets of tied variables of a model, each once.</summary>
    /// <param name="model">The clauses, checks and definitions.</param>
    /// <param name="space">The variables.</param>
    public static ImmutableArray<ImmutableArray<int>> EdgesOf(SemanticModel model, CaseSpace space)
    {
        var graph = new ConditionGraph(space);
        foreach (BoundCondition condition in model.Defines.Select(d => d.Condition).OfType<BoundCondition>())
        {
            graph.Literals(condition);
        }

        foreach (BoundClause clause in model.Clauses.Select(c => c.Meaning).OfType<BoundClause>()
            .Concat(model.Checks.Select(c => c.Pattern)))
        {
            graph.Tie([.. clause.AllConditions.SelectMany(c => graph.Literals(c))]);
        }

        // The clocks of one event have to agree.
        foreach (IGrouping<string?, string> clocks in space.Clocks.GroupBy(c => ClockNames.Parse(c)?.Event, StringComparer.Ordinal))
        {
            graph.Tie([.. clocks.Select(space.VariableOfClock)]);
        }

        return [.. graph._edges.Values];
    }

    // Connects what lies below and returns the variables the condition itself contributes.
    private ImmutableArray<int> Literals(BoundCondition condition) => condition switch
    {
        BoundFlag flag => [_space.VariableOf(flag.Attribute)],
        BoundCompare compare => [_space.VariableOf(compare.Attribute)],
        BoundNot not => Literals(not.Operand),
        BoundInclude include =>
            Tie([.. include.Names.OfType<NodeSymbol>().Where(n => ReferenceEquals(n.Taxonomy, include.Attribute.Taxonomy))
            .SelectMany(n => n.Leaves)
            .SelectMany(l => Enumerable.Range(_space.VariableOf(include.Attribute) + l.First, l.Last - l.First + 1))]),
        BoundAnd and => Tie([.. and.Operands.SelectMany(c => Literals(c))]),
        BoundOr or => Alternatives([.. or.Operands.Select(Literals)]),

        // A definition is connected once; set elements are one variable with a fixed place.
        BoundDefined or BoundIs => [],
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private ImmutableArray<int> Alternatives(ImmutableArray<ImmutableArray<int>> alternatives)
    {
        if (alternatives.All(a => a.Length == 1))
        {
            Tie([.. alternatives.SelectMany(a => a)]);
        }

        return [];
    }

    private ImmutableArray<int> Tie(ImmutableArray<int> variables)
    {
        ImmutableArray<int> tied = [.. variables.Distinct().OrderBy(v => v)];
        if (tied.Length > MostTied)
        {
            return [];
        }

        if (tied.Length > 1)
        {
            _edges[string.Join(",", tied)] = tied;
        }

        return tied;
    }
}
