using PolicyLang.Oracle.Meaning;

namespace PolicyLang.Oracle.Verdicts;

public enum Verdict
{
    Unregulated,
    Permitted,
    Prohibited,
    Conflicting,
}

/// <summary>Section 7: decisions and duties.</summary>
public static class Decisions
{
    /// <summary>The answer of each legal order with a rule of conduct that applies and is not soft.</summary>
    public static ImmutableSortedDictionary<string, Verdict> Orders(Judgement judgement) =>
        judgement.Fates.Where(f => !f.Rule.IsSoft && f.Rule.Party is null).GroupBy(f => f.Rule.Order).ToImmutableSortedDictionary(g => g.Key, g => Order(g.Where(f => f.Stands).Select(f => f.Rule)), StringComparer.Ordinal);

    public static Verdict Combined(Judgement judgement)
    {
        ICollection<Verdict> orders = [.. Orders(judgement).Values];
        List<Rule> standing = [.. judgement.Fates.Where(f => f.Stands && !f.Rule.IsSoft).Select(f => f.Rule)];
        bool clash = standing.Any(o => o.Kind == RuleKind.Obligation && standing.Any(p => p.Kind == RuleKind.Prohibition && p.Order != o.Order));
        return orders.Contains(Verdict.Conflicting) || clash ? Verdict.Conflicting
            : orders.Contains(Verdict.Prohibited) ? Verdict.Prohibited
            : orders.Contains(Verdict.Permitted) ? Verdict.Permitted
            : Verdict.Unregulated;
    }

    /// <summary>The obligations that are outstanding in a case of a situation, soft ones left out.</summary>
    public static IEnumerable<Rule> Duties(Court court, Situation situation, Judgement judgement) =>
        court.Rules.Where(o => o.Kind == RuleKind.Obligation && !o.IsSoft && o.IsTriggered(judgement.Case) && situation.Choices.Any(j => j.Stands(o)));

    private static Verdict Order(IEnumerable<Rule> standing)
    {
        List<RuleKind> kinds = [.. standing.Select(r => r.Kind)];
        bool prohibited = kinds.Contains(RuleKind.Prohibition);
        bool permitted = kinds.Contains(RuleKind.Permission) || kinds.Contains(RuleKind.Obligation);
        return prohibited && permitted ? Verdict.Conflicting : prohibited ? Verdict.Prohibited : permitted ? Verdict.Permitted : Verdict.Unregulated;
    }
}
