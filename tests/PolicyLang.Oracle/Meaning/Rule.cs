using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

public enum RuleKind
{
    Permission,
    Prohibition,
    Obligation,
    Waiver,
    Exemption,

    // Law-making, for one party each.
    AllowGuarantee,
    WaiverGuarantee,
    DutyToProhibit,
    DutyToRequire,
    LeaveToProhibit,
    LeaveToRequire,
}

/// <summary>Section 4: what a clause says.</summary>
public sealed class Rule
{
    /// <summary>Its place among the rules.</summary>
    public required int Number { get; init; }

    public required ClauseModel Source { get; init; }

    public required FrameworkModel Framework { get; init; }

    public required Part Part { get; init; }

    /// <summary>Whether the day of the case is one of its days.</summary>
    public required Func<Case, bool> InForce { get; init; }

    /// <summary>The number of its first day in force; null where there is none.</summary>
    public required long? FirstDay { get; init; }

    public required Rank Rank { get; init; }

    public required bool IsSoft { get; init; }

    /// <summary>Whether its framework is a policy.</summary>
    public required bool IsPolicy { get; init; }

    public RuleKind Kind => Part.Kind;

    public bool IsWeak => Part.IsWeak;

    public string? Judged => Part.Judged;

    /// <summary>Whether it speaks of the law of parties, not of conduct.</summary>
    public bool IsLawMaking => Part.Party is not null;

    public bool IsGuarantee => Kind is RuleKind.AllowGuarantee or RuleKind.WaiverGuarantee;

    public Place Place => new(Framework, Source);

    public string Clause => Place.Name;

    /// <summary>The legal order.</summary>
    public string Order => Framework.Authority;

    public bool IsTriggered(Case c) => InForce(c) && Part.Binds(c) && Part.Trigger(c);

    public bool Applies(Case c) => IsTriggered(c) && Part.Act(c);

    /// <summary>Whether it applies, its framework counted as in force on all days where it is a draft.</summary>
    public bool AppliesAsDraft(Case c) => (Framework.Force.IsEmpty || InForce(c)) && Part.Binds(c) && Covers(c);

    /// <summary>Whether its region has the case, its days left out, and whether a party is bound.</summary>
    public bool Covers(Case c) => Part.Trigger(c) && Part.Act(c);

    /// <summary>Section 6: an obligation counts as permission of its act, and so does an exemption, which lifts obligations as well.</summary>
    public bool Opposes(Rule other) => IsLawMaking == other.IsLawMaking
        ? Part.Party?.Name == other.Part.Party?.Name && Judged == other.Judged && (OneWay(Kind, other.Kind) || OneWay(other.Kind, Kind))
        : Judges(other) || other.Judges(this);

    /// <summary>Whether it opposes another rule by what is said of the two alone: a guarantee, and a duty to make law that breaks it.</summary>
    public bool OpposesExplicitly(Rule other) => Opposes(other)
        || (IsLawMaking && Part.Party?.Name == other.Part.Party?.Name && Judged == other.Judged && (IsBrokenBy(Kind, other.Kind) || IsBrokenBy(other.Kind, Kind)));

    /// <summary>Whether no law complies with both a guarantee and a duty.</summary>
    public static bool IsBrokenBy(RuleKind guarantee, RuleKind duty) =>
        (guarantee, duty) is (RuleKind.AllowGuarantee, RuleKind.DutyToProhibit) or (RuleKind.WaiverGuarantee, RuleKind.DutyToRequire);

    public override string ToString() => $"{Kind} {Clause}";

    // An export restriction is no localisation duty.
    private bool Judges(Rule other) => Judged == other.Order && !(Part.IsMirror && other.Part.IsKeeping)
        && (Kind, other.Kind) is (RuleKind.AllowGuarantee, RuleKind.Prohibition) or (RuleKind.WaiverGuarantee, RuleKind.Obligation);

    private static bool OneWay(RuleKind a, RuleKind b) => (a, b) switch
    {
        (RuleKind.Prohibition, RuleKind.Permission or RuleKind.Obligation or RuleKind.Exemption) => true,
        (RuleKind.Obligation, RuleKind.Waiver or RuleKind.Exemption) => true,
        (RuleKind.LeaveToProhibit, RuleKind.AllowGuarantee or RuleKind.DutyToRequire) => true,
        (RuleKind.LeaveToRequire, RuleKind.WaiverGuarantee or RuleKind.DutyToProhibit) => true,
        _ => false,
    };
}
