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

/// <summary>Section 4: what a clause of conduct says.</summary>
public sealed class Rule
{
    /// <summary>Its place among the rules.</summary>
    public required int Number { get; init; }

    public required ClauseModel Source { get; init; }

    public required FrameworkModel Framework { get; init; }

    public required RuleKind Kind { get; init; }

    /// <summary>The trigger, its days left out.</summary>
    public required Func<Case, bool> Trigger { get; init; }

    public required Func<Case, bool> Act { get; init; }

    /// <summary>Whether the day of the case is one of its days.</summary>
    public required Func<Case, bool> InForce { get; init; }

    /// <summary>The number of its first day in force; null where there is none.</summary>
    public required long? FirstDay { get; init; }

    public required Rank Rank { get; init; }

    public required bool IsSoft { get; init; }

    public bool IsWeak { get; init; }

    /// <summary>Of a law-making rule, the party that it is for.</summary>
    public string? Party { get; init; }

    /// <summary>Of a guarantee, and of a leave from it, the legal order of its party's law that it speaks of; null where it is the party's law as a whole.</summary>
    public string? Judged { get; init; }

    public bool IsGuarantee => Kind is RuleKind.AllowGuarantee or RuleKind.WaiverGuarantee;

    public string Clause => $"{Framework.Name}.{Source.Name}";

    /// <summary>The legal order.</summary>
    public string Order => Framework.Authority;

    /// <summary>Of a law-making rule, whether its party is bound; else always.</summary>
    public Func<Case, bool> Binds { get; init; } = _ => true;

    public bool IsTriggered(Case c) => InForce(c) && Binds(c) && Trigger(c);

    public bool Applies(Case c) => IsTriggered(c) && Act(c);

    /// <summary>Whether its region has the case, its days left out, and whether a party is bound.</summary>
    public bool Covers(Case c) => Trigger(c) && Act(c);

    /// <summary>Section 6: an obligation counts as permission of its act, and so does an exemption, which lifts obligations as well.</summary>
    public bool Opposes(Rule other) => Party == other.Party
        ? Judged == other.Judged && (OneWay(Kind, other.Kind) || OneWay(other.Kind, Kind))
        : Judges(other) || other.Judges(this);

    private bool Judges(Rule other) => other.Party is null && Judged == other.Order && (Kind, other.Kind) is (RuleKind.AllowGuarantee, RuleKind.Prohibition) or (RuleKind.WaiverGuarantee, RuleKind.Obligation);

    public override string ToString() => $"{Kind} {Clause}";

    private static bool OneWay(RuleKind a, RuleKind b) => (a, b) switch
    {
        (RuleKind.Prohibition, RuleKind.Permission or RuleKind.Obligation or RuleKind.Exemption) => true,
        (RuleKind.Obligation, RuleKind.Waiver or RuleKind.Exemption) => true,
        (RuleKind.LeaveToProhibit, RuleKind.AllowGuarantee or RuleKind.DutyToRequire) => true,
        (RuleKind.LeaveToRequire, RuleKind.WaiverGuarantee or RuleKind.DutyToProhibit) => true,
        _ => false,
    };
}
