using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Rules;

/// <summary>Whom an instrument between States binds, in which cases, and whose rules are the law of such a party.</summary>
internal sealed class BoundParties
{
    private readonly SemanticModel _model;
    private readonly RegionCompiler _compiler;
    private readonly RegionSpace _regions;
    private readonly AttributeSymbol? _counterpart;
    private readonly ILookup<FrameworkSymbol, (Symbol Party, Adoption Adoption)> _adoptions;
    private readonly ImmutableArray<Symbol> _orders;
    private readonly Dictionary<FrameworkSymbol, ImmutableArray<(Symbol Party, Region Cases)>> _members = [];
    private readonly Dictionary<FrameworkSymbol, Region> _towardsAll = [];

    public BoundParties(SemanticModel model, RegionCompiler compiler)
    {
        _model = model;
        _compiler = compiler;
        _regions = compiler.Space.Regions;
        _counterpart = model.Attribute(BuiltInAttributes.Counterpart);
        _adoptions = model.Parties.Where(p => p.Place is not null).SelectMany(p => p.Adoptions.Select(a => (Party: p.Place ?? p, Adoption: a))).ToLookup(a => a.Adoption.Framework);
        _orders = [.. model.Frameworks.Where(f => !f.IsDraft && f.Clauses.Any(c => c.Meaning?.Modality is not null)).Select(f => f.Authority).OfType<Symbol>().Distinct()];
    }

    /// <summary>The legal orders whose rules of conduct are part of a party's law on some day, each with the cases of those days.</summary>
    public IEnumerable<(Symbol Order, Region Days)> LawOf(Symbol party)
    {
        foreach (Symbol order in _orders)
        {
            Region days = ReferenceEquals(order, party) ? _regions.Full
                : order is BlocSymbol { Supranational: true } bloc && party is NodeSymbol place ? _compiler.Contains(bloc, place.Index)
                : _regions.Empty;
            if (!days.IsEmpty)
            {
                yield return (order, days);
            }
        }
    }

    /// <summary>The parties that a law-making clause may bind, each with the cases in which it does: the day, and for a guarantee a counterpart of another party.</summary>
    public IEnumerable<(Symbol Party, Region Cases)> Of(ClauseSymbol clause)
    {
        var cases = Members(clause.Framework).ToDictionary(m => m.Party, m => m.Cases);
        foreach ((Symbol party, Adoption adoption) in _adoptions[clause.Framework])
        {
            Region adopted = Days(adoption);
            if (_counterpart is not null && !adoption.Towards.IsEmpty)
            {
                adopted = _regions.And(adopted, _compiler.Any(_counterpart, adoption.Towards));
            }

            cases[party] = cases.TryGetValue(party, out Region? other) ? _regions.Or(other, adopted) : adopted;
        }

        foreach (KeyValuePair<Symbol, Region> bound in cases)
        {
            Region binding = Unreserved(clause, bound.Key, bound.Value);
            if (clause.Meaning?.LawModality is LawModality.MustAllow or LawModality.MustNotProhibit or LawModality.MustNotRequire)
            {
                binding = _regions.Minus(_regions.And(binding, Others(clause.Framework, bound.Key)), Reserving(clause));
            }

            if (!binding.IsEmpty)
            {
                yield return (bound.Key, binding);
            }
        }
    }

    private ImmutableArray<(Symbol Party, Region Cases)> Members(FrameworkSymbol framework)
    {
        if (!_members.TryGetValue(framework, out ImmutableArray<(Symbol, Region)> members))
        {
            members = [.. Named(framework).Where(m => !m.Cases.IsEmpty)];
            _members.Add(framework, members);
        }

        return members;
    }

    private IEnumerable<(Symbol Party, Region Cases)> Named(FrameworkSymbol framework)
    {
        if (framework.Parties is null && framework.Authority is not BlocSymbol)
        {
            return framework.Authority is { } itself ? [(itself, _regions.Full)] : [];
        }

        return _model.Jurisdictions.Nodes.Select(place => ((Symbol)place, framework.Parties is { } named
            ? _compiler.Contains(named, place.Index)
            : framework.Authority is BlocSymbol bloc ? _compiler.Contains(bloc, place.Index) : _regions.Empty));
    }

    private Region Unreserved(ClauseSymbol clause, Symbol party, Region cases)
    {
        foreach ((Symbol adopter, Adoption adoption) in _adoptions[clause.Framework])
        {
            if (ReferenceEquals(adopter, party) && adoption.Reserving.Any(r => ReferenceEquals(r, clause) || ReferenceEquals(r, clause.Framework)))
            {
                cases = _regions.Minus(cases, _compiler.Days(new DayRange(adoption.Since, adoption.ReservingUntil ?? CalendarDay.Last)));
            }
        }

        return cases;
    }

    // Who reserves a clause is not owed it either.
    private Region Reserving(ClauseSymbol clause) => _counterpart is null ? _regions.Empty : _regions.Union([.. _adoptions[clause.Framework]
        .Where(a => a.Adoption.Reserving.Any(r => ReferenceEquals(r, clause) || ReferenceEquals(r, clause.Framework)))
        .Select(a => _regions.And(_compiler.Days(new DayRange(a.Adoption.Since, a.Adoption.ReservingUntil ?? CalendarDay.Last)), _compiler.Any(_counterpart, [a.Party])))]);

    private Region Days(Adoption adoption) => _compiler.Days(new DayRange(adoption.Since, adoption.Until ?? CalendarDay.Last));

    /// <summary>The cases whose counterpart belongs to another party that is one towards this party; where a jurisdiction binds itself, to anybody else.</summary>
    private Region Others(FrameworkSymbol framework, Symbol party)
    {
        if (_counterpart is null)
        {
            return _regions.Full;
        }

        Region own = _compiler.Any(_counterpart, [party]);
        if (framework.Parties is null && framework.Authority is not BlocSymbol && !_adoptions[framework].Any())
        {
            return _regions.Not(own);
        }

        Region others = _regions.Union([.. _adoptions[framework]
            .Where(a => !a.Adoption.Towards.IsEmpty && !ReferenceEquals(a.Party, party))
            .Select(a => _regions.And(_regions.And(Days(a.Adoption), Towards(a.Adoption, party)), _compiler.Any(_counterpart, [a.Party])))]);
        return _regions.Minus(_regions.Or(others, TowardsAll(framework)), own);
    }

    private Region Towards(Adoption adoption, Symbol party) => _regions.Union([.. adoption.Towards.Select(t =>
        ReferenceEquals(t, party) ? _regions.Full : party is NodeSymbol place ? _compiler.Contains(t, place.Index) : _regions.Empty)]);

    // The counterparts that belong to a party which is one towards every other.
    private Region TowardsAll(FrameworkSymbol framework)
    {
        if (!_towardsAll.TryGetValue(framework, out Region? region) && _counterpart is not null)
        {
            region = _regions.Union([.. Members(framework)
                .Concat(_adoptions[framework].Where(a => a.Adoption.Towards.IsEmpty).Select(a => (a.Party, Cases: Days(a.Adoption))))
                .Select(m => _regions.And(m.Cases, _compiler.Any(_counterpart, [m.Party])))]);
            _towardsAll.Add(framework, region);
        }

        return region ?? _regions.Empty;
    }
}
