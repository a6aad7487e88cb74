using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>What a clause says in one respect, as formulas.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsWeak">Whether it is the permission of a <c>may only</c>.</param>
/// <param name="Trigger">The trigger without days.</param>
/// <param name="Act">The act set.</param>
internal sealed record SmtPart(RuleKind Kind, bool IsWeak, string Trigger, string Act)
{
    /// <summary>Whether it speaks of keeping data abroad.</summary>
    public bool IsKeeping { get; init; }

    /// <summary>Whether it is what "not to require storage here" says of storage elsewhere.</summary>
    public bool IsMirror { get; init; }

    /// <summary>Of a law-making rule, whose law it is about.</summary>
    public SmtParty? Party { get; init; }

    /// <summary>Of a guarantee or a leave, the one order in that law that it speaks of; null for the law as a whole.</summary>
    public string? Judged { get; init; }

    /// <summary>Of a law-making rule, whether its party is bound.</summary>
    public string Binds { get; init; } = "true";

    /// <summary>Of a leave, where it excuses if it is invoked.</summary>
    public string Invoked { get; init; } = "false";
}

/// <summary>A rule as formulas.</summary>
/// <param name="Framework">Its framework.</param>
/// <param name="Source">Its text.</param>
/// <param name="Part">What it says.</param>
/// <param name="Days">The days.</param>
/// <param name="Rank">Its rank, as one of the framework that its own implements.</param>
/// <param name="IsPolicy">Whether its framework is a policy of an organisation.</param>
internal sealed record SmtRule(FrameworkModel Framework, ClauseModel Source, SmtPart Part, string Days, Rank Rank, bool IsPolicy)
{
    public string Clause => $"{Framework.Name}.{Source.Name}";

    public string Order => Framework.Authority;

    public RuleKind Kind => Part.Kind;

    public bool IsWeak => Part.IsWeak;

    public bool IsSoft => Framework.Rank == Rank.Guideline || Source.IsSoftLaw || Source.Modality is Modality.Should or Modality.ShouldNot;

    public bool IsLawMaking => Source.IsLawMaking;

    public bool IsGuarantee => Kind is RuleKind.AllowGuarantee or RuleKind.WaiverGuarantee;

    public bool IsDraft => Framework.Force.IsEmpty;

    public string Act => Part.Act;

    public string Triggered => And(Days, Part.Binds, Part.Trigger);

    public string Region => And(Triggered, Act);

    /// <summary>The region, a draft counted as in force on all days.</summary>
    public string RegionOfDraft => IsDraft ? And(Part.Binds, Timeless) : Region;

    public string Timeless => And(Part.Trigger, Act);
}
