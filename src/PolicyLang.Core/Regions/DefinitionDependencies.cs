using System.Runtime.CompilerServices;
using PolicyLang.Semantics;

namespace PolicyLang.Regions;

/// <summary>Walks from a definition down to those that it uses: they may be thousands deep, deeper than the stack.</summary>
internal static class DefinitionDependencies
{
    /// <summary>Has the definitions that a definition uses compiled before it is, the innermost first.</summary>
    /// <param name="symbol">The definition.</param>
    /// <param name="isDone">Whether one has been compiled.</param>
    /// <param name="compile">Compiles one all of whose own have been.</param>
    /// <exception cref="RegionBudgetException">They nest too deeply in a way that cannot be taken apart.</exception>
    public static void Prepare(Symbol symbol, Func<Symbol, bool> isDone, Action<Symbol> compile)
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        catch (InsufficientExecutionStackException e)
        {
            throw new RegionBudgetException("The definitions nest too deeply.", e);
        }

        if (!Uses(symbol).Any())
        {
            return;
        }

        var pending = new Stack<(Symbol Symbol, bool Ready)>(Uses(symbol).Select(u => (u, false)));
        var seen = new HashSet<Symbol> { symbol };
        while (pending.Count > 0)
        {
            (Symbol next, bool ready) = pending.Pop();
            if (ready)
            {
                compile(next);
            }
            else if (seen.Add(next) && !isDone(next))
            {
                pending.Push((next, true));
                foreach (Symbol used in Uses(next))
                {
                    pending.Push((used, false));
                }
            }
        }
    }

    private static IEnumerable<Symbol> Uses(Symbol symbol) => symbol switch
    {
        BlocSymbol bloc => bloc.Members.Select(m => m.Place).Concat(bloc.Except).Where(s => s is BlocSymbol or DefineSymbol),
        DefineSymbol { Set: BoundListSet set } => set.Members.Concat(set.Except).Where(s => s is BlocSymbol or DefineSymbol),
        DefineSymbol { Condition: { } condition } => Uses(condition),
        _ => [],
    };

    private static IEnumerable<Symbol> Uses(BoundCondition condition) => condition switch
    {
        BoundOr or => or.Operands.SelectMany(Uses),
        BoundAnd and => and.Operands.SelectMany(Uses),
        BoundNot not => Uses(not.Operand),
        BoundDefined defined => [defined.Definition],
        _ => [],
    };
}
