using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Section 8: what rules about the law of parties demand of it.</summary>
internal sealed class LawMakingConflicts(Court court)
{
    /// <summary>PL4011: a guarantee and a duty with both of which no law of a party complies.</summary>
    public IEnumerable<Finding> Contrary(Rule g, Rule d)
    {
        if (!Rule.IsBrokenBy(g.Kind, d.Kind) || g.Judged is not null || g.Part.Party is not { } owes || d.Part.Party is not { } has)
        {
            yield break;
        }

        // Of a bloc and a member of it, the member has to comply with both; of a bloc, a member that neither instrument takes out.
        Func<Case, bool> same = owes.Name == has.Name ? owes.IsBloc ? Both(g, owes, d, has) : _ => true
            : owes.IsBloc && !has.IsBloc ? owes.Has(has.Name)
            : has.IsBloc && !owes.IsBloc ? has.Has(owes.Name)
            : _ => false;
        ImmutableArray<string> parties = [owes.IsBloc ? has.Name : owes.Name];
        if (court.Judgements.Any(j => same(j.Case) && j.StandsWithDrafts(g) && j.StandsWithDrafts(d)))
        {
            yield return new Finding(g.IsSoft || d.IsSoft ? "PL4009" : "PL4011", "unresolved", [g, d], (_, j) => same(j.Case) && j.StandsWithDrafts(g) && j.StandsWithDrafts(d)) { Parties = parties, OwedTo = court.Instruments.OwedTo(g) };
        }
        else if (court.Judgements.Any(j => same(j.Case) && g.AppliesAsDraft(j.Case) && d.AppliesAsDraft(j.Case)))
        {
            yield return new Finding("PL4011", "resolved", [g, d], (_, j) => same(j.Case) && g.AppliesAsDraft(j.Case) && d.AppliesAsDraft(j.Case)) { Parties = parties };
        }
    }

    private Func<Case, bool> Both(Rule g, Party owes, Rule d, Party has)
    {
        (Func<Case, bool> One, Func<Case, bool> Other)[] members = [.. court.Instruments.MembersOf(g, owes).Where(m => court.Instruments.MembersOf(d, has).Any(o => o.Name == m.Name)).Select(m => (owes.Has(m.Name), has.Has(m.Name)))];
        return c => members.Any(m => m.One(c) && m.Other(c));
    }

    /// <summary>PL4006: law that a party, or a member of a bloc that is one, has to make and has not.</summary>
    public IEnumerable<Finding> Gaps(Rule duty)
    {
        if (duty.Kind is not (RuleKind.DutyToProhibit or RuleKind.DutyToRequire))
        {
            yield break;
        }

        RuleKind wanted = duty.Kind == RuleKind.DutyToProhibit ? RuleKind.Prohibition : RuleKind.Obligation;
        string[] orders = [.. court.Law.Frameworks.Where(f => !f.Force.IsEmpty && f.Clauses.Any(c => !c.IsLawMaking)).Select(f => f.Authority).Distinct()];
        Rule[] law = [.. court.Rules.Where(r => !r.IsLawMaking && r.Kind == wanted && (duty.IsSoft || !r.IsSoft))];
        foreach (Bound bound in court.Instruments.Demanded(duty))
        {
            (string Order, Func<Case, bool> IsLaw)[] own = [.. orders.Select(o => (o, bound.IsLaw(o)))];
            bool IsGap(Judgement j) => bound.IsBound(j.Case) && j.StandsAlone(duty) && own.Any(o => o.IsLaw(j.Case))
                && !law.Any(r => r.Applies(j.Case) && own.Any(o => o.Order == r.Order && o.IsLaw(j.Case)));
            if (court.Judgements.Any(IsGap))
            {
                yield return new Finding(duty.IsSoft ? "PL4009" : "PL4006", "unresolved", [duty], (_, j) => IsGap(j)) { Parties = bound.Names };
            }
        }
    }
}
