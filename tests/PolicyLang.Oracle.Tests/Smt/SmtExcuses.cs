using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 6 as formulas: what is said to prevail, and where a measure is excused from a guarantee.</summary>
internal sealed class SmtExcuses(LawModel law, SmtSentences sentences, SmtOrders orders, ImmutableArray<SmtRule> rules)
{
    private const string LawOf = "law of ";

    public string Excuse(SmtRule guarantee, SmtRule measure)
    {
        if (Names(guarantee, guarantee.Source.SubjectTo, measure))
        {
            return "true";
        }

        RuleKind kind = measure.Kind == RuleKind.Prohibition ? RuleKind.LeaveToProhibit : RuleKind.LeaveToRequire;
        IEnumerable<SmtRule> leaves = rules.Where(l => l.Kind == kind && l.Framework == guarantee.Framework
            && l.Part.Judged == measure.Order && l.Part.Party == guarantee.Part.Party && Names(l, l.Source.PrevailsOver, guarantee));
        return Or([
            orders.PartiesOf(guarantee.Framework).IsReservedFor(guarantee.Source, names => Names(guarantee, names, measure)),
            .. leaves.Select(l => And(l.Days, l.Part.Binds, l.Part.Invoked, IsInvoked(l, measure)))]);
    }

    /// <summary>Two clauses that each yield to the other through 'law of' alone yield neither.</summary>
    public static bool IsSaidToPrevail(SmtRule r, SmtRule s) =>
        Says(r, s, NamesItself) || (Says(r, s, NamesLawOf) && (Says(s, r, NamesItself) || !Says(s, r, NamesLawOf)));

    /// <summary>Whether a list of a rule names another.</summary>
    public static bool Names(SmtRule of, ImmutableArray<string> names, SmtRule rule) =>
        NamesItself(of, names, rule) || NamesLawOf(of, names, rule);

    private string IsInvoked(SmtRule leave, SmtRule measure) => measure.Source.Invoking.Contains(leave.Clause) ? "true" : Or(
        from p in law.Parties
        from i in p.Invocations
        where i.Leave == leave.Clause && Names(leave, i.For, measure)
        select And(OnDays(i.Since, i.Until), new SmtParty(sentences, p.Name, []).HasOrder(measure.Order)));

    private static bool Says(SmtRule r, SmtRule s, Func<SmtRule, ImmutableArray<string>, SmtRule, bool> names) =>
        names(s, s.Source.SubjectTo, r) || names(r, r.Source.PrevailsOver, s) || names(r, r.Source.Notwithstanding, s)
            || names(r, r.Source.ExemptFrom, s);

    private static bool NamesItself(SmtRule of, ImmutableArray<string> names, SmtRule rule) =>
        names.Contains(rule.Clause) || names.Contains(rule.Framework.Name);

    private static bool NamesLawOf(SmtRule of, ImmutableArray<string> names, SmtRule rule) =>
        of.Framework.Name != rule.Framework.Name && names.Contains(LawOf + rule.Order);
}
