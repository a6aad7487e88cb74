using PolicyLang.Oracle.Meaning;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>A conflict.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Status">"unresolved", "avoidable" or "resolved".</param>
/// <param name="Rules">The rules; of an obligation and prohibitions, the obligation first.</param>
/// <param name="Arises">The cases in which it arises.</param>
public sealed record Finding(string Code, string Status, ImmutableArray<Rule> Rules, Func<Situation, Judgement, bool> Arises)
{
    /// <summary>The names of the clauses, sorted and joined.</summary>
    public string Clauses => string.Join("+", Rules.Select(r => r.Clause).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Less is worse.</summary>
    public int Badness => Array.IndexOf(["PL4001", "PL4005", "PL4008", "PL4003", "PL4004", "PL4006", "PL4002", "PL4009"], Code) + (Status == "resolved" ? 100 : 0);

    public override string ToString() => $"{Code} {Status} {Clauses}";
}
