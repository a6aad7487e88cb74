using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Section 9: checks.</summary>
public static class Checks
{
    /// <summary>Whether the check with a number holds.</summary>
    public static bool Holds(Court court, int number)
    {
        CheckModel check = court.Law.Checks[number];
        IEnumerable<Judgement> cases = court.Judgements.Where(j => court.Patterns[number](j.Case));
        return check.Always ? cases.All(j => Is(j, check.Outcome)) : !cases.Any(j => Is(j, check.Outcome));
    }

    private static bool Is(Judgement judgement, string outcome)
    {
        Verdict verdict = judgement.Verdict;
        return outcome == "regulated" ? verdict != Verdict.Unregulated : string.Equals(verdict.ToString(), outcome, StringComparison.OrdinalIgnoreCase);
    }
}
