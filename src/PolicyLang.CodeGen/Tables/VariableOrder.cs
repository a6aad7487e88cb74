using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Tables;

/// <summary>
/// The order of variables in generated tables. The compiler's own order, given before chosen and dates first, suits questions about all
/// choices; tables are asked about one case, so what tells rules apart best comes first, and dates, of which every rule has its own, last.
/// Chosen variables keep their order among themselves, so that ways to comply are the compiler's.
/// </summary>
internal sealed class VariableOrder
{
    private readonly int[] _levels;

    public VariableOrder(ImmutableArray<Variable> variables, CaseSpace space)
    {
        Dictionary<string, AttributeType> types = space.Attributes.ToDictionary(a => a.Name, a => a.Type, StringComparer.Ordinal);
        var ranked = new List<(int Rank, Variable Variable)>();
        int chosen = 0;
        foreach (Variable variable in variables)
        {
            int rank = Rank(variable, types.TryGetValue(variable.Attribute, out AttributeType type) ? type : AttributeType.Count);
            chosen = variable.Chosen ? Math.Max(chosen, rank) : chosen;
            ranked.Add((variable.Chosen ? chosen : rank, variable));
        }

        Variables = [.. ranked.OrderBy(r => r.Rank).ThenBy(r => r.Variable.Index).Select(r => r.Variable)];
        _levels = new int[variables.Length];
        for (int level = 0; level < Variables.Length; level++)
        {
            _levels[Variables[level].Index] = level;
        }
    }

    /// <summary>The variables by level.</summary>
    public ImmutableArray<Variable> Variables { get; }

    /// <summary>The level of a variable of the case space.</summary>
    public int LevelOf(int variable) => _levels[variable];

    private static int Rank(Variable variable, AttributeType type) => (variable.Attribute, type) switch
    {
        (BuiltInAttributes.Origin, _) => 0,
        (BuiltInAttributes.Action, _) => 1,
        (BuiltInAttributes.Data, _) => 2,
        (_, AttributeType.Node) => variable.Chosen ? 3 : 4,
        (_, AttributeType.Flag) => 5,
        (_, AttributeType.NodeSet) => 6,
        (_, AttributeType.Count) => 7,
        _ => 8,
    };
}
