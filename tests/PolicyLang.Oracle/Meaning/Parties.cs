using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>The territory of a place.</summary>
public sealed class PlaceTerritory(Sentences sentences, string place) : ITerritory
{
    public Func<Case, Leaf, bool> Own(int attribute)
    {
        Node own = sentences.Lexicon.Place(place);
        sentences.Notes.Names(attribute, own);
        return (_, leaf) => leaf.IsWithin(own);
    }
}

/// <summary>Section 5: whom a framework binds, and towards whom.</summary>
public sealed class Parties(Sentences sentences)
{
    private readonly LawModel _law = sentences.Lexicon.Law;

    /// <summary>Every place may be a party; in which cases it is one is another question.</summary>
    public IEnumerable<string> Possible(FrameworkModel framework) =>
        _law.Taxonomies.First(t => t.Name == TaxonomyModel.Places).Nodes.Select(n => n.Name)
            .Where(p => framework.Parties is not null || !sentences.Lexicon.IsPlace(framework.Authority) || p == framework.Authority || Adoptions(framework, p).Any());

    /// <summary>Whether a clause binds a place: it is a party on the day, and has not reserved the clause.</summary>
    public Func<Case, bool> IsBound(FrameworkModel framework, ClauseModel clause, string party)
    {
        Func<Case, bool> by = ByFramework(framework, party);
        (Func<Case, bool> OnDays, Func<Case, bool> Towards)[] adoptions = [.. Adoptions(framework, party).Select(a => (sentences.OnDays(a.Since, a.Until), Counterpart(a.Towards)))];
        Func<Case, bool> reserved = Reserved(framework, clause, party);
        return c => (by(c) || adoptions.Any(a => a.OnDays(c) && a.Towards(c))) && !reserved(c);
    }

    /// <summary>Whether the counterpart is another party that is one towards this one.</summary>
    public Func<Case, bool> IsTowardsAnother(FrameworkModel framework, ClauseModel clause, string party)
    {
        Func<Case, bool> inside = Counterpart([party]);
        if (framework.Parties is null && sentences.Lexicon.IsPlace(framework.Authority) && !_law.Parties.Any(p => Adoptions(framework, p.Name).Any()))
        {
            return c => !inside(c);
        }

        var others = new List<Func<Case, bool>>();
        foreach (string other in Possible(framework).Where(o => o != party))
        {
            Func<Case, bool> there = Counterpart([other]);
            Func<Case, bool> by = ByFramework(framework, other);
            Func<Case, bool>[] adoptions = [.. Adoptions(framework, other)
                .Where(a => a.Towards.IsEmpty || a.Towards.Any(t => sentences.Lexicon.Place(party).IsWithin(sentences.Lexicon.Place(t))))
                .Select(a => sentences.OnDays(a.Since, a.Until))];
            others.Add(c => there(c) && (by(c) || adoptions.Any(a => a(c))));
        }

        var reserving = _law.Parties.Where(p => Adoptions(framework, p.Name).Any())
            .Select(p => (There: Counterpart([p.Name]), Reserves: Reserved(framework, clause, p.Name))).ToList();
        return c => !inside(c) && others.Any(o => o(c)) && !reserving.Exists(r => r.There(c) && r.Reserves(c));
    }

    private Func<Case, bool> ByFramework(FrameworkModel framework, string party)
    {
        if (framework.Parties is null && sentences.Lexicon.IsPlace(framework.Authority))
        {
            return _ => party == framework.Authority;
        }

        // The attribute only says where places are noted.
        Func<Case, Leaf, bool> contains = sentences.Contains(sentences.Lexicon.Attribute("counterpart"), framework.Parties ?? ListSet.Of(framework.Authority));
        Leaf leaf = sentences.Lexicon.Leaves(TaxonomyModel.Places).First(l => l.Name == party);
        return c => contains(c, leaf);
    }

    private Func<Case, bool> Reserved(FrameworkModel framework, ClauseModel clause, string party)
    {
        Func<Case, bool>[] days = [.. Adoptions(framework, party)
            .Where(a => a.Reserving.Contains(framework.Name) || a.Reserving.Contains($"{framework.Name}.{clause.Name}"))
            .Select(a => sentences.OnDays(a.Since, a.ReservedUntil))];
        return c => days.Any(d => d(c));
    }

    private IEnumerable<AdoptionModel> Adoptions(FrameworkModel framework, string party) =>
        _law.Parties.Where(p => p.Name == party).SelectMany(p => p.Adoptions).Where(a => a.Framework == framework.Name);

    private Func<Case, bool> Counterpart(ImmutableArray<string> places) => places.IsEmpty ? _ => true : sentences.Slot("counterpart", new ListSet(false, places, []));
}
