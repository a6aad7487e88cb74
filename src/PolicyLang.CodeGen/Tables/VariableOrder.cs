using System.Diagnostics;
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
    private const int FlagRank = 5;
    private const int SetRank = 6;
    private const int CountRank = 7;

    private readonly int[] _levels;

    /// <param name="space">The variables.</param>
    /// <param name="clustered">Whether flags, elements and counts come as in the compiler's diagrams, because those do not do in any other
    /// order.</param>
    public VariableOrder(CaseSpace space, bool clustered)
    {
        ImmutableArray<Variable> variables = space.Regions.Variables;
        Dictionary<string, AttributeType> types = space.Attributes.ToDictionary(a => a.Name, a => a.Type, StringComparer.Ordinal);
        var ranked = new List<(int Rank, Variable Variable)>();
        int chosen = 0;
        foreach (Variable variable in variables)
        {
            int rank = Rank(variable, types.TryGetValue(variable.Attribute, out AttributeType type) ? type : AttributeType.Count);
            rank = clustered && rank is FlagRank or SetRank or CountRank ? FlagRank : rank;
            chosen = variable.Chosen ? Math.Max(chosen, rank) : chosen;
            ranked.Add((variable.Chosen ? chosen : rank, variable));
        }

        Variables = [.. ranked.OrderBy(r => r.Rank).ThenBy(r => clustered ? space.Regions.LevelOf(r.Variable.Index) : r.Variable.Index)
            .Select(r => r.Variable)];
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
        (_, AttributeType.Flag) => FlagRank,
        (_, AttributeType.NodeSet) => SetRank,
        (_, AttributeType.Count) => CountRank,
        (_, AttributeType.Date) => 8,
        _ => throw new UnreachableException(),
    };
}
