using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 8: conflicts with instruments (PL4005, PL4006, PL4011).</summary>
internal sealed class SmtBreaches(
    SmtSentences sentences, SmtOrders orders, SmtCases cases, SmtPrecedence precedence, ImmutableArray<SmtRule> rules)
{
    public IEnumerable<SmtFinding> All()
    {
        for (int g = 0; g < rules.Length; g++)
        {
            for (int s = 0; s < rules.Length; s++)
            {
                foreach (SmtFinding finding in rules[g].Clause == rules[s].Clause ? [] : Of(g, s))
                {
                    yield return finding;
                }
            }

            foreach (SmtFinding gap in rules[g].Kind is RuleKind.DutyToProhibit or RuleKind.DutyToRequire ? Gaps(g) : [])
            {
                yield return gap;
            }
        }
    }

    /// <summary>Breaches of guarantees, those that membership resolves, too: a user is told of them.</summary>
    public IEnumerable<SmtFinding> Told() =>
        from g in rules.Select((rule, i) => (Rule: rule, I: i)).Where(x => x.Rule.IsGuarantee)
        from s in rules.Select((rule, i) => (Rule: rule, I: i)).Where(x => !x.Rule.IsLawMaking && SmtPrinciples.Opposes(g.Rule, x.Rule))
        where cases.Has(Not(precedence.Excuses.Excuse(g.Rule, s.Rule)), precedence.StandsAlone[g.I], precedence.StandsAlone[s.I])
        select new SmtFinding("PL4005", g.Rule, s.Rule);

    private IEnumerable<SmtFinding> Of(int i, int j)
    {
        (SmtRule g, SmtRule s) = (rules[i], rules[j]);
        if (g.IsGuarantee && !s.IsLawMaking && SmtPrinciples.Opposes(g, s))
        {
            bool breaks = BothStand(i, j, Not(precedence.Excuses.Excuse(g, s)));
            return breaks ? [new SmtFinding("PL4005", g, s) { Parties = [g.Part.Party?.Name ?? ""] }] : [];
        }

        if (g.Kind == RuleKind.Prohibition && s is { Kind: RuleKind.Permission, IsWeak: false } && g.Order != s.Order)
        {
            SmtParties parties = orders.PartiesOf(g.Framework);
            return parties.All.Where(p => BothStand(i, j, And(parties.Binds(g.Source, p, s.Order), p.HasLaw(orders, s.Order))))
                .Select(p => new SmtFinding("PL4005", g, s) { Parties = [p.Name] });
        }

        return SmtPrinciples.IsBrokenBy(g.Kind, s.Kind) && g.Part is { Judged: null, Party: { } owes } && s.Part.Party is { } has
            && cases.Has(AreOne(g, owes, s, has), precedence.StandsWithDrafts[i], precedence.StandsWithDrafts[j])
            ? [new SmtFinding("PL4011", g, s) { Parties = [owes.IsBloc ? has.Name : owes.Name] }]
            : [];
    }

    // In a case that membership does not decide.
    private bool BothStand(int g, int s, string where)
    {
        bool decides = precedence.Principles.UsesSuperior && (!rules[g].IsSoft || rules[s].IsSoft) && rules[g].Order != rules[s].Order;
        string decided = decides ? orders.Above(rules[g].Order, rules[s].Order) : SmtOrders.Never;
        return cases.Has(where, Not(decided), precedence.StandsAlone[g], precedence.StandsAlone[s]);
    }

    // Of a bloc and a member of it, the member has to comply with both; of one bloc, a member that neither instrument takes out.
    private string AreOne(SmtRule g, SmtParty owes, SmtRule d, SmtParty has)
    {
        if (owes.IsBloc != has.IsBloc)
        {
            return owes.IsBloc ? owes.Has(has.Name) : has.Has(owes.Name);
        }

        if (owes.Name != has.Name || !owes.IsBloc)
        {
            return owes.Name == has.Name ? "true" : "false";
        }

        IEnumerable<string> members = Members(g, owes).Intersect(Members(d, has));
        return Or(members.Select(m => And(owes.Has(m), has.Has(m))));
    }

    private IEnumerable<string> Members(SmtRule rule, SmtParty bloc) =>
        orders.PartiesOf(rule.Framework).MembersOf(bloc).Select(m => m.Name);

    private IEnumerable<SmtFinding> Gaps(int i)
    {
        SmtRule duty = rules[i];
        SmtParties parties = orders.PartiesOf(duty.Framework);
        if (duty.Part.Party is not { IsBloc: true } bloc)
        {
            return duty.Part.Party is { } party && IsGap(i, parties.Binds(duty.Source, party, null), o => party.HasLaw(orders, o))
                ? [new SmtFinding("PL4006", duty) { Parties = [party.Name] }]
                : [];
        }

        // Each member of a bloc is judged by itself.
        string IsBound(SmtParty member) => And(member.IsOn, bloc.Has(member.Name), parties.Binds(duty.Source, bloc, member.Name));
        return parties.MembersOf(bloc).Where(m => IsGap(i, IsBound(m), o => o == bloc.Name ? "true" : m.HasLaw(orders, o)))
            .Select(m => new SmtFinding("PL4006", duty) { Parties = [bloc.Name, m.Name] });
    }

    private bool IsGap(int i, string bound, Func<string, string> isLaw)
    {
        RuleKind wanted = rules[i].Kind == RuleKind.DutyToProhibit ? RuleKind.Prohibition : RuleKind.Obligation;
        IEnumerable<FrameworkModel> law = sentences.Law.Frameworks.Where(f => !f.Force.IsEmpty && f.Clauses.Any(c => !c.IsLawMaking));
        IEnumerable<string> held = law.Select(f => f.Authority).Distinct().Select(isLaw);
        IEnumerable<string> made =
            from r in Enumerable.Range(0, rules.Length)
            where rules[r].Kind == wanted && (rules[i].IsSoft || !rules[r].IsSoft)
            select And(precedence.Applies[r], isLaw(rules[r].Order));
        return cases.Has(bound, precedence.StandsAlone[i], Or(held), Not(Or(made)));
    }
}
