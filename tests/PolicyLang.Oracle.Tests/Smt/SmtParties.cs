using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 5 as formulas: the parties of a framework.</summary>
internal sealed class SmtParties
{
    private readonly SmtSentences _s;
    private readonly FrameworkModel _framework;
    private readonly (string By, AdoptionModel Adoption)[] _adoptions;

    public SmtParties(SmtSentences sentences, FrameworkModel framework)
    {
        (_s, _framework) = (sentences, framework);
        _adoptions = [.. from p in _s.Law.Parties from a in p.Adoptions where a.Framework == framework.Name select (p.Name, a)];
        IEnumerable<SmtWay> named = framework.Parties is { } parties ? Follow(parties, "true", [], null)
            : _s.Lexicon.IsOrganisation(framework.Authority) ? []
            : Follow(framework.Authority, "true", [], null);
        IEnumerable<SmtWay> adopters = _adoptions.SelectMany(a => Follow(a.By, OnDays(a.Adoption.Since, a.Adoption.Until), [], a.Adoption));
        All = Group(named.Concat(adopters));
    }

    public ImmutableArray<SmtParty> All { get; }

    /// <summary>Whether a clause binds a party, in its law as a whole or in that of one order.</summary>
    public string Binds(ClauseModel clause, SmtParty party, string? order) => And(party.IsOn, Not(IsReserved(clause, party, order)));

    /// <summary>Whether a guarantee is owed to the counterpart.</summary>
    public string IsOwed(ClauseModel clause, SmtParty party)
    {
        AttributeModel counterpart = _s.Attribute("counterpart");
        string There(SmtParty p) => p.Territory(counterpart, "counterpart", null);
        string towards = Or(party.Ways.Select(w => And(w.On, Or([w.Towards.IsEmpty ? "true" : "false",
            .. w.Towards.Select(t => _s.Named(counterpart, t, "counterpart", null))]))));
        if (clause.TowardsAnyone)
        {
            return towards;
        }

        if (_framework.Parties is null && _s.Lexicon.IsPlace(_framework.Authority) && _adoptions.Length == 0)
        {
            return Not(There(party));
        }

        return And(Not(There(party)), towards, Or(Others(party)
            .Select(q => And(There(q), IsOneTowards(q, party), Not(IsReserved(clause, q, null)), Not(AreClose(party, q))))));
    }

    /// <summary>The places of other parties that are one towards a party.</summary>
    public SmtPlaces Around(SmtParty party) =>
        (attribute, variable, leaf) => Or(Others(party).Select(q => And(IsOneTowards(q, party), q.Territory(attribute, variable, leaf))));

    /// <summary>The places that are reached from a bloc that is a party.</summary>
    public ImmutableArray<SmtParty> MembersOf(SmtParty bloc) =>
        Group(Inside(_s.Law.Blocs.Single(b => b.Name == bloc.Name), "true", [], null)).RemoveAll(p => p.IsBloc);

    /// <summary>The days on which a reservation of a clause was made for some measure.</summary>
    public string IsReservedFor(ClauseModel clause, Func<ImmutableArray<string>, bool> names) => Or(
        from a in _adoptions
        where IsNamed(a.Adoption.Reserving, clause) && names(a.Adoption.ReservingFor)
        select OnDays(a.Adoption.Since, a.Adoption.ReservedUntil));

    private IEnumerable<SmtParty> Others(SmtParty party) => All.Where(q => q != party);

    private ImmutableArray<SmtParty> Group(IEnumerable<SmtWay> ways) =>
        [.. ways.GroupBy(w => w.Party).Select(g => new SmtParty(_s, g.Key, [.. g]))];

    // All of the other's places of the day are among those towards which it is a party.
    private string IsOneTowards(SmtParty q, SmtParty party) => Or(q.Ways.Select(w => And(w.On,
        w.Towards.IsEmpty || w.Towards.Contains(party.Name) ? "true" : party.LiesIn(w.Towards))));

    // A bloc and its members, and the members of one, owe each other nothing.
    private string AreClose(SmtParty one, SmtParty other) =>
        Or(All.Where(b => b.IsBloc).Select(b => And(b.IsOn, IsPart(one, b), IsPart(other, b))));

    private static string IsPart(SmtParty party, SmtParty bloc) => party == bloc ? "true" : party.IsBloc ? "false" : bloc.Has(party.Name);

    private string IsReserved(ClauseModel clause, SmtParty party, string? order) => Or(
        from a in _adoptions
        where a.Adoption.ReservingFor.IsEmpty && IsNamed(a.Adoption.Reserving, clause)
        select And(OnDays(a.Adoption.Since, a.Adoption.ReservedUntil), Reaches(a.By, party, order)));

    // What a bloc reserves counts for its members; what a member reserves counts for measures of its own order.
    private string Reaches(string by, SmtParty party, string? order)
    {
        if (by == party.Name)
        {
            return "true";
        }

        if (_s.Lexicon.IsPlace(by))
        {
            bool isMeasured = party.IsBloc && order is not null && _s.Lexicon.IsPlace(order);
            return isMeasured && order is not null && _s.Lexicon.Place(order).IsWithin(_s.Lexicon.Place(by)) ? party.Has(by) : "false";
        }

        IEnumerable<SmtWay> ways = Follow(by, "true", [], null).Where(w => w.Party == party.Name);
        return Or([party.IsBloc ? "false" : _s.IsMember(party.Name, by), .. ways.Select(w => w.On)]);
    }

    private bool IsNamed(ImmutableArray<string> names, ClauseModel clause) =>
        names.Contains(_framework.Name) || names.Contains($"{_framework.Name}.{clause.Name}");

    // The generator names parties in no other way.
    private IEnumerable<SmtWay> Follow(SetExpression set, string on, ImmutableArray<string> except, AdoptionModel? adoption) =>
        set is ListSet { Outside: false } list ? list.Members.SelectMany(m => Follow(m, on, [.. except, .. list.Except], adoption))
        : throw new NotSupportedException(set.ToString());

    private IEnumerable<SmtWay> Follow(string name, string on, ImmutableArray<string> except, AdoptionModel? adoption)
    {
        if (_s.Lexicon.IsPlace(name))
        {
            return [new SmtWay(name, And([on, .. except.Select(e => Not(_s.IsMember(name, e)))]), [], adoption)];
        }

        if (_s.Law.Blocs.FirstOrDefault(b => b.Name == name) is not { } bloc)
        {
            return Follow(_s.Law.Defines.First(d => d.Name == name).Set ?? new AnySet(), on, except, adoption);
        }

        bool isParty = bloc.Supranational && name != _framework.Authority;
        return isParty ? [new SmtWay(name, on, except, adoption)] : Inside(bloc, on, except, adoption);
    }

    private IEnumerable<SmtWay> Inside(BlocModel bloc, string on, ImmutableArray<string> except, AdoptionModel? adoption) =>
        bloc.Same is { } same ? Follow(same, on, except, adoption)
        : bloc.Members.SelectMany(m => m.Names.SelectMany(n => Follow(n, And(on, _s.On(m)), except, adoption)));
}
