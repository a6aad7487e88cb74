using PolicyLang.Oracle.Meaning;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Which sets of clauses leave no way of an obligation. The prohibitions of one clause count together.</summary>
/// <param name="cases">The cases.</param>
/// <param name="precedence">Where rules stand.</param>
/// <param name="rules">The rules.</param>
/// <param name="o">The obligation.</param>
/// <param name="holds">The cases in which it has to be so.</param>
/// <param name="isAlone">Of which clauses the prohibitions count as they stand with legal orders taken by themselves.</param>
internal sealed class SmtDuty(
    SmtCases cases, SmtPrecedence precedence, ImmutableArray<SmtRule> rules, int o, string holds, Func<string, bool> isAlone)
{
    private string IsDue => And(precedence.Stands[o], holds);

    public List<ImmutableArray<string>> MinimalSets(IEnumerable<string> clauses)
    {
        string[] useful = [.. clauses.Where(c => cases.Has(rules[o].Region, holds, Forbidden([c])))];
        var minimal = new List<ImmutableArray<string>>();
        if (!LeavesNoWay([.. useful]))
        {
            return minimal;
        }

        IEnumerable<ImmutableArray<string>> sets = Enumerable.Range(1, (1 << useful.Length) - 1)
            .Select(bits => useful.Where((_, i) => (bits >> i & 1) == 1).ToImmutableArray()).OrderBy(s => s.Length);
        foreach (ImmutableArray<string> set in sets.Where(s => !minimal.Exists(m => m.All(s.Contains)) && LeavesNoWay(s)))
        {
            minimal.Add(set);
        }

        return minimal;
    }

    /// <summary>For some facts the duty is due, and every way to fulfil it is prohibited.</summary>
    public bool LeavesNoWay(ImmutableArray<string> set)
    {
        string every = And(rules[o].Triggered, holds, $"(=> {rules[o].Act} {Forbidden(set)})");
        return !set.IsEmpty && cases.Has(IsDue, Forbidden(set)) && cases.Has(IsDue, cases.ForAllChoices(every));
    }

    private string Forbidden(ImmutableArray<string> set) => Or(
        from i in Enumerable.Range(0, rules.Length)
        where rules[i].Kind == RuleKind.Prohibition && set.Contains(rules[i].Clause)
        select isAlone(rules[i].Clause) ? precedence.StandsAlone[i] : precedence.Stands[i]);
}
