using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A jurisdiction's time in a bloc.</summary>
/// <param name="Place">The jurisdiction.</param>
/// <param name="Since">First day; null from the beginning.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="When">A condition on the case that is added to it, through other blocs too; null for none.</param>
internal sealed record MembershipPeriod(NodeSymbol Place, CalendarDay? Since, CalendarDay? Until, BoundCondition? When)
{
    /// <summary>Whether a condition on the case is added to it.</summary>
    public bool IsConditional => When is not null;

    /// <summary>Whether a day lies in the period.</summary>
    public bool Covers(CalendarDay day) => (Since is not { } since || day >= since) && (Until is not { } until || day <= until);
}

/// <summary>Who belongs to a bloc, through other blocs too.</summary>
internal static class BlocMembership
{
    /// <summary>Every period of every member, in order of declaration; what <c>except</c> takes out is left out.</summary>
    public static ImmutableArray<MembershipPeriod> PeriodsOf(BlocSymbol bloc)
    {
        var periods = ImmutableArray.CreateBuilder<MembershipPeriod>();
        Add(bloc, null, null, null, periods, []);
        ImmutableArray<NodeSymbol> except = [.. bloc.Except.SelectMany(Places)];
        return [.. periods.Where(p => !except.Any(p.Place.IsWithin)).Distinct()];
    }

    private static IEnumerable<NodeSymbol> Places(Symbol symbol) => symbol switch
    {
        NodeSymbol node => [node],
        BlocSymbol bloc => PeriodsOf(bloc).Select(p => p.Place),
        DefineSymbol { Set: BoundListSet { Outside: false } set } => set.Members.SelectMany(Places),
        _ => [],
    };

    private static void Add(Symbol place, CalendarDay? since, CalendarDay? until, BoundCondition? when,
        ImmutableArray<MembershipPeriod>.Builder periods, HashSet<(Symbol, CalendarDay?, CalendarDay?, bool)> seen)
    {
        // A bloc may come by many times, through many others.
        if (!seen.Add((place, since, until, when is not null)))
        {
            return;
        }

        switch (place)
        {
            case NodeSymbol node:
                periods.Add(new MembershipPeriod(node, since, until, when));
                break;
            case BlocSymbol bloc:
                foreach (BlocMember member in bloc.Members)
                {
                    CalendarDay? from = Later(since, member.Since);
                    CalendarDay? to = Earlier(until, member.Until);
                    if (from is null || to is null || from <= to)
                    {
                        Add(member.Place, from, to,
                            when is null ? member.When : member.When is null ? when : new BoundAnd([when, member.When]), periods, seen);
                    }
                }

                break;
            case DefineSymbol:
                foreach (NodeSymbol node in Places(place))
                {
                    periods.Add(new MembershipPeriod(node, since, until, when));
                }

                break;
        }
    }

    private static CalendarDay? Later(CalendarDay? a, CalendarDay? b) => a is null ? b : b is null || a > b ? a : b;

    private static CalendarDay? Earlier(CalendarDay? a, CalendarDay? b) => a is null ? b : b is null || a < b ? a : b;
}
