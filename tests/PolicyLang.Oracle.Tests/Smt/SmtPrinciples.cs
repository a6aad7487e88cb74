using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 6 as formulas: which rule prevails over which, by which principle.</summary>
internal sealed class SmtPrinciples(
    LawModel law, SmtOrders orders, SmtExcuses excuses, ImmutableArray<SmtRule> rules, Func<int, int, bool> isProperPart)
{
    /// <summary>Whether higher orders prevail over lower ones at all.</summary>
    public bool UsesSuperior => Workspace.Contains(Principle.Superior);

    /// <summary>How many rounds there are, that of the explicit principle counted in.</summary>
    public int Rounds => 1 + law.PrinciplesOfOrders.Values.Append(Workspace).Max(p => p.Length);

    private ImmutableArray<Principle> Workspace => law.Principles ?? [Principle.Superior, Principle.Specialis, Principle.Posterior];

    /// <summary>In which cases a rule prevails over another in a round.</summary>
    public string Prevails(int round, int i, int j, bool alone)
    {
        (SmtRule r, SmtRule s) = (rules[i], rules[j]);
        bool areOpposed = Opposes(r, s) || (round == 0 && AreContrary(r, s));
        if (!areOpposed || (r.IsSoft && !s.IsSoft) || (s.IsLawMaking && !r.IsLawMaking) || (r.IsDraft && !s.IsDraft))
        {
            return SmtOrders.Never;
        }

        string prevails = round == 0 ? Explicitly(r, s) : By(round, i, j, alone);
        return prevails != SmtOrders.Never && r.IsLawMaking && !s.IsLawMaking ? And(prevails, Not(excuses.Excuse(r, s))) : prevails;
    }

    /// <summary>Whether a rule of conduct is more special than another that it opposes.</summary>
    public bool IsMoreSpecial(int r, int s) => Opposes(rules[r], rules[s]) && (!rules[r].IsSoft || rules[s].IsSoft) && !rules[s].IsLawMaking
        && rules[r].Order == rules[s].Order && rules[r].Rank == rules[s].Rank && !IsTooWeak(rules[r]) && isProperPart(r, s);

    public static bool Opposes(SmtRule r, SmtRule s) => r.IsLawMaking == s.IsLawMaking
        ? AreAboutTheSame(r, s) && (OneWay(r.Kind, s.Kind) || OneWay(s.Kind, r.Kind))
        : Judges(r, s) || Judges(s, r);

    /// <summary>Whether no law complies with both a guarantee and a duty.</summary>
    public static bool IsBrokenBy(RuleKind guarantee, RuleKind duty) =>
        (guarantee, duty) is (RuleKind.AllowGuarantee, RuleKind.DutyToProhibit) or (RuleKind.WaiverGuarantee, RuleKind.DutyToRequire);

    // A guarantee and a duty with which no law complies oppose each other by explicit precedence only.
    private static bool AreContrary(SmtRule r, SmtRule s) => r.IsLawMaking && s.IsLawMaking && AreAboutTheSame(r, s)
        && (IsBrokenBy(r.Kind, s.Kind) || IsBrokenBy(s.Kind, r.Kind));

    private static bool AreAboutTheSame(SmtRule r, SmtRule s) => r.Part.Party?.Name == s.Part.Party?.Name && r.Part.Judged == s.Part.Judged;

    // An export restriction is no localisation duty.
    private static bool Judges(SmtRule guarantee, SmtRule s) =>
        guarantee.Part.Judged == s.Order && !(guarantee.Part.IsMirror && s.Part.IsKeeping)
        && (guarantee.Kind, s.Kind) is (RuleKind.AllowGuarantee, RuleKind.Prohibition) or (RuleKind.WaiverGuarantee, RuleKind.Obligation);

    private static bool OneWay(RuleKind a, RuleKind b) => (a, b) switch
    {
        (RuleKind.Prohibition, RuleKind.Permission or RuleKind.Obligation or RuleKind.Exemption) => true,
        (RuleKind.Obligation, RuleKind.Waiver or RuleKind.Exemption) => true,
        (RuleKind.LeaveToProhibit, RuleKind.AllowGuarantee or RuleKind.DutyToRequire) => true,
        (RuleKind.LeaveToRequire, RuleKind.WaiverGuarantee or RuleKind.DutyToProhibit) => true,
        _ => false,
    };

    // Towards an order that is not below only its own 'subject to' counts.
    private string Explicitly(SmtRule r, SmtRule s) => !SmtExcuses.IsSaidToPrevail(r, s) ? SmtOrders.Never
        : r.Order == s.Order || SmtExcuses.Names(s, s.Source.SubjectTo, r) ? "true"
        : orders.Above(r.Order, s.Order);

    // A weak permission never prevails, and an exemption lifts what it names and nothing else.
    private static bool IsTooWeak(SmtRule r) => r.IsWeak || r.Kind == RuleKind.Exemption;

    private string By(int round, int i, int j, bool alone)
    {
        (SmtRule r, SmtRule s) = (rules[i], rules[j]);
        bool own = r.Order == s.Order;
        ImmutableArray<Principle> principles = own ? law.PrinciplesOfOrders.GetValueOrDefault(r.Order, Workspace) : Workspace;
        if (IsTooWeak(r) || round > principles.Length)
        {
            return SmtOrders.Never;
        }

        Principle principle = principles[round - 1];
        if (principle == Principle.Superior && alone && (!own || r.IsGuarantee))
        {
            return SmtOrders.Never;
        }

        if (!own)
        {
            bool mayDefeat = r.IsGuarantee || r.Kind is RuleKind.Prohibition or RuleKind.Obligation;
            return principle == Principle.Superior && mayDefeat ? orders.Above(r.Order, s.Order) : SmtOrders.Never;
        }

        bool prevails = principle switch
        {
            Principle.Superior => r.Rank < s.Rank,
            Principle.Specialis => r.Rank == s.Rank && isProperPart(i, j),
            _ => (r.Framework.Name == s.Framework.Name || r.Framework.Replaces.Contains(s.Framework.Name)) && First(r) > First(s),
        };
        return prevails ? "true" : SmtOrders.Never;
    }

    private static DateOnly? First(SmtRule rule)
    {
        IEnumerable<DateOnly> firsts =
            from law in rule.Framework.Force
            from own in rule.Source.Force.IsEmpty ? [new Days(null, null)] : rule.Source.Force
            let start = new[] { law.From ?? DateOnly.MinValue, own.From ?? DateOnly.MinValue }.Max()
            where start <= (law.Until ?? DateOnly.MaxValue) && start <= (own.Until ?? DateOnly.MaxValue)
            select start;
        return firsts.Any() ? firsts.Min() : null;
    }
}
