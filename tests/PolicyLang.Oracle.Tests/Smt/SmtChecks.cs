using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Verdicts;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 9: checks.</summary>
internal sealed class SmtChecks(
    SmtSentences sentences, SmtOrders orders, SmtCases cases, SmtPrecedence precedence, ImmutableArray<SmtRule> rules)
{
    /// <summary>What a check of cases comes to.</summary>
    public CheckOutcome Of(CheckModel check, int number)
    {
        string pattern = And(
            new SmtLowering(sentences, orders).Pattern(check.Pattern), SpeaksOfOrganisations(check.Pattern) ? "true"
                : "(= organisation 0)");
        if (!cases.Has(pattern))
        {
            return CheckOutcome.Vacuous;
        }

        string outcome = new SmtVerdicts(rules, precedence.StandsUnder($"under_{number}", check.Under)).Of(check.Outcome);
        return cases.Has(pattern, check.Always ? Not(outcome) : outcome) ? CheckOutcome.Fails : CheckOutcome.Holds;
    }

    /// <summary>What a check of conflicts comes to.</summary>
    public CheckOutcome Of(ConflictCheckModel check, IEnumerable<SmtFinding> conflicts)
    {
        if (check.Party is { } party && !HasLaw(party))
        {
            return CheckOutcome.Vacuous;
        }

        bool Breaks(SmtFinding f) => f.Code is "PL4005" or "PL4006" && f.Rules[0].Framework.Name == check.Framework
            && (check.Party is null || f.Parties.Contains(check.Party));
        bool Counts(SmtFinding f) => check.Framework is null ? !f.IsAvoidable && check.Between.All(f.Has) : Breaks(f);
        return conflicts.Any(Counts) ? CheckOutcome.Fails : CheckOutcome.Holds;
    }

    private bool HasLaw(string party) => cases.Has(Or(rules.Where(r => !r.IsLawMaking && !r.IsDraft).Select(r => r.Order).Distinct()
        .Select(o => new SmtParty(sentences, party, []).HasLaw(orders, o))));

    private bool SpeaksOfOrganisations(ClauseModel pattern) => sentences.NamesOrganisations(pattern.Subject)
        || sentences.NamesOrganisations(pattern.Of)
        || pattern.Where.Concat(pattern.When).Concat(pattern.Unless).Append(pattern.With).Any(SpeaksOfOrganisations);

    private bool SpeaksOfOrganisations(Condition? condition) => condition switch
    {
        IsCondition @is => @is.Attribute == TaxonomyModel.Organisations,
        DefinedCondition defined => SpeaksOfOrganisations(sentences.Law.Defines.First(d => d.Name == defined.Name).Condition),
        NotCondition not => SpeaksOfOrganisations(not.Operand),
        AndCondition and => SpeaksOfOrganisations(and.Left) || SpeaksOfOrganisations(and.Right),
        OrCondition or => SpeaksOfOrganisations(or.Left) || SpeaksOfOrganisations(or.Right),
        _ => false,
    };
}
