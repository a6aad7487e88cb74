using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>What random workspaces may contain beyond what they always have.</summary>
public enum Construct
{
    Waivers,

    /// <summary><c>should</c>, <c>should not</c>, guidelines.</summary>
    SoftLaw,

    /// <summary>Nodes with two parents.</summary>
    Graphs,

    /// <summary>Transfers of which keeping data abroad is one.</summary>
    Keeping,
    Exemptions,

    /// <summary>Deadlines in months.</summary>
    Months,
    WorkingDays,

    /// <summary>Conditions that compare clocks.</summary>
    ClockConditions,
    Where,

    /// <summary>Organisations with frameworks of their own.</summary>
    Policies,

    /// <summary>Slots, conditions and checks that name organisations.</summary>
    Organisations,

    /// <summary>Conditions on the organisation of a case.</summary>
    OrganisationConditions,
    Assumptions,

    /// <summary>Dated lists of nodes.</summary>
    Lists,
    Collected,
    Repeals,

    /// <summary>Checks <c>under</c> some law.</summary>
    Under,

    /// <summary>Precedence over, or below, the <c>law of</c> an order.</summary>
    LawOf,

    /// <summary>Principles of single legal orders.</summary>
    OwnPrinciples,

    /// <summary>Checks of conflicts and breaches.</summary>
    ConflictChecks,

    /// <summary>Such checks about the <c>law of</c> an order, or one party.</summary>
    SidesOfOrders,

    /// <summary>An instrument about the law of its parties; all below belong to one.</summary>
    LawMaking,

    /// <summary>A supranational bloc that is one party.</summary>
    BlocParties,

    /// <summary>Parties taken out by <c>except</c>.</summary>
    ExceptedParties,
    Adoptions,
    Reservations,

    /// <summary><c>reserving C for M</c>.</summary>
    ReservationsFor,

    /// <summary><c>another party</c>, <c>any party</c>.</summary>
    OtherParties,
    TowardsAnyone,

    /// <summary><c>parties should</c>.</summary>
    SoftLawMaking,

    /// <summary>Whose conduct a sentence about law speaks of.</summary>
    LawSubjects,

    /// <summary>Leaves, which may prevail over guarantees.</summary>
    Leaves,

    /// <summary>Leaves that clauses or parties invoke.</summary>
    Invocations,
    SelfJudged,

    /// <summary>Guarantees that are subject to single measures.</summary>
    SubjectGuarantees,

    /// <summary>Prohibitions of conduct in the instrument.</summary>
    TreatyConduct,

    /// <summary>A second instrument.</summary>
    SecondTreaty,

    /// <summary>An instrument that is a draft.</summary>
    Drafts,
}

/// <summary>How often a construct is used.</summary>
/// <param name="Construct">The construct.</param>
/// <param name="Percent">The part of the workspaces that may use it, of those with an instrument where it belongs to one, beside those for which it is drawn as one that is to matter.</param>
/// <param name="Without">The workspace without it, which shows whether it takes part in a verdict.</param>
internal sealed record Use(Construct Construct, int Percent, Func<LawModel, LawModel> Without);

/// <summary>The distribution of random workspaces: the one table that says which constructs they use, and how often.</summary>
internal static class Constructs
{
    /// <summary>All that the compiler has.</summary>
    public static ImmutableArray<Use> Today { get; } =
    [
        new(Construct.Waivers, 60, law => Edit.Kept(law, c => c.Modality != Modality.NeedNot)),
        new(Construct.SoftLaw, 45, law => Edit.Frameworks(Edit.Clauses(law, Edit.Harden), f => f with { Rank = f.Rank == Rank.Guideline ? null : f.Rank })),
        new(Construct.Graphs, 30, law => law with { Taxonomies = [.. law.Taxonomies.Select(t => t with { Nodes = [.. t.Nodes.Select(n => n with { Parents = [.. n.Parents.Take(1)] })] })] }),
        new(Construct.Keeping, 25, law => Edit.Clauses(law, c => c with { Kind = ClauseKind.Sovereignty })),
        new(Construct.Exemptions, 45, law => Edit.Clauses(law, c => c with { ExemptFrom = [] })),
        new(Construct.Months, 15, law => Edit.Clauses(law, c => c with { Within = Edit.InHours(c.Within), NotBefore = Edit.InHours(c.NotBefore) })),
        new(Construct.WorkingDays, 15, law => Edit.Clauses(law, c => c with { Within = Edit.InHours(c.Within), NotBefore = Edit.InHours(c.NotBefore) })),
        new(Construct.ClockConditions, 12, law => Edit.WithoutConditions(law, c => c is CompareCondition { Attribute: var a } && (a.StartsWith("elapsed", StringComparison.Ordinal) || a.Contains("_since_", StringComparison.Ordinal)))),
        new(Construct.Where, 30, law => Edit.Clauses(law, c => c with { Where = [] })),
        new(Construct.Policies, 35, law => Edit.Frameworks(law, f => law.Organisations.Any(o => o.Name == f.Authority) ? f with { Authority = "XA", Rank = Rank.Statute } : f)),
        new(Construct.Organisations, 20, law => Edit.Clauses(law, c => c with { Subject = Edit.NoOrganisation(c.Subject), Of = Edit.NoOrganisation(c.Of) })),
        new(Construct.OrganisationConditions, 12, law => Edit.WithoutConditions(law, c => c is IsCondition { Attribute: TaxonomyModel.Organisations })),
        new(Construct.Assumptions, 20, law => law with { Assumptions = [] }),
        new(Construct.Lists, 20, law => law with { Blocs = [.. law.Blocs.Select(b => b.IsBloc ? b : b with { Members = [.. b.Members.Select(m => m with { Since = null, Until = null, When = null })] })] }),
        new(Construct.Collected, 15, law => Edit.Clauses(law, c => c with { Collected = null })),
        new(Construct.Repeals, 20, law => Edit.Frameworks(law, f => f with { Repeals = [] })),
        new(Construct.Under, 20, law => law with { Checks = [.. law.Checks.Select(c => c with { Under = [] })] }),
        new(Construct.LawOf, 20, law => Edit.Clauses(law, Edit.WithoutLawOf)),
        new(Construct.OwnPrinciples, 20, law => law with { PrinciplesOfOrders = law.PrinciplesOfOrders.Clear() }),
        new(Construct.ConflictChecks, 30, law => law with { ConflictChecks = [] }),
        new(Construct.SidesOfOrders, 20, law => law with { ConflictChecks = [.. law.ConflictChecks.Where(c => c.Party is null && !c.Between.Any(Edit.IsLawOf))] }),
        new(Construct.LawMaking, 45, law => Edit.Kept(law, c => !c.IsLawMaking)),
        .. Treaties.Uses,
    ];

    /// <summary>The same without rules about the law of parties.</summary>
    public static ImmutableArray<Use> Conduct { get; } = [.. Today.Where(u => u.Construct < Construct.LawMaking)];

    // These matter only beside much else that fits.
    private static readonly Construct[] Rare =
    [
        Construct.Keeping, Construct.Keeping, .. Enumerable.Repeat(Construct.SelfJudged, 5), Construct.Reservations, .. Enumerable.Repeat(Construct.ReservationsFor, 3), Construct.Policies,
    ];

    /// <summary>Some constructs, and up to three that are to matter (four with a rare one), with what they need.</summary>
    public static ImmutableHashSet<Construct> Draw(ImmutableArray<Use> uses, Dice dice)
    {
        HashSet<Construct> drawn = [.. uses.Where(u => dice.Percent(u.Percent)).Select(u => u.Construct)];
        if (!drawn.Contains(Construct.LawMaking))
        {
            drawn.RemoveWhere(c => c > Construct.LawMaking);
        }

        foreach (Use use in uses.IsEmpty ? [] : dice.Some(uses, 3))
        {
            drawn.UnionWith(Needs(use.Construct).Append(use.Construct));
        }

        if (!uses.IsEmpty && dice.Percent(60) && dice.One(Rare) is var rare && uses.Any(u => u.Construct == rare))
        {
            drawn.UnionWith(Needs(rare).Append(rare));
        }

        return [.. drawn];
    }

    private static IEnumerable<Construct> Needs(Construct construct) => construct switch
    {
        Construct.SidesOfOrders => [Construct.ConflictChecks],
        Construct.Reservations or Construct.ReservationsFor => [Construct.LawMaking, Construct.Adoptions],
        Construct.Invocations => [Construct.LawMaking, Construct.Leaves],
        Construct.SelfJudged => [Construct.LawMaking, Construct.Leaves, Construct.Invocations],
        Construct.ExceptedParties => [Construct.LawMaking, Construct.BlocParties],
        > Construct.LawMaking => [Construct.LawMaking],
        _ => [],
    };
}
