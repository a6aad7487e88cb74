using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 5 as formulas: orders above others, and parties.</summary>
internal sealed class SmtOrders(SmtSentences s)
{
    public const string Never = "false";

    private readonly Dictionary<string, SmtParties> _parties = [];

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

    /// <summary>The parties of a framework.</summary>
    public SmtParties PartiesOf(FrameworkModel framework)
    {
        if (!_parties.TryGetValue(framework.Name, out SmtParties? parties))
        {
            _parties[framework.Name] = parties = new SmtParties(s, framework);
        }

        return parties;
    }
}
