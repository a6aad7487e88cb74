using PolicyLang.Oracle.Text;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>A conflict that is not resolved.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Rules">A rule of each clause; of a breach of an instrument, its own first.</param>
internal sealed record SmtFinding(string Code, params ImmutableArray<SmtRule> Rules)
{
    // From the worst on.
    private static readonly string[] Codes =
        ["PL4010", "PL4001", "PL4005", "PL4008", "PL4003", "PL4004", "PL4006", "PL4011", "PL4002", "PL4009"];

    /// <summary>Whether it is an avoidable dilemma, or a tension like one.</summary>
    public bool IsAvoidable { get; } = Code == "PL4002";

    /// <summary>With a soft rule a conflict is a tension, but for an unlawful permission, which has none.</summary>
    public string Code { get; } = Rules.Any(r => r.IsSoft) ? "PL4009" : Code;

    /// <summary>Of a breach of an instrument, the parties that it concerns.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    public string Clauses => string.Join("+", Rules.Select(r => r.Clause).Distinct().Order(StringComparer.Ordinal));

    public int Badness => (2 * Array.IndexOf(Codes, Code)) + (IsAvoidable ? 1 : 0);

    /// <summary>Whether it has a clause of a side: a clause, a framework or <c>law of X</c>.</summary>
    public bool Has(string side) => Rules.Any(r => side == r.Clause || side == r.Framework.Name || side == PolicyText.LawOf + r.Order);

    public override string ToString() => Of(Code, Clauses, Parties);

    /// <summary>A conflict in words; whom it concerns is told of some kinds.</summary>
    public static string Of(string code, string clauses, IEnumerable<string> parties) =>
        $"{code} {clauses}{(code is "PL4005" or "PL4011" ? " of " + string.Join(", ", parties) : "")}";
}
