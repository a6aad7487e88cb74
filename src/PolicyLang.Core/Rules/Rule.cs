using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>What a rule does to the cases in its region.</summary>
public enum RuleModality
{
    Permission,
    Prohibition,

    /// <summary>Some act in the act set is due when the trigger holds.</summary>
    Obligation,

    /// <summary>No such duty may be imposed.</summary>
    Waiver,

    /// <summary>Defeats the clauses it names and permits nothing.</summary>
    Exemption,
}

/// <summary>
/// The narrow waist: what every clause of conduct lowers to, and what every later stage works on. No later stage asks which kind a clause was.
/// </summary>
/// <param name="Number">Its place among the rules of the workspace, from 0.</param>
/// <param name="Clause">The clause it comes from.</param>
/// <param name="Modality">What it does.</param>
/// <param name="Trigger">When it speaks, its days in force included.</param>
/// <param name="Region">The cases it is about: trigger and act.</param>
/// <param name="Timeless">The same region with the days in force left out, for comparing how special rules are.</param>
/// <param name="Order">The legal order it belongs to.</param>
/// <param name="Rank">The rank that counts for precedence.</param>
/// <param name="IsSoft">Whether a clash is a tension only: <c>should</c>, or a guideline.</param>
/// <param name="IsWeak">Whether it is the permission implied in <c>may only</c>, which yields to every prohibition of its own order.</param>
public sealed record Rule(
    int Number,
    ClauseSymbol Clause,
    RuleModality Modality,
    Region Trigger,
    Region Region,
    Region Timeless,
    Symbol Order,
    Rank Rank,
    bool IsSoft,
    bool IsWeak)
{
    public bool Equals(Rule? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Number;

    /// <summary>Whether two modalities oppose each other: only then can one rule defeat the other.</summary>
    public bool Opposes(Rule other) => (Modality, other.Modality) switch
    {
        (RuleModality.Prohibition, RuleModality.Permission or RuleModality.Obligation or RuleModality.Exemption) => true,
        (RuleModality.Permission, RuleModality.Prohibition) => true,
        (RuleModality.Obligation, RuleModality.Prohibition or RuleModality.Waiver or RuleModality.Exemption) => true,
        (RuleModality.Waiver, RuleModality.Obligation) => true,
        (RuleModality.Exemption, RuleModality.Prohibition or RuleModality.Obligation) => true,
        _ => false,
    };
}
