using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>A conflict.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Status">"unresolved", "excusable", "avoidable" or "resolved".</param>
/// <param name="Rules">The rules; of an obligation and prohibitions, the obligation first.</param>
/// <param name="Arises">The cases in which it arises.</param>
public sealed record Finding(string Code, string Status, ImmutableArray<Rule> Rules, Func<Situation, Judgement, bool> Arises)
{
    /// <summary>Of a conflict with an instrument, the parties that it concerns; of a bloc whose members each have to make law, these too.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>Of a breach of a guarantee, the leaves that reach it, and whether each reaches all of it.</summary>
    public ImmutableArray<(string Leave, bool IsWhole)> Excuses { get; init; } = [];

    /// <summary>Of a breach of a guarantee, the parties to which it is owed in a case.</summary>
    public Func<Case, IEnumerable<string>> OwedTo { get; init; } = _ => [];

    /// <summary>Whether a user is told of it: what is resolved is no finding, but for a breach that membership resolves.</summary>
    public bool IsTold => Status != "resolved" || IsResolvedByMembership;

    public bool IsResolvedByMembership { get; init; }

    /// <summary>Whether law of a party breaks an instrument, whose rule is the first one.</summary>
    public bool IsBreach => Code is "PL4005" or "PL4006";

    /// <summary>The names of the clauses, sorted and joined.</summary>
    public string Clauses => string.Join("+", Rules.Select(r => r.Clause).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Less is worse.</summary>
    public int Badness => (!IsTold ? 2000 : Status == "resolved" ? 1000 : 0)
        + (10 * Array.IndexOf(["PL4010", "PL4001", "PL4005", "PL4008", "PL4003", "PL4004", "PL4006", "PL4011", "PL4002", "PL4009"], Code)) + (Status is "excusable" or "avoidable" ? 1 : 0);

    public override string ToString() => $"{Code} {Status} {Clauses}";
}
