using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>What a rule does to the cases in its region.</summary>
internal enum RuleModality
{
    Permission,
    Prohibition,

    /// <summary>Some act in the act set is due when the trigger holds.</summary>
    Obligation,

    /// <summary>No such duty may be imposed.</summary>
    Waiver,

    /// <summary>Defeats the clauses it names and permits nothing.</summary>
    Exemption,

    /// <summary>Law-making: the law of a party may not prohibit it.</summary>
    AllowGuarantee,

    /// <summary>Law-making: the law of a party may not require it.</summary>
    NotRequireGuarantee,

    /// <summary>Law-making: the law of a party has to prohibit it.</summary>
    DutyToProhibit,

    /// <summary>Law-making: the law of a party has to require it.</summary>
    DutyToRequire,

    /// <summary>Law-making: the law of a party may prohibit it, whatever is guaranteed.</summary>
    PowerToProhibit,

    /// <summary>Law-making: the law of a party may require it, whatever is guaranteed.</summary>
    PowerToRequire,
}

/// <summary>
/// The narrow waist: what every clause lowers to, and what every later stage works on. No later stage asks which kind a clause was.
/// A law-making clause gives one rule for each party that it may bind and each legal order whose rules are judged by it.
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
/// <param name="IsWeak">Whether it is the permission implied in <c>may only</c>, which yields to every prohibition of its own
/// order.</param>
internal sealed record Rule(
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
    /// <summary>For a law-making rule, the party that it binds: a jurisdiction or a bloc.</summary>
    public Symbol? Party { get; init; }

    /// <summary>For a law-making rule, the legal order whose rules it judges; null where it speaks of the party's law as a whole.</summary>
    public Symbol? Judged { get; init; }

    /// <summary>For a duty of a member of a bloc that is a party, the bloc; else the party itself.</summary>
    public Symbol? BoundAs { get; init; }

    /// <summary>Whether it is a law-making rule of a draft: it collides with others, and bears on nothing that is law.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether it is about keeping data abroad, which a clause about transfers covers, too.</summary>
    public bool IsKeeping { get; init; }

    /// <summary>For a law-making rule, whether it is the mirror of a rule about requiring a place: about the same act elsewhere.</summary>
    public bool IsMirror { get; init; }

    /// <summary>Whether it speaks to States about their law, not to actors about their acts.</summary>
    public bool IsLawMaking => Modality >= RuleModality.AllowGuarantee;

    /// <summary>Whether it keeps a party's law from prohibiting or requiring something.</summary>
    public bool IsGuarantee => Modality is RuleModality.AllowGuarantee or RuleModality.NotRequireGuarantee;

    /// <summary>The same rule with each region replaced.</summary>
    public Rule Moved(Func<Region, Region> moved) =>
        this with { Trigger = moved(Trigger), Region = moved(Region), Timeless = moved(Timeless) };

    public bool Equals(Rule? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Number;

    /// <summary>Whether two rules oppose each other: only then can one defeat the other.</summary>
    public bool Opposes(Rule other) => OpposingModalities.Opposed(Modality, other.Modality) && (IsLawMaking, other.IsLawMaking) switch
    {
        (false, false) => true,
        // What a bloc or member is allowed does not affect what the other owes.
        (true, true) => ReferenceEquals(Party, other.Party) && ReferenceEquals(Judged, other.Judged)
            && (ReferenceEquals(BoundAs, other.BoundAs) || OpposingModalities.AreTreatyPair(Modality, other.Modality)
                || OpposingModalities.AreTreatyPair(other.Modality, Modality)),
        (true, false) => ReferenceEquals(Judged, other.Order) && !(IsMirror && other.IsKeeping),
        (false, true) => ReferenceEquals(Order, other.Judged) && !(IsKeeping && other.IsMirror),
    };
}
