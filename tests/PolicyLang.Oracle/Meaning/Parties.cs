using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 5: who is a party to an instrument, what binds it, and whom it owes a guarantee.</summary>
public sealed class Parties
{
    private readonly Sentences _sentences;
    private readonly LawModel _law;
    private readonly FrameworkModel _framework;
    private readonly Func<Case, Leaf, bool> _everywhere = (_, _) => true;
    private readonly Dictionary<(ClauseModel Clause, string Party), Func<Case, IEnumerable<string>>> _creditors = [];

    public Parties(Sentences sentences, FrameworkModel framework)
    {
        _sentences = sentences;
        _law = sentences.Lexicon.Law;
        _framework = framework;
        // A framework of an organisation has no parties unless it names them.
        IEnumerable<Way> named = framework.Parties is { } parties ? Follow(parties, _ => true, [], null) : sentences.Lexicon.IsOrganisation(framework.Authority) ? [] : Follow(framework.Authority, _ => true, [], null);
        IEnumerable<Way> adopting = Adoptions().SelectMany(a => Follow(a.By, sentences.OnDays(a.Adoption.Since, a.Adoption.Until), [], a.Adoption));
        All = [.. named.Concat(adopting).GroupBy(w => w.Party).Select(g => new Party(sentences, g.Key, g))];
    }

    public ImmutableArray<Party> All { get; }

    /// <summary>Whether a clause binds a party: it is one on the day, and the clause is not reserved, by it, by a bloc of which it is a member, or by a member for its own order.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="party">The party.</param>
    /// <param name="order">The legal order whose measures are looked at; null for the party's law as a whole.</param>
    public Func<Case, bool> IsBound(ClauseModel clause, Party party, string? order)
    {
        Func<Case, bool> reserved = IsReserved(clause, party, order);
        return c => party.IsOn(c) && !reserved(c);
    }

    /// <summary>Whether a party owes a guarantee to the counterpart.</summary>
    public Func<Case, bool> IsOwed(ClauseModel clause, Party party)
    {
        int counterpart = _sentences.Speak("counterpart");
        Func<Case, Leaf, bool> own = party.Territory(counterpart);
        (Way Way, Func<Case, Leaf, bool> Towards)[] ways = [.. party.Ways.Select(w => (w, Places(counterpart, w.Adoption?.Towards ?? [])))];
        bool IsOneTowards(Case c) => ways.Any(w => w.Way.On(c) && w.Towards(c, c.Leaf(counterpart)));
        if (clause.TowardsAnyone)
        {
            return IsOneTowards;
        }

        if (_framework.Parties is null && _sentences.Lexicon.IsPlace(_framework.Authority) && !Adoptions().Any())
        {
            return c => !own(c, c.Leaf(counterpart));
        }

        (string Name, Func<Case, Leaf, bool> Territory, Func<Case, bool> IsOne, Func<Case, bool> Reserves, Func<Case, bool> IsClose)[] others =
            [.. All.Where(q => q != party).Select(q => (q.Name, q.Territory(counterpart), IsOne(q, party), IsReserved(clause, q, null), AreClose(party, q)))];
        IEnumerable<string> Creditors(Case c) => c.Leaf(counterpart) is var there && !own(c, there) && IsOneTowards(c)
            ? others.Where(q => q.Territory(c, there) && q.IsOne(c) && !q.Reserves(c) && !q.IsClose(c)).Select(q => q.Name)
            : [];
        _creditors[(clause, party.Name)] = Creditors;
        return c => Creditors(c).Any();
    }

    /// <summary>The parties to which a party owes a guarantee in a case; none where it owes it to nobody in particular.</summary>
    public Func<Case, IEnumerable<string>> OwedTo(ClauseModel clause, Party party) => _creditors.GetValueOrDefault((clause, party.Name), _ => []);

    /// <summary>What <c>own territory</c>, <c>another party</c> and <c>any party</c> are for a party.</summary>
    public ITerritory TerritoryOf(Party party) => new PartyTerritory(this, party);

    /// <summary>Whether a measure is excused from a clause by a reservation made for it.</summary>
    public Func<Case, bool> IsReservedFor(ClauseModel clause, Func<ImmutableArray<string>, bool> names)
    {
        Func<Case, bool>[] days = [.. Adoptions().Where(a => IsNamed(a.Adoption.Reserving, clause) && names(a.Adoption.ReservingFor)).Select(a => _sentences.OnDays(a.Adoption.Since, a.Adoption.ReservedUntil))];
        return c => days.Any(d => d(c));
    }

    /// <summary>The places that are reached when the member lines of a bloc are followed.</summary>
    public IEnumerable<Party> MembersOf(Party bloc)
    {
        BlocModel model = _law.Blocs.First(b => b.Name == bloc.Name);
        IEnumerable<Way> ways = model.Same is { } same ? Follow(same, _ => true, [], null) : model.Members.SelectMany(m => Follow(m, _ => true, [], null));
        return ways.Where(w => _sentences.Lexicon.IsPlace(w.Party)).GroupBy(w => w.Party).Select(g => new Party(_sentences, g.Key, g));
    }

    // Whether one is a bloc and the other a member, or both are members of one party: between them nothing is owed.
    private Func<Case, bool> AreClose(Party one, Party other)
    {
        Func<Case, bool>[] close = [.. All.Where(b => b.IsBloc).Select(bloc => Both(bloc, IsPart(one, bloc), IsPart(other, bloc)))];
        return c => close.Any(x => x(c));

        static Func<Case, bool> IsPart(Party party, Party bloc) => party == bloc ? _ => true : party.IsBloc ? _ => false : bloc.Has(party.Name);

        static Func<Case, bool> Both(Party bloc, Func<Case, bool> one, Func<Case, bool> other) => c => bloc.IsOn(c) && one(c) && other(c);
    }

    private IEnumerable<(string By, AdoptionModel Adoption)> Adoptions() => _law.Parties.SelectMany(p => p.Adoptions.Where(a => a.Framework == _framework.Name).Select(a => (p.Name, a)));

    private bool IsNamed(ImmutableArray<string> names, ClauseModel clause) => names.Contains(_framework.Name) || names.Contains($"{_framework.Name}.{clause.Name}");

    private Func<Case, Leaf, bool> Places(int attribute, ImmutableArray<string> names)
    {
        Func<Case, Leaf, bool>[] named = [.. names.Select(n => _sentences.Named(attribute, n))];
        return named.Length == 0 ? _everywhere : (c, leaf) => named.Any(n => n(c, leaf));
    }

    // Whether another party is one towards a party.
    private Func<Case, bool> IsOne(Party other, Party party)
    {
        (Way Way, Func<Case, Leaf, bool> Towards)[] ways = [.. other.Ways.Select(w => (w, Places(Sentences.NoAttribute, w.Adoption?.Towards ?? [])))];
        return c => ways.Any(w => w.Way.On(c) && (w.Towards == _everywhere || w.Way.Adoption?.Towards.Contains(party.Name) == true || party.LiesIn(c, w.Towards)));
    }

    private Func<Case, bool> IsReserved(ClauseModel clause, Party party, string? order)
    {
        var reserved = new List<Func<Case, bool>>();
        foreach ((string by, AdoptionModel adoption) in Adoptions().Where(a => a.Adoption.ReservingFor.IsEmpty && IsNamed(a.Adoption.Reserving, clause)))
        {
            Func<Case, bool> days = _sentences.OnDays(adoption.Since, adoption.ReservedUntil);
            Func<Case, bool> reaches = Reaches(by, party, order);
            reserved.Add(c => days(c) && reaches(c));
        }

        return c => reserved.Exists(r => r(c));
    }

    // Whether what one reserves counts for a party, or for measures of an order in its law.
    private Func<Case, bool> Reaches(string by, Party party, string? order)
    {
        if (by == party.Name)
        {
            return _ => true;
        }

        if (_sentences.Lexicon.IsPlace(by))
        {
            bool isOwn = party.IsBloc && order is not null && _sentences.Lexicon.IsPlace(order) && _sentences.Lexicon.Place(order).IsWithin(_sentences.Lexicon.Place(by));
            return isOwn ? party.Has(by) : _ => false;
        }

        Func<Case, bool> isMember = party.IsBloc ? _ => false : _sentences.IsMember(party.Name, by);
        Way[] ways = [.. Follow(by, _ => true, [], null).Where(w => w.Party == party.Name)];
        return c => isMember(c) || ways.Any(w => w.On(c));
    }

    // Through member lines and definitions, until a place or a supranational bloc is reached that is not the framework's own authority.
    private IEnumerable<Way> Follow(string name, Func<Case, bool> on, ImmutableArray<string> except, AdoptionModel? adoption)
    {
        if (_sentences.Lexicon.IsPlace(name))
        {
            Func<Case, bool>[] outs = [.. except.Select(e => _sentences.LiesIn(name, _sentences.Named(Sentences.NoAttribute, e)))];
            return [new Way(name, c => on(c) && !outs.Any(o => o(c)), [], adoption)];
        }

        BlocModel? bloc = _law.Blocs.FirstOrDefault(b => b.Name == name);
        if (bloc is null)
        {
            return Follow(_law.Defines.First(d => d.Name == name).Set ?? throw new InvalidOperationException(name), on, except, adoption);
        }

        if (bloc.Supranational && name != _framework.Authority)
        {
            return [new Way(name, on, except, adoption)];
        }

        return bloc.Same is { } same ? Follow(same, on, except, adoption) : bloc.Members.SelectMany(m => Follow(m, on, except, adoption));
    }

    private IEnumerable<Way> Follow(MemberModel line, Func<Case, bool> on, ImmutableArray<string> except, AdoptionModel? adoption)
    {
        Func<Case, bool> days = _sentences.OnDays(line.Since, line.Until);
        Func<Case, bool> when = line.When is null ? _ => true : _sentences.Condition(line.When);
        return line.Names.SelectMany(n => Follow(n, c => on(c) && days(c) && when(c), except, adoption));
    }

    // A set that is no list reaches each place that has none above it.
    private IEnumerable<Way> Follow(SetExpression set, Func<Case, bool> on, ImmutableArray<string> except, AdoptionModel? adoption)
    {
        if (set is ListSet { Outside: false } list)
        {
            return list.Members.SelectMany(m => Follow(m, on, except.AddRange(list.Except), adoption));
        }

        ImmutableArray<string> outside = set is ListSet others ? [.. except, .. others.Members, .. others.Except] : except;
        return _law.Taxonomies.First(t => t.Name == TaxonomyModel.Places).Nodes.Where(n => n.Parents.IsEmpty).SelectMany(n => Follow(n.Name, on, outside, adoption));
    }

    private sealed class PartyTerritory(Parties parties, Party party) : ITerritory
    {
        public Func<Case, Leaf, bool> Own(int attribute) => party.Territory(attribute);

        public Func<Case, Leaf, bool> Others(int attribute)
        {
            (Func<Case, Leaf, bool> Territory, Func<Case, bool> IsOne)[] others = [.. parties.All.Where(q => q != party).Select(q => (q.Territory(attribute), parties.IsOne(q, party)))];
            return (c, leaf) => others.Any(q => q.IsOne(c) && q.Territory(c, leaf));
        }
    }
}
