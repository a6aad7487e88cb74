using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>How often instruments about the law of parties use what they may use.</summary>
internal static class Treaties
{
    public static ImmutableArray<Use> Uses { get; } =
    [
        new(Construct.BlocParties, 40, law => law with { Blocs = [.. law.Blocs.Select(b => b.Name == TreatyWriter.Union ? b with { Supranational = false } : b)] }),
        new(Construct.ExceptedParties, 20, law => Edit.Frameworks(law, f => f.Parties is ListSet parties ? f with { Parties = parties with { Except = [] } } : f)),
        new(Construct.Adoptions, 55, law => law with { Parties = [.. law.Parties.Select(p => p with { Adoptions = [] })] }),
        new(Construct.Reservations, 45, law => Edit.Adoptions(law, a => a.ReservingFor.IsEmpty ? a with { Reserving = [] } : a)),
        new(Construct.ReservationsFor, 25, law => Edit.Adoptions(law, a => a.ReservingFor.IsEmpty ? a : a with { Reserving = [], ReservingFor = [] })),
        new(Construct.OtherParties, 25, law => Edit.Clauses(law, c => c with { From = NoParty(c.From), To = NoParty(c.To), In = NoParty(c.In) })),
        new(Construct.TowardsAnyone, 25, law => Edit.Clauses(law, c => c with { TowardsAnyone = false })),
        new(Construct.SoftLawMaking, 30, law => Edit.Clauses(law, c => c with { IsSoftLaw = false })),
        new(Construct.LawSubjects, 25, law => Edit.Clauses(law, c => c.IsLawMaking ? c with { Subject = null, Of = null } : c)),
        new(Construct.Leaves, 50, law => Edit.Kept(law, c => c.Modality is not (Modality.PartiesMayProhibit or Modality.PartiesMayRequire))),
        new(Construct.Invocations, 45, law => Edit.Clauses(law with { Parties = [.. law.Parties.Select(p => p with { Invocations = [] })] }, c => c with { Invoking = [] })),
        new(Construct.SelfJudged, 35, law => law with { Attributes = [.. law.Attributes.Select(a => a with { IsSelfJudged = false })] }),
        new(Construct.SubjectGuarantees, 25, law => Edit.Clauses(law, c => c.IsLawMaking ? c with { SubjectTo = [] } : c)),
        new(Construct.TreatyConduct, 35, law => Edit.Frameworks(law, f => TreatyWriter.IsTreaty(f.Name) ? f with { Clauses = [.. f.Clauses.Where(c => c.IsLawMaking)] } : f)),
        new(Construct.SecondTreaty, 25, law => law with { Frameworks = [.. law.Frameworks.Where(f => f.Name != TreatyWriter.Second)] }),
        new(Construct.Drafts, 20, law => law with { Frameworks = [.. law.Frameworks.Where(f => !f.Force.IsEmpty)] }),
    ];

    private static SetExpression? NoParty(SetExpression? set) => set is PartiesSet ? null : set;
}
