using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A party to treaties: a jurisdiction or bloc with what it has adopted.</summary>
internal sealed class PartySymbol(string name, Location location) : Symbol(name, location)
{
    /// <summary>The jurisdiction or bloc of the same name; null where that is unknown and was reported.</summary>
    public Symbol? Place { get; internal set; }

    public ImmutableArray<Adoption> Adoptions { get; internal set; } = [];

    /// <summary>The leaves that it invokes for its law.</summary>
    public ImmutableArray<Invocation> Invocations { get; internal set; } = [];

    public override string Kind => "a party";
}

/// <summary>A framework that binds a party.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="Towards">The counterparties towards which it binds; empty for all.</param>
/// <param name="Reserving">The clauses taken out.</param>
/// <param name="ReservingFor">The frameworks and clauses of its law that the reservation excuses; empty where the clauses are taken out
/// altogether.</param>
/// <param name="ReservingUntil">Last day of the reservation; null without end.</param>
internal sealed record Adoption(
    FrameworkSymbol Framework,
    CalendarDay Since,
    CalendarDay? Until,
    ImmutableArray<Symbol> Towards,
    ImmutableArray<Symbol> Reserving,
    ImmutableArray<Symbol> ReservingFor,
    CalendarDay? ReservingUntil);

/// <summary>A leave of an instrument that a party invokes for some of its law.</summary>
/// <param name="Leave">The leave.</param>
/// <param name="For">The frameworks and clauses of its law.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day; null without end.</param>
internal sealed record Invocation(ClauseSymbol Leave, ImmutableArray<Symbol> For, CalendarDay Since, CalendarDay? Until);

/// <summary>A legal order of its own under others: a company, a contract.</summary>
internal sealed class OrganisationSymbol(string name, Location location) : Symbol(name, location)
{
    /// <summary>The legal orders whose law binds it.</summary>
    public ImmutableArray<Symbol> Under { get; internal set; } = [];

    public override string Kind => "an organisation";
}
