using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 4 as formulas, for rules about the law of parties.</summary>
internal sealed class SmtLawMaking(SmtSentences sentences, SmtOrders orders)
{
    public IEnumerable<SmtPart> Parts(FrameworkModel framework, ClauseModel clause)
    {
        SmtParties parties = orders.PartiesOf(framework);
        return parties.All.SelectMany(party => Parts(clause, new SmtReading(Own: party.Territory, Others: parties.Around(party)))
            .SelectMany(part => Judged(framework, part.Kind).Select(order => part with
            {
                Party = party,
                Judged = order,
                Binds = And(
                    order is null ? "true" : party.HasLaw(orders, order), parties.Binds(clause, party, order),
                    IsGuarantee(part.Kind) ? parties.IsOwed(clause, party) : "true"),
            })));
    }

    private static bool IsGuarantee(RuleKind kind) => kind is RuleKind.AllowGuarantee or RuleKind.WaiverGuarantee;

    // A guarantee is given for each order of the law of the party, but for that of its own framework where it is a bloc, and for the law as
    // a whole; so is a leave.
    private IEnumerable<string?> Judged(FrameworkModel framework, RuleKind kind)
    {
        IEnumerable<string> single = kind is RuleKind.DutyToProhibit or RuleKind.DutyToRequire ? []
            : sentences.Law.Frameworks.Where(f => f.Clauses.Any(c => !c.IsLawMaking)).Select(f => f.Authority).Distinct()
                .Where(o => sentences.Lexicon.IsPlace(o) || (!sentences.Lexicon.IsOrganisation(o) && o != framework.Authority));
        return [null, .. single];
    }

    private IEnumerable<SmtPart> Parts(ClauseModel clause, SmtReading reading)
    {
        (RuleKind kind, RuleKind? mirror) = clause.Modality switch
        {
            Modality.PartiesMustAllow or Modality.PartiesMustNotProhibit => (RuleKind.AllowGuarantee, null),
            Modality.PartiesMustNotRequire => (RuleKind.WaiverGuarantee, RuleKind.AllowGuarantee),
            Modality.PartiesMustProhibit => (RuleKind.DutyToProhibit, null),
            Modality.PartiesMustRequire => (RuleKind.DutyToRequire, null),
            Modality.PartiesMayProhibit => (RuleKind.LeaveToProhibit, null),
            _ => (RuleKind.LeaveToRequire, (RuleKind?)RuleKind.LeaveToProhibit),
        };
        yield return Part(kind, clause, reading, (c, s) => And(s.Slot("action", c.Verbs), SmtLowering.Rest(c, s)));
        if (kind is RuleKind.AllowGuarantee or RuleKind.LeaveToProhibit && SmtLowering.HasKeeping(clause))
        {
            yield return Part(kind, clause, reading with { Keeping = true }, SmtLowering.Kept) with { IsKeeping = true };
        }

        if (mirror is { } other && clause.In is not null and not ListSet { Outside: true })
        {
            yield return Part(other, clause, reading, SmtLowering.Elsewhere) with { IsMirror = true };
        }
    }

    private SmtPart Part(RuleKind kind, ClauseModel clause, SmtReading reading, Func<ClauseModel, SmtSentences, string> act)
    {
        SmtSentences invoked = sentences.As(reading with { IsInvoked = true });
        SmtSentences s = sentences.As(reading);
        return new SmtPart(kind, false, SmtLowering.Due(clause, s), act(clause, s))
        {
            Invoked = And(SmtLowering.Due(clause, invoked), act(clause, invoked)),
        };
    }
}
