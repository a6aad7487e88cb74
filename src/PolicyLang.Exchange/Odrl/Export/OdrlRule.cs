using PolicyLang.Exchange.Odrl.Formulas;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>One rule as ODRL says it: where it stands, with nothing left that prevails over it.</summary>
/// <param name="Clause">The clause it comes from.</param>
/// <param name="Suffix">What tells it from other rules of the clause; empty for the first.</param>
/// <param name="Modality">Permission, prohibition or obligation.</param>
/// <param name="Assignee">Who; parts that hold together.</param>
/// <param name="Target">Which data, or against what.</param>
/// <param name="Verb">The one action with all below it; null where only <paramref name="Refinement"/> says which.</param>
/// <param name="Refinement">How the act is.</param>
/// <param name="Constraint">When.</param>
internal sealed record OdrlRule(
    ClauseSymbol Clause,
    string Suffix,
    RuleModality Modality,
    ImmutableArray<Formula> Assignee,
    ImmutableArray<Formula> Target,
    NodeSymbol? Verb,
    ImmutableArray<Formula> Refinement,
    ImmutableArray<Formula> Constraint)
{
    /// <summary>Its name in the export.</summary>
    public string Uid => $"{Profile.PolicyPrefix}{Clause.QualifiedName}{Suffix}";

    /// <summary>All formulas of it.</summary>
    public IEnumerable<Formula> All => Assignee.Concat(Target).Concat(Refinement).Concat(Constraint);
}
