using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Verdicts;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 9: checks.</summary>
internal sealed class SmtChecks(SmtSentences sentences, SmtCases cases, SmtPrecedence precedence, ImmutableArray<SmtRule> rules)
{
    /// <summary>What a check of cases comes to.</summary>
    public CheckOutcome Of(CheckModel check, int number)
    {
        string pattern = And(
            new SmtLowering(sentences).Pattern(check.Pattern), SpeaksOfOrganisations(check.Pattern) ? "true" : "(= organisation 0)");
        if (!cases.Has(pattern))
        {
            return CheckOutcome.Vacuous;
        }

        string outcome = new SmtVerdicts(rules, precedence.StandsUnder($"under_{number}", check.Under)).Of(check.Outcome);
        return cases.Has(pattern, check.Always ? Not(outcome) : outcome) ? CheckOutcome.Fails : CheckOutcome.Holds;
    }

    /// <summary>What a check of conflicts comes to.</summary>
    public static CheckOutcome Of(ConflictCheckModel check, IEnumerable<SmtFinding> conflicts) =>
        conflicts.Any(f => !f.IsAvoidable && check.Between.All(f.Has)) ? CheckOutcome.Fails : CheckOutcome.Holds;

    // The generator has no conditions about organisations.
    private bool SpeaksOfOrganisations(ClauseModel pattern) => sentences.NamesOrganisations(pattern.Subject)
        || sentences.NamesOrganisations(pattern.Of);
}
