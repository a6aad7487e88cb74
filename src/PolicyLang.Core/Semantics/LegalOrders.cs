namespace PolicyLang.Semantics;

/// <summary>How legal orders stand to each other.</summary>
internal static class LegalOrders
{
    /// <summary>The legal orders above an organisation, through other organisations too; an organisation that is under itself ends
    /// there.</summary>
    public static ImmutableArray<Symbol> Above(OrganisationSymbol organisation)
    {
        var seen = new HashSet<Symbol>();
        var pending = new Queue<Symbol>(organisation.Under);
        var above = ImmutableArray.CreateBuilder<Symbol>();
        while (pending.Count > 0)
        {
            Symbol order = pending.Dequeue();
            if (!seen.Add(order))
            {
                continue;
            }

            above.Add(order);
            foreach (Symbol next in (order as OrganisationSymbol)?.Under ?? [])
            {
                pending.Enqueue(next);
            }
        }

        return above.ToImmutable();
    }

    /// <summary>Whether one legal order is below another on some day: a member below a supranational bloc, an organisation below what it is
    /// under and what stands above that.</summary>
    public static bool IsEverBelow(Symbol lower, Symbol upper) => lower switch
    {
        NodeSymbol place => upper is BlocSymbol { Supranational: true } bloc && IsEverMember(place, bloc, []),
        OrganisationSymbol organisation =>
            Above(organisation)
            .Any(order => ReferenceEquals(order, upper) || (order is not OrganisationSymbol && IsEverBelow(order, upper))),
        _ => false,
    };

    private static bool IsEverMember(NodeSymbol place, BlocSymbol bloc, HashSet<BlocSymbol> seen) =>
        seen.Add(bloc) && bloc.Members.Any(m => m.Place switch
        {
            NodeSymbol node => place.IsWithin(node),
            BlocSymbol inner => IsEverMember(place, inner, seen),
            _ => false,
        });
}
