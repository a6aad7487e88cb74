using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 5: which legal order stands above which, and which are the law of a party, in which cases.</summary>
public sealed class Orders(Sentences sentences)
{
    private readonly LawModel _law = sentences.Lexicon.Law;
    private readonly Dictionary<(string, string), Func<Case, bool>> _above = [];

    public Func<Case, bool> Above(string upper, string lower)
    {
        if (!_above.TryGetValue((upper, lower), out Func<Case, bool>? above))
        {
            _above[(upper, lower)] = above = Build(upper, lower);
        }

        return above;
    }

    /// <summary>Whether an order is part of the law of a party: its own, or that of a supranational bloc of which it is a member.</summary>
    public Func<Case, bool> IsLawOf(Party party, string order)
    {
        Func<Case, bool> own = party.HasOrder(order);
        Func<Case, bool> bloc = party.IsBloc ? _ => false : Above(order, party.Name);
        return c => own(c) || bloc(c);
    }

    /// <summary>Whether an order is that of a place or a supranational bloc, whether or not it is a party to anything: its own, and those of the places in it.</summary>
    public Func<Case, bool> IsOrderOf(string name, string order) => new Party(sentences, name, []).HasOrder(order);

    private Func<Case, bool> Build(string upper, string lower)
    {
        if (_law.Organisations.FirstOrDefault(o => o.Name == lower) is { } organisation)
        {
            if (organisation.Under.Contains(upper))
            {
                return _ => true;
            }

            Func<Case, bool>[] through = [.. organisation.Under.Select(u => Above(upper, u))];
            return c => through.Any(t => t(c));
        }

        return sentences.Lexicon.IsPlace(lower) && _law.Blocs.Any(b => b.Name == upper && b.Supranational) ? sentences.IsMember(lower, upper) : _ => false;
    }
}
