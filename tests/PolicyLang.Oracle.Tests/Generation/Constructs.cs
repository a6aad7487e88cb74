using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>What random workspaces may contain beyond what they always have.</summary>
public enum Construct
{
    /// <summary><c>need not</c>.</summary>
    Waivers,

    /// <summary><c>should</c>, <c>should not</c>, guidelines.</summary>
    SoftLaw,

    /// <summary>Organisations and their policies.</summary>
    Policies,

    /// <summary>An instrument about the law of its parties.</summary>
    LawMaking,

    /// <summary>Nodes with two parents.</summary>
    Graphs,

    /// <summary>Transfers of which keeping data abroad is one.</summary>
    Keeping,

    /// <summary><c>exempt from</c>.</summary>
    Exemptions,

    /// <summary>Deadlines in months and working days.</summary>
    Calendar,
}

/// <summary>How often a construct is used.</summary>
/// <param name="Construct">The construct.</param>
/// <param name="Percent">The part of the workspaces that may use it; 0 where the compiler lacks it.</param>
/// <param name="Without">The workspace without it, which shows whether it takes part in a verdict.</param>
internal sealed record Use(Construct Construct, int Percent, Func<LawModel, LawModel> Without);

/// <summary>The distribution of random workspaces: the one table that says which constructs they use, and how often.</summary>
internal static class Constructs
{
    /// <summary>All that the compiler has.</summary>
    public static ImmutableArray<Use> Today { get; } =
    [
        new(Construct.Waivers, 60, law => Kept(law, c => c.Modality != Modality.NeedNot)),
        new(Construct.SoftLaw, 45, law => Frameworks(Clauses(law, Harden), f => f with { Rank = f.Rank == Rank.Guideline ? null : f.Rank })),
        new(Construct.Policies, 25, law => Frameworks(law, f => f with { Rank = f.Rank == Rank.Policy ? Rank.Statute : f.Rank })),
        new(Construct.LawMaking, 40, law => Kept(law, c => !c.IsLawMaking)),
        new(Construct.Graphs, 30, law => law with { Taxonomies = [.. law.Taxonomies.Select(t => t with { Nodes = [.. t.Nodes.Select(n => n with { Parents = [.. n.Parents.Take(1)] })] })] }),
        new(Construct.Keeping, 25, law => Clauses(law, c => c with { Kind = ClauseKind.Sovereignty })),
        new(Construct.Calendar, 25, law => Clauses(law, c => c with { Within = InHours(c.Within), NotBefore = InHours(c.NotBefore) })),
        new(Construct.Exemptions, 45, law => Clauses(law, c => c with { ExemptFrom = [] })),
    ];

    /// <summary>The same without rules about the law of parties.</summary>
    public static ImmutableArray<Use> Conduct { get; } = [.. Today.Where(u => u.Construct != Construct.LawMaking)];

    /// <summary>Only what workspaces always have.</summary>
    public static ImmutableArray<Use> None { get; } = [];

    public static ImmutableHashSet<Construct> Draw(ImmutableArray<Use> uses, Dice dice) => [.. uses.Where(u => dice.Percent(u.Percent)).Select(u => u.Construct)];

    private static Duration? InHours(Duration? duration) => duration is null ? null : duration with { Unit = ClockUnit.Hours };

    private static ClauseModel Harden(ClauseModel c) => c with
    {
        Modality = c.Modality switch { Modality.Should => Modality.Must, Modality.ShouldNot => Modality.MustNot, var other => other },
    };

    private static LawModel Kept(LawModel law, Func<ClauseModel, bool> keeps) => Frameworks(law, f => f with { Clauses = [.. f.Clauses.Where(keeps)] });

    private static LawModel Clauses(LawModel law, Func<ClauseModel, ClauseModel> change) => Frameworks(law, f => f with { Clauses = [.. f.Clauses.Select(change)] });

    private static LawModel Frameworks(LawModel law, Func<FrameworkModel, FrameworkModel> change) => law with { Frameworks = [.. law.Frameworks.Select(change)] };
}
