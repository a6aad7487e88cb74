using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 5 as formulas, as far as conduct needs it: orders above others, and whom law without adoptions binds.</summary>
internal sealed class SmtOrders(SmtSentences s)
{
    public const string Never = "false";

    /// <summary>Whether an order stands above another.</summary>
    public string Above(string upper, string lower)
    {
        if (s.Law.Organisations.FirstOrDefault(o => o.Name == lower) is { } organisation)
        {
            string[] through = [.. organisation.Under.Select(u => u == upper ? "true" : Above(upper, u)).Where(a => a != Never)];
            return through.Length == 0 ? Never : Or(through);
        }

        return s.Lexicon.IsPlace(lower) && s.Law.Blocs.Any(b => b.Name == upper && b.Supranational) ? s.IsMember(lower, upper) : Never;
    }

    /// <summary>An organisation, and those above it.</summary>
    public IEnumerable<string> Within(string organisation) => s.Law.Organisations.FirstOrDefault(o => o.Name == organisation) is { } o
        ? o.Under.SelectMany(Within).Prepend(organisation).Distinct() : [];

    /// <summary>
    /// Whether a framework binds a party in whose law an order is. The parties are the place whose law it is, or the places that the member
    /// lines of the bloc name.
    /// </summary>
    public string Binds(FrameworkModel framework, string order)
    {
        BlocModel? bloc = s.Law.Blocs.FirstOrDefault(b => b.Name == framework.Authority);
        (string Party, string On)[] parties = bloc is not null ? [.. bloc.Members.SelectMany(m => m.Names.Select(n => (n, s.On(m))))]
            : s.Lexicon.IsPlace(framework.Authority) ? [(framework.Authority, "true")] : [];
        return parties.Length == 0 ? Never : Or(parties.Select(p => And(p.On, IsLawOf(order, p.Party))));
    }

    // The order of a place is its own and those of the places in it; its law, that and the orders of blocs of which it is a member.
    private string IsLawOf(string order, string place) => s.Lexicon.IsPlace(order)
        ? s.Lexicon.Place(order).IsWithin(s.Lexicon.Place(place)) ? "true" : Never : Above(order, place);
}
