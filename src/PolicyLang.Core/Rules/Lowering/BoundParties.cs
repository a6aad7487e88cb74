using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Rules;

/// <summary>Whom an instrument between States binds, in which cases and towards whom, and whose rules are the law of such a
/// party.</summary>
internal sealed class BoundParties
{
    private readonly SemanticModel _model;
    private readonly RegionCompiler _compiler;
    private readonly RegionSpace _regions;
    private readonly AttributeSymbol? _counterpart;
    private readonly PartyRegister _register;
    private readonly ImmutableArray<Symbol> _orders;

    public BoundParties(SemanticModel model, RegionCompiler compiler)
    {
        _model = model;
        _compiler = compiler;
        _regions = compiler.Space.Regions;
        _register = new PartyRegister(model, compiler);
        _counterpart = model.Attribute(BuiltInAttributes.Counterpart);
        _orders = [.. model.Frameworks.Where(f => !f.IsDraft && f.Clauses.Any(c => c.Meaning?.Modality is not null))
            .Select(f => f.Authority).OfType<Symbol>().Distinct()];
    }

    /// <summary>The parties to an instrument.</summary>
    public ImmutableArray<TreatyParty> Parties(FrameworkSymbol framework) => _register.Parties(framework);

    /// <summary>The members of a party that is a bloc, with the cases in which each is one; a place is its own. What lies in members
    /// whenever it is one is none by itself.</summary>
    public IEnumerable<(Symbol Member, Region Cases)> Members(TreatyParty party) => party.Place is not BlocSymbol
        ? [(party.Place, _regions.Full)]
        : _model.Jurisdictions.Nodes.Select(n => ((Symbol)n, Cases: IsMember(n, party)))
            .Where(m => !m.Cases.IsEmpty
                && !_regions.Contains(_regions.Union([.. ((NodeSymbol)m.Item1).Parents.Select(p => IsMember(p, party))]), m.Cases));

    /// <summary>The legal orders whose rules of conduct are part of a party's law on some day, each with the cases of those days.</summary>
    public IEnumerable<(Symbol Order, Region Days)> LawOf(Symbol party) =>
        _orders.Select(o => (o, Days: DaysIn(o, party))).Where(o => !o.Days.IsEmpty);

    /// <summary>The same for a party whose bloc leaves places out.</summary>
    public IEnumerable<(Symbol Order, Region Days)> LawOf(TreatyParty party) => ReferenceEquals(party.Territory, party.Place)
        ? LawOf(party.Place)
        : _orders.Select(o => (o, Days: o is NodeSymbol node ? IsMember(node, party) : DaysIn(o, party.Place))).Where(o => !o.Days.IsEmpty);

    /// <summary>Whether a legal order may be that of a party, or lie below it.</summary>
    public static bool IsInOrder(Symbol order, Symbol party) => ReferenceEquals(order, party)
        || (order is NodeSymbol node && (party is NodeSymbol place ? node.IsWithin(place) : LegalOrders.IsEverBelow(node, party)));

    private Region DaysIn(Symbol order, Symbol party) => (order, party) switch
    {
        _ when ReferenceEquals(order, party) => _regions.Full,
        (NodeSymbol node, NodeSymbol place) => node.IsWithin(place) ? _regions.Full : _regions.Empty,
        (NodeSymbol node, BlocSymbol bloc) => _compiler.Contains(bloc, node.Index),
        (BlocSymbol { Supranational: true } bloc, NodeSymbol place) => _compiler.Contains(bloc, place.Index),
        _ => _regions.Empty,
    };

    /// <summary>The cases in which an instrument binds a party, whatever the counterpart but for adoptions towards some.</summary>
    public Region Bound(TreatyParty party)
    {
        Region adopted = _regions.Union([.. party.Adoptions.Select(a => _regions.And(a.Cases, Counterparts(a.Adoption.Towards)))]);
        return _regions.Or(party.Named, adopted);
    }

    /// <summary>The cases in which it does on a day, towards whomever.</summary>
    public Region BoundDays(TreatyParty party) => _regions.Or(party.Named, _regions.Union([.. party.Adoptions.Select(a => a.Cases)]));

    /// <summary>The cases in which a party reserves a clause for itself, or its bloc does for it.</summary>
    public Region Reserved(ClauseSymbol clause, TreatyParty party) => _regions.Union(
    [
        ReservedBy(clause, party.Place),
        .. Reservations(clause).Where(r => r.Place is BlocSymbol && party.Place is NodeSymbol && !ReferenceEquals(r.Place, party.Place))
            .Select(r => _regions.And(r.Days, _compiler.Contains(r.Place, ((NodeSymbol)party.Place).Index))),
    ]);

    /// <summary>For a bloc that is a party, the cases in which a member reserves a clause, so that its own law is released.</summary>
    public Region ReservedFor(ClauseSymbol clause, TreatyParty party, Symbol order) =>
        party.Place is not BlocSymbol || order is not NodeSymbol node
        ? _regions.Empty
        : _regions.Union([.. Reservations(clause).Where(r => r.Place is NodeSymbol member && node.IsWithin(member)).Select(r => r.Days)]);

    /// <summary>The cases in which a jurisdiction has itself reserved a clause, as a party or as a member of one.</summary>
    public Region ReservedBy(ClauseSymbol clause, Symbol place) =>
        _regions.Union([.. Reservations(clause).Where(r => ReferenceEquals(r.Place, place)).Select(r => r.Days)]);

    /// <summary>
    /// The cases whose counterpart is owed a guarantee of a clause by a party: it belongs to another party that is one towards it and does
    /// not reserve the clause; for unilateral law, any foreign counterpart.
    /// </summary>
    public Region Owed(ClauseSymbol clause, TreatyParty party) => _counterpart is null || clause.Meaning is { TowardsAnyone: true }
        ? _regions.Full
        : OwedTo(clause, party).Aggregate(_regions.Empty, (all, o) => _regions.Or(all, o.Cases));

    /// <summary>The same, party by party to whom it is owed; null stands for anybody abroad.</summary>
    public IEnumerable<(Symbol? Other, Region Cases)> OwedTo(ClauseSymbol clause, TreatyParty party)
    {
        if (_counterpart is null)
        {
            yield break;
        }

        Region own = _compiler.Any(_counterpart, [party.Territory]);
        if (_register.IsUnilateral(clause.Framework))
        {
            yield return (null, _regions.Not(own));
            yield break;
        }

        foreach (TreatyParty other in _register.Parties(clause.Framework).Where(p => !ReferenceEquals(p.Place, party.Place)))
        {
            Region cases =
                _regions.And(
                _regions.Difference(Towards(other, party), Reserved(clause, other)), _compiler.Any(_counterpart, [other.Territory]));
            cases = _regions.Difference(cases, _regions.Or(own, AreClose(clause.Framework, party, other)));
            if (!cases.IsEmpty)
            {
                yield return (other.Place, cases);
            }
        }
    }

    /// <summary>What <c>another party</c> or <c>any party</c> means for a party.</summary>
    public BlocSymbol PartiesSet(FrameworkSymbol framework, TreatyParty party, bool withOwn)
    {
        IEnumerable<BlocMember> members = _register.Parties(framework).Where(p => !ReferenceEquals(p.Place, party.Place))
            .Select(p => new BlocMember(p.Territory, null, null, new RegionCondition(Towards(p, party))));
        return new BlocSymbol(withOwn ? "any party" : "another party", framework.Location, supranational: false)
        {
            Members = [.. members, .. withOwn ? [new BlocMember(party.Territory, null, null, null)] : Array.Empty<BlocMember>()],
        };
    }

    // Nothing is owed between a bloc and its members that are parties, or between members.
    private Region AreClose(FrameworkSymbol framework, TreatyParty one, TreatyParty other) => _regions.Union(
    [
        .. _register.Parties(framework).Where(p => p.Place is BlocSymbol)
            .Select(bloc => _regions.And(BoundDays(bloc), _regions.And(IsPart(one, bloc), IsPart(other, bloc)))),
    ]);

    private Region IsPart(TreatyParty party, TreatyParty bloc) => ReferenceEquals(party.Place, bloc.Place) ? _regions.Full
        : party.Place is NodeSymbol place ? IsMember(place, bloc)
        : _regions.Empty;

    // An except takes a place out only if it names all its leaves.
    private Region IsMember(NodeSymbol place, TreatyParty bloc)
    {
        Region member = _compiler.Contains(bloc.Place, place.Index);
        return ReferenceEquals(bloc.Territory, bloc.Place) ? member
            : bloc.Ways.Length == 1 ? _regions.Difference(member, _compiler.Contains(bloc.Ways[0].Except, place.Index))
            : _regions.Union(
                [.. bloc.Ways.Select(w => _regions.And(w.Days, _regions.Difference(member, _compiler.Contains(w.Except, place.Index))))]);
    }

    // The days on which parties face each other; adoptions may be towards some only.
    private Region Towards(TreatyParty one, TreatyParty other) => _regions.Or(
        one.Named,
        _regions.Union(
            [.. one.Adoptions.Select(a => _regions.And(a.Cases, Towards(a.Adoption, other)))]));

    private Region Towards(Adoption adoption, TreatyParty other) =>
        adoption.Towards.IsEmpty ? _regions.Full : Names(adoption.Towards, other);

    private Region Names(ImmutableArray<Symbol> places, TreatyParty party) =>
        places.Any(t => ReferenceEquals(t, party.Place)) ? _regions.Full
        : party.Place is NodeSymbol place ? _regions.Union([.. places.Select(t => _compiler.Contains(t, place.Index))])
        : LieIn(places, party.Territory);

    // Where a bloc has places on the day, all of which are among some.
    private Region LieIn(ImmutableArray<Symbol> places, Symbol bloc)
    {
        Region some = _regions.Empty;
        Region all = _regions.Full;
        foreach (int place in _model.Jurisdictions.Nodes.Select(n => n.Index))
        {
            Region member = _compiler.Contains(bloc, place);
            some = _regions.Or(some, member);
            all = _regions.Difference(
                all, _regions.Difference(member, _regions.Union([.. places.Select(t => _compiler.Contains(t, place))])));
        }

        return _regions.And(some, all);
    }

    private Region Counterparts(ImmutableArray<Symbol> towards) =>
        _counterpart is null || towards.IsEmpty ? _regions.Full : _compiler.Any(_counterpart, towards);

    private IEnumerable<(Symbol Place, Region Days)> Reservations(ClauseSymbol clause) => _register.Adoptions(clause.Framework)
        .Where(a => a.Adoption.ReservingFor.IsEmpty && clause.IsNamedIn(a.Adoption.Reserving))
        .Select(a => (a.Place, _compiler.Days(new DayRange(a.Adoption.Since, a.Adoption.ReservingUntil ?? CalendarDay.Last))));
}
