using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>Who is a party to which instrument: member lines and definitions are followed until a place or a supranational bloc is
/// reached.</summary>
internal sealed class PartyRegister(SemanticModel model, RegionCompiler compiler)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;
    private readonly ILookup<FrameworkSymbol, (Symbol Place, Adoption Adoption)> _adoptions =
        model.Parties.Where(p => p.Place is not null).SelectMany(p => p.Adoptions.Select(a => (Place: p.Place ?? p, Adoption: a)))
            .ToLookup(a => a.Adoption.Framework);

    private readonly RegionMemo<FrameworkSymbol, ImmutableArray<TreatyParty>> _known = new(compiler.Space.Regions);

    /// <summary>Whether an instrument binds but the jurisdiction that makes it.</summary>
    public bool IsUnilateral(FrameworkSymbol framework) =>
        framework.Parties is null && framework.Authority is not BlocSymbol && !_adoptions[framework].Any();

    /// <summary>The adoptions of an instrument, as they are stated.</summary>
    public IEnumerable<(Symbol Place, Adoption Adoption)> Adoptions(FrameworkSymbol framework) => _adoptions[framework];

    /// <summary>The parties to an instrument.</summary>
    public ImmutableArray<TreatyParty> Parties(FrameworkSymbol framework)
    {
        if (!_known.TryGetValue(framework, out ImmutableArray<TreatyParty> parties))
        {
            var found = new Dictionary<Symbol, TreatyParty>();
            Enter(found, framework);
            parties = [.. found.Values.Where(p => !p.Named.IsEmpty || !p.Adoptions.IsEmpty)
                .Select(p => p with { Territory = Territory(p) })];
            _known.Set(framework, parties);
        }

        return parties;
    }

    private Region Days(Adoption adoption) => compiler.Days(new DayRange(adoption.Since, adoption.Until ?? Text.CalendarDay.Last));

    private void Enter(Dictionary<Symbol, TreatyParty> found, FrameworkSymbol framework)
    {
        switch (framework.Parties)
        {
            case BoundListSet { Outside: false } list:
                foreach (Symbol member in list.Members)
                {
                    Follow(member, _regions.Full, list.Except, framework, (place, cases, except) => Name(found, place, cases, except));
                }

                break;
            case { } set:
                foreach (NodeSymbol place in model.Jurisdictions.Nodes)
                {
                    Name(found, place, compiler.Contains(set, place.Index), []);
                }

                break;
            case null when framework.Authority is { } authority:
                Follow(authority, _regions.Full, [], framework, (place, cases, except) => Name(found, place, cases, except));
                break;
        }

        foreach ((Symbol adopter, Adoption adoption) in _adoptions[framework])
        {
            Follow(adopter, _regions.Full, [], framework, (place, cases, except) => Adopt(found, place, adoption, cases, except));
        }
    }

    private void Follow(Symbol symbol, Region cases, ImmutableArray<Symbol> except, FrameworkSymbol framework,
        Action<Symbol, Region, ImmutableArray<Symbol>> reach)
    {
        switch (symbol)
        {
            case NodeSymbol place:
                reach(place, _regions.Difference(cases, compiler.Contains(except, place.Index)), []);
                break;
            case BlocSymbol { Supranational: true } bloc when !ReferenceEquals(bloc, framework.Authority):
                reach(bloc, cases, except);
                break;
            case BlocSymbol bloc:
                foreach (BlocMember member in bloc.Members)
                {
                    Follow(member.Place, _regions.And(cases, compiler.Membership(member)), except.AddRange(bloc.Except), framework, reach);
                }

                break;
            case DefineSymbol { Set: BoundListSet { Outside: false } list }:
                foreach (Symbol member in list.Members)
                {
                    Follow(member, cases, except.AddRange(list.Except), framework, reach);
                }

                break;
            case DefineSymbol { Set: { } set }:
                foreach (NodeSymbol place in model.Jurisdictions.Nodes)
                {
                    Follow(place, _regions.And(cases, compiler.Contains(set, place.Index)), except, framework, reach);
                }

                break;
            case OrganisationSymbol:
                reach(symbol, cases, []);
                break;
        }
    }

    private void Name(Dictionary<Symbol, TreatyParty> found, Symbol place, Region cases, ImmutableArray<Symbol> except)
    {
        if (!cases.IsEmpty)
        {
            TreatyParty party = Reach(found, place, cases, except);
            found[place] = party with { Named = _regions.Or(party.Named, cases) };
        }
    }

    // Whoever is reached through member lines is a party on both their days.
    private void Adopt(
        Dictionary<Symbol, TreatyParty> found, Symbol place, Adoption adoption, Region reached, ImmutableArray<Symbol> except)
    {
        Region cases = _regions.And(Days(adoption), reached);
        if (!cases.IsEmpty)
        {
            TreatyParty party = Reach(found, place, cases, except);
            found[place] = party with { Adoptions = party.Adoptions.Add((adoption, cases)) };
        }
    }

    private TreatyParty Reach(Dictionary<Symbol, TreatyParty> found, Symbol place, Region days, ImmutableArray<Symbol> except)
    {
        TreatyParty party = found.TryGetValue(place, out TreatyParty? known) ? known : new TreatyParty(place, place, _regions.Empty, []);
        return party with { Ways = party.Ways.Add((days, except)) };
    }

    private static Symbol Territory(TreatyParty party)
    {
        if (party.Place is not BlocSymbol || party.Ways.All(w => w.Except.IsEmpty))
        {
            return party.Place;
        }

        Symbol[] parts = [.. party.Ways.Select(w => Less(party.Place, w.Except))];
        return parts.Length == 1 ? parts[0] : new BlocSymbol(party.Place.Name, party.Place.Location, supranational: false)
        {
            Members = [.. parts.Zip(party.Ways, (part, way) => new BlocMember(part, null, null, new RegionCondition(way.Days)))],
        };
    }

    private static Symbol Less(Symbol place, ImmutableArray<Symbol> except) => except.IsEmpty
        ? place
        : new BlocSymbol(place.Name, place.Location, supranational: false)
        { Members = [new BlocMember(place, null, null, null)], Except = except };
}
