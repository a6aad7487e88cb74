using PolicyLang.Diagnostics;

namespace PolicyLang.Semantics.Binding;

/// <summary>Finds definitions that use themselves, shows the whole cycle once, and takes what depends on it out of use.</summary>
internal sealed class CycleFinder(BindingScope scope)
{
    private readonly Dictionary<Symbol, bool> _done = [];
    private readonly List<Symbol> _path = [];

    public void Check(IEnumerable<Symbol> symbols)
    {
        foreach (Symbol symbol in symbols)
        {
            Visit(symbol);
        }
    }

    // Depth first without recursion: definitions may be thousands deep.
    private void Visit(Symbol start)
    {
        var pending = new Stack<(Symbol Symbol, IEnumerator<Symbol> Uses)>();
        Enter(start, pending);
        while (pending.Count > 0)
        {
            (Symbol symbol, IEnumerator<Symbol> uses) = pending.Peek();
            if (uses.MoveNext())
            {
                Enter(uses.Current, pending);
                continue;
            }

            pending.Pop();
            _path.RemoveAt(_path.Count - 1);
            _done[symbol] = true;
            foreach (Symbol used in Uses(symbol))
            {
                symbol.HasErrors |= used.HasErrors;
            }
        }
    }

    private void Enter(Symbol symbol, Stack<(Symbol Symbol, IEnumerator<Symbol> Uses)> pending)
    {
        if (!_done.TryGetValue(symbol, out bool finished))
        {
            _done[symbol] = false;
            _path.Add(symbol);
            pending.Push((symbol, Uses(symbol).ToList().GetEnumerator()));
        }
        else if (!finished)
        {
            Report(symbol);
        }
    }

    private void Report(Symbol again)
    {
        List<Symbol> cycle = _path.GetRange(_path.IndexOf(again), _path.Count - _path.IndexOf(again));
        Symbol first = cycle.OrderBy(s => s.Location.File, StringComparer.Ordinal).ThenBy(s => s.Location.Span.Start).First();
        int start = cycle.IndexOf(first);
        IEnumerable<Symbol> ordered = cycle.Skip(start).Concat(cycle.Take(start));
        foreach (Symbol symbol in cycle)
        {
            symbol.HasErrors = true;
        }

        scope.Report(NameDiagnostics.Cycle.Create(
            first.Location,
            $"'{first.Name}' is defined by itself: {string.Join(" → ", ordered.Append(first).Select(s => s.Name))}.",
            "Take one of the names out of the definition that comes back.",
            [.. ordered.Skip(1).Select(s => new RelatedLocation(s.Location, $"'{s.Name}' takes part"))]));
        Sever(first);
    }

    // What still refers to the cycle must not follow it for ever.
    private static void Sever(Symbol symbol)
    {
        switch (symbol)
        {
            case BlocSymbol bloc:
                bloc.Members = [];
                bloc.Except = [];
                break;
            case OrganisationSymbol organisation:
                organisation.Under = [];
                break;
            case DefineSymbol define:
                define.Condition = null;
                define.Set = null;
                break;
        }
    }

    private static IEnumerable<Symbol> Uses(Symbol symbol) => symbol switch
    {
        BlocSymbol bloc =>
            bloc.Members.SelectMany(m => m.When is null ? [m.Place] : Uses(m.When).Append(m.Place)).Concat(bloc.Except).Where(IsDefinition)
            .ToList(),
        DefineSymbol { Condition: { } condition } => Uses(condition).Where(IsDefinition).ToList(),
        DefineSymbol { Set: BoundListSet set } => set.Members.Concat(set.Except).Where(IsDefinition).ToList(),
        OrganisationSymbol organisation => organisation.Under.OfType<OrganisationSymbol>(),
        _ => [],
    };

    private static bool IsDefinition(Symbol symbol) => symbol is BlocSymbol or DefineSymbol;

    private static IEnumerable<Symbol> Uses(BoundCondition condition) => condition switch
    {
        BoundOr or => or.Operands.SelectMany(Uses),
        BoundAnd and => and.Operands.SelectMany(Uses),
        BoundNot not => Uses(not.Operand),
        BoundDefined defined => [defined.Definition],
        BoundIs { Set: BoundListSet set } => set.Members.Concat(set.Except),
        BoundInclude include => include.Names,
        _ => [],
    };
}
