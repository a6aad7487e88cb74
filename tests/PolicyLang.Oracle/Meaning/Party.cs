using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>How a place or a supranational bloc comes to be a party.</summary>
/// <param name="Party">Its name.</param>
/// <param name="On">In which cases.</param>
/// <param name="Except">Names whose places are taken out on the way.</param>
/// <param name="Adoption">The adoption, where it is one by an adoption.</param>
public sealed record Way(string Party, Func<Case, bool> On, ImmutableArray<string> Except, AdoptionModel? Adoption);

/// <summary>Section 5: one party to an instrument.</summary>
public sealed class Party
{
    private readonly Sentences _sentences;
    private readonly Func<Case, Leaf, bool> _named;
    private readonly Func<Case, Leaf, bool> _places;

    public Party(Sentences sentences, string name, IEnumerable<Way> ways)
    {
        _sentences = sentences;
        Name = name;
        Ways = [.. ways];
        _named = sentences.Named(Sentences.NoAttribute, name);
        _places = Territory(Sentences.NoAttribute);
    }

    public string Name { get; }

    public ImmutableArray<Way> Ways { get; }

    public bool IsBloc => !_sentences.Lexicon.IsPlace(Name);

    /// <summary>Whether it is a party on the day of a case.</summary>
    public bool IsOn(Case c) => Ways.Any(w => w.On(c));

    /// <summary>Whether a leaf of an attribute lies within it. Of a bloc, the leaves of its members on the day less those that every way to it takes out.</summary>
    public Func<Case, Leaf, bool> Territory(int attribute)
    {
        Func<Case, Leaf, bool> named = _sentences.Named(attribute, Name);
        if (!IsBloc)
        {
            return named;
        }

        (Func<Case, bool> On, Func<Case, Leaf, bool>[] Out)[] ways = [.. Ways.Select(w => (w.On, w.Except.Select(e => _sentences.Named(attribute, e)).ToArray()))];
        return (c, leaf) => named(c, leaf) && !(ways.Any(w => w.On(c)) && ways.All(w => !w.On(c) || w.Out.Any(o => o(c, leaf))));
    }

    /// <summary>Whether a place is it or lies below it; of a bloc, whether it is a member that some way does not take out, or lies below one.</summary>
    public Func<Case, bool> Has(string place)
    {
        Func<Case, bool> inside = _sentences.LiesIn(place, _named);
        (Func<Case, bool> On, Func<Case, bool>[] Out)[] ways =
            [.. Ways.Select(w => (w.On, w.Except.Select(e => _sentences.LiesIn(place, _sentences.Named(Sentences.NoAttribute, e))).ToArray()))];
        return c => inside(c) && !(ways.Any(w => w.On(c)) && ways.All(w => !w.On(c) || w.Out.Any(o => o(c))));
    }

    /// <summary>Whether its whole territory lies within a set of places.</summary>
    public bool LiesIn(Case c, Func<Case, Leaf, bool> places)
    {
        IEnumerable<Leaf> own = _sentences.Lexicon.Leaves(TaxonomyModel.Places).Where(l => _places(c, l));
        return own.Any() && own.All(l => places(c, l));
    }

    /// <summary>Whether a legal order is the order of the party: its own, and those of the places in it.</summary>
    public Func<Case, bool> HasOrder(string order) => order == Name ? _ => true : _sentences.Lexicon.IsPlace(order) ? Has(order) : _ => false;
}
