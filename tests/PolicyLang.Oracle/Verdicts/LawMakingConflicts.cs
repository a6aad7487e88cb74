using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Section 8: conflicts between the law of parties and the rules about their law.</summary>
public sealed class LawMakingConflicts(Court court)
{
    /// <summary>PL4005: a rule of a party's law and an opposite guarantee that binds it.</summary>
    public IEnumerable<Finding> Breaches(Rule g, Rule s)
    {
        if (!g.IsGuarantee || s.Party is not null || !g.Opposes(s))
        {
            yield break;
        }

        bool Open(Judgement j) => j.StandsAlone(g) && j.StandsAlone(s);
        bool StruckDown(Judgement j) => court.Precedence.Principles.Contains(Principle.Superior) && (!g.IsSoft || s.IsSoft) && g.Order != s.Order && court.Precedence.Orders.Above(g.Order, s.Order)(j.Case);
        if (court.Judgements.Any(j => Open(j) && !StruckDown(j)))
        {
            yield return new Finding(g.IsSoft || s.IsSoft ? "PL4009" : "PL4005", "unresolved", [g, s], (_, j) => Open(j) && !StruckDown(j));
        }
        else if (court.Judgements.Any(Open))
        {
            yield return new Finding("PL4005", "resolved", [g, s], (_, j) => Open(j));
        }
        else if (court.Judgements.Any(j => g.Applies(j.Case) && s.Applies(j.Case)))
        {
            yield return new Finding("PL4005", "resolved", [g, s], (_, j) => g.Applies(j.Case) && s.Applies(j.Case));
        }
    }

    /// <summary>PL4006: law that a party has to make and has not.</summary>
    public IEnumerable<Finding> Gaps(Rule duty)
    {
        if (duty.Kind is not (RuleKind.DutyToProhibit or RuleKind.DutyToRequire) || duty.Party is not { } party)
        {
            yield break;
        }

        RuleKind wanted = duty.Kind == RuleKind.DutyToProhibit ? RuleKind.Prohibition : RuleKind.Obligation;
        string[] orders = [.. court.Law.Frameworks.Where(f => !f.Force.IsEmpty && f.Clauses.Any(c => !c.IsLawMaking)).Select(f => f.Authority).Distinct()];
        bool IsGap(Judgement j) => j.StandsAlone(duty)
            && orders.Any(o => court.Precedence.Orders.IsLawOf(party, o)(j.Case))
            && !court.Rules.Any(r => r.Party is null && r.Kind == wanted && (duty.IsSoft || !r.IsSoft) && court.Precedence.Orders.IsLawOf(party, r.Order)(j.Case) && r.Applies(j.Case));
        if (court.Judgements.Any(IsGap))
        {
            yield return new Finding(duty.IsSoft ? "PL4009" : "PL4006", "unresolved", [duty], (_, j) => IsGap(j));
        }
    }
}
