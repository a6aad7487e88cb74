using PolicyLang.Oracle.Meaning;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 7: what is decided where, from where each rule stands.</summary>
internal sealed class SmtVerdicts(ImmutableArray<SmtRule> rules, ImmutableArray<string> stands)
{
    public static ImmutableArray<string> Outcomes { get; } = ["conflicting", "prohibited", "permitted", "unregulated"];

    /// <summary>The cases that are decided so.</summary>
    public string Of(string outcome) => outcome switch
    {
        "conflicting" => Conflicting,
        "prohibited" => And(Not(Conflicting), Any(IsProhibition)),
        "permitted" => And(Not(Any(IsProhibition)), Any(Permits)),
        "unregulated" => Not(Of("regulated")),
        "regulated" => Or([Any(IsProhibition), Any(Permits)]),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    // Within one order, or an obligation of one and a prohibition of another.
    private string Conflicting => Or(
    [
        .. rules.Select(r => r.Order).Distinct()
            .Select(o => And(Any(r => IsProhibition(r) && r.Order == o), Any(r => Permits(r) && r.Order == o))),
        And(Any(IsProhibition), Any(r => Permits(r) && r.Kind == RuleKind.Obligation)),
    ]);

    private static bool IsProhibition(SmtRule rule) => !rule.IsSoft && rule.Kind == RuleKind.Prohibition;

    private static bool Permits(SmtRule rule) => !rule.IsSoft && rule.Kind is (RuleKind.Permission or RuleKind.Obligation);

    private string Any(Func<SmtRule, bool> which) => Or(stands.Where((_, i) => which(rules[i])));
}
