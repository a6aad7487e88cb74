using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 6: which rule prevails over which by which principle.</summary>
/// <param name="sentences">The meaning of sentences.</param>
/// <param name="rules">All rules.</param>
/// <param name="isProperPart">Whether the region of one rule without its days is a proper part of that of another.</param>
public sealed class Precedence(Sentences sentences, Func<IEnumerable<Rule>> rules, Func<Rule, Rule, bool> isProperPart)
{
    private readonly Func<IEnumerable<Rule>> _rules = rules;
    private readonly Orders _orders = new(sentences);

    public Orders Orders => _orders;

    /// <summary>The principles in the order in which they are used.</summary>
    public ImmutableArray<Principle> Principles { get; } =
        [Principle.Explicit, .. sentences.Lexicon.Law.Principles ?? [Principle.Superior, Principle.Specialis, Principle.Posterior]];

    /// <param name="principle">The principle.</param>
    /// <param name="r">The rule that may prevail.</param>
    /// <param name="s">The rule that may fall.</param>
    /// <param name="c">The case.</param>
    /// <param name="alone">Whether legal orders are taken by themselves (section 8).</param>
    public bool Prevails(Principle principle, Rule r, Rule s, Case c, bool alone = false)
    {
        // A soft rule prevails over soft rules only.
        if (!r.Opposes(s) || (r.IsSoft && !s.IsSoft))
        {
            return false;
        }

        if (principle == Principle.Explicit)
        {
            return IsExplicit(r, s, c);
        }

        // An exemption lifts what it names and nothing else.
        if (r.IsWeak || r.Kind == RuleKind.Exemption)
        {
            return false;
        }

        return principle switch
        {
            Principle.Superior => !(alone && (r.Order != s.Order || r.IsGuarantee)) && IsSuperior(r, s, c),
            Principle.Specialis => r.Order == s.Order && r.Rank == s.Rank && isProperPart(r, s),
            _ => IsPosterior(r, s),
        };
    }

    private bool IsExplicit(Rule r, Rule s, Case c)
    {
        if (Names(s.Source.SubjectTo, r) || IsInvoked(r, s, c))
        {
            return true;
        }

        bool reaches = r.Order == s.Order || _orders.Above(r.Order, s.Order)(c);
        return reaches && (Names(r.Source.PrevailsOver, s) || Names(r.Source.Notwithstanding, s) || Names(r.Source.ExemptFrom, s));
    }

    private bool IsInvoked(Rule r, Rule s, Case c) => r.Party is null && s.IsGuarantee && _rules().Any(leave =>
        r.Source.Invoking.Contains(leave.Clause) && leave.Framework.Name == s.Framework.Name && (leave.Party is null || leave.Party == s.Party) && leave.Applies(c));

    private static bool Names(ImmutableArray<string> names, Rule rule) => names.Contains(rule.Clause) || names.Contains(rule.Framework.Name);

    private bool IsSuperior(Rule r, Rule s, Case c)
    {
        if (r.Order == s.Order)
        {
            return r.Rank < s.Rank;
        }

        return r.Kind is (RuleKind.Prohibition or RuleKind.Obligation or RuleKind.AllowGuarantee or RuleKind.WaiverGuarantee) && _orders.Above(r.Order, s.Order)(c);
    }

    private static bool IsPosterior(Rule r, Rule s) =>
        r.Order == s.Order && r.FirstDay > s.FirstDay
        && (r.Framework.Name == s.Framework.Name || r.Framework.Replaces.Contains(s.Framework.Name));
}
