using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>What a check comes to.</summary>
public enum CheckOutcome
{
    Holds,
    Fails,

    /// <summary>It speaks of no case, or of no law.</summary>
    Vacuous,
}

/// <summary>Section 9: checks.</summary>
public static class Checks
{
    /// <summary>What the check of cases with a number comes to.</summary>
    public static CheckOutcome Of(Court court, int number)
    {
        CheckModel check = court.Law.Checks[number];
        List<Judgement> cases = [.. court.Judgements.Where(j => court.Patterns[number](j.Case)).Select(j => court.Under(j, check.Under))];
        return cases.Count == 0 ? CheckOutcome.Vacuous : Is(check.Always ? cases.All(j => Is(j, check.Outcome)) : !cases.Exists(j => Is(j, check.Outcome)));
    }

    /// <summary>What a check of conflicts comes to.</summary>
    public static CheckOutcome Of(Court court, IEnumerable<Finding> conflicts, ConflictCheckModel check)
    {
        if (check.Framework is null)
        {
            return Is(!conflicts.Any(f => f.Status is not ("resolved" or "avoidable") && check.Between.All(side => f.Rules.Any(r => Covers(side, r.Clause, r.Order)))));
        }

        if (check.Party is { } party && !HasLaw(court, party))
        {
            return CheckOutcome.Vacuous;
        }

        return Is(!conflicts.Any(f => f.Status != "resolved" && f.IsBreach && f.Rules[0].Framework.Name == check.Framework && (check.Party is null || f.Parties.Contains(check.Party))));
    }

    /// <summary>Whether an acknowledgement of some sides accepts a conflict: one with a clause of each, and none of another.</summary>
    public static bool Accepts(ImmutableArray<string> sides, Finding conflict) =>
        conflict.IsTold && sides.All(s => conflict.Rules.Any(r => Covers(s, r.Clause, r.Order))) && conflict.Rules.All(r => sides.Any(s => Covers(s, r.Clause, r.Order)));

    private static bool HasLaw(Court court, string name)
    {
        var party = new Party(court.Sentences, name, []);
        return court.Rules.Where(r => !r.IsLawMaking && !r.Framework.Force.IsEmpty).Select(r => court.Precedence.Orders.IsLawOf(party, r.Order)).Any(isLaw => court.Judgements.Any(j => isLaw(j.Case)));
    }

    /// <summary>Whether a side (a clause, a framework, the law of an order) has a clause of an order.</summary>
    public static bool Covers(string side, string clause, string order) => side == clause || side == "law of " + order || clause.StartsWith(side + ".", StringComparison.Ordinal);

    private static CheckOutcome Is(bool holds) => holds ? CheckOutcome.Holds : CheckOutcome.Fails;

    private static bool Is(Judgement judgement, string outcome) => outcome == "regulated"
        ? judgement.Verdict != Verdict.Unregulated
        : string.Equals(judgement.Verdict.ToString(), outcome, StringComparison.OrdinalIgnoreCase);
}
