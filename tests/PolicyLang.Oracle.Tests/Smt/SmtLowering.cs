using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 4 as formulas.</summary>
internal sealed class SmtLowering(SmtSentences s, SmtOrders orders)
{
    private readonly SmtLawMaking _lawMaking = new(s, orders);

    public IEnumerable<SmtRule> Rules() =>
        from framework in s.Law.Frameworks
        let isOrganisation = s.Lexicon.IsOrganisation(framework.Authority)
        let own = isOrganisation ? s.Slot(TaxonomyModel.Organisations, ListSet.Of(framework.Authority)) : "true"
        from clause in framework.Clauses
        from part in clause.IsLawMaking ? _lawMaking.Parts(framework, clause) : Parts(clause)
        let within = part with { Trigger = And(own, part.Trigger) }
        select new SmtRule(framework, clause, within, Days(framework, clause), EffectiveRank(framework), RankOf(framework) == Rank.Policy);

    /// <summary>The cases of a check's pattern, which is read as a clause.</summary>
    public string Pattern(ClauseModel pattern) => And(Due(pattern, s), s.Slot("action", pattern.Verbs), Rest(pattern, s));

    /// <summary>Whether keeping data abroad is what the clause calls a transfer.</summary>
    public static bool HasKeeping(ClauseModel c) => (c.Kind == ClauseKind.Transfer || c.IsLawMaking)
        && c.From is not null && c.To is not null && c.Verbs is ListSet { Outside: false } verbs && verbs.Members.Contains("transfer");

    /// <summary>The act set of keeping data abroad; the sentences have to be read so.</summary>
    public static string Kept(ClauseModel c, SmtSentences kept)
    {
        AttributeModel location = kept.Attribute("location");
        string there = kept.Contains(location, c.To ?? new AnySet(), "location", null);
        string here = kept.Contains(location, c.From ?? new AnySet(), "location", null);
        return And(kept.Slot("action", ListSet.Of("store", "process", "access")), "(not (= location 0))", there, Not(here), Rest(c, kept));
    }

    /// <summary>
    /// The same verbs, destination and recipient, whenever and however done, with the location outside that of the clause.
    /// </summary>
    public static string Elsewhere(ClauseModel c, SmtSentences s) =>
        And(s.Slot("action", c.Verbs), s.Slot("destination", c.To), Recipient(c, s), Not(s.Slot("location", c.In)));

    /// <summary>The trigger without days, every condition and approval in it.</summary>
    public static string Due(ClauseModel c, SmtSentences s) => And(Who(c, s), Facts(c, s), All("approvals", c.ApprovedBy, s));

    private static string Who(ClauseModel c, SmtSentences s) => And([
        s.SlotOf("actor", c.Subject), s.SlotOf("home", c.Of), s.Slot(c.ObjectIsTarget ? "target" : "data", c.Object),
        s.Slot("collected", c.Collected), s.Slot("origin", c.From), s.Slot("purpose", c.For), s.Slot("target", c.Against),
        .. c.Where.Select(s.Condition)]);

    private static string Facts(ClauseModel c, SmtSentences s) =>
        And([.. c.When.Select(s.Condition), .. c.Unless.Select(u => Not(s.Condition(u)))]);

    private IEnumerable<SmtPart> Parts(ClauseModel c)
    {
        IEnumerable<SmtPart> parts = Parts(c, s, And(s.Slot("action", c.Verbs), Rest(c, s)));
        if (c.Modality is Modality.Must or Modality.Should || !HasKeeping(c))
        {
            return parts;
        }

        SmtSentences kept = s.As(s.Reading with { Keeping = true });
        return parts.Concat(Parts(c, kept, Kept(c, kept)).Select(p => p with { IsKeeping = true }));
    }

    private static IEnumerable<SmtPart> Parts(ClauseModel c, SmtSentences s, string act)
    {
        string who = Who(c, s);
        string facts = Facts(c, s);
        string approved = All("approvals", c.ApprovedBy, s);
        string all = Due(c, s);
        switch (c.Modality)
        {
            case Modality.May:
                yield return new(c.ExemptFrom.IsEmpty ? RuleKind.Permission : RuleKind.Exemption, false, all, act);
                break;
            case Modality.MayOnly:
                yield return new(RuleKind.Permission, true, all, act);
                yield return new(RuleKind.Prohibition, false, And(who, Not(And(facts, approved))), act);
                break;
            case Modality.MustNot or Modality.ShouldNot:
                yield return new(RuleKind.Prohibition, false, And(who, facts, c.ApprovedBy.IsEmpty ? "true" : Not(approved)), act);
                break;
            case Modality.NeedNot:
                yield return new(RuleKind.Waiver, false, And(who, facts), act);
                break;
            case Modality.Must or Modality.Should:
                yield return new(RuleKind.Obligation, false, all, act);
                if (c.OnlyIn)
                {
                    yield return new(RuleKind.Prohibition, false, all, Elsewhere(c, s));
                }

                if (Opposites(c, s) is { Length: > 0 } opposites)
                {
                    string same = And(s.Slot("destination", c.To), Recipient(c, s), s.Slot("location", c.In));
                    yield return new(RuleKind.Prohibition, false, all, And(s.Slot("action", ListSet.Of(opposites)), same));
                }

                break;
            default:
                throw new NotSupportedException(c.Modality.ToString());
        }
    }

    // What actions oppose those at or below which the duty is, in either direction.
    private static string[] Opposites(ClauseModel c, SmtSentences s)
    {
        if (c.Verbs is not ListSet { Outside: false } verbs)
        {
            return [];
        }

        bool Demands(string action) => s.Lexicon.Find("action", action) is { } node
            && verbs.Members.Any(v => s.Lexicon.Find("action", v)?.IsWithin(node) == true);
        (string One, string Other)[] pairs =
            [.. from node in s.Law.Taxonomies.First(t => t.Name == "action").Nodes where node.Opposes is not null
                select (node.Name, node.Opposes)];
        return [.. pairs.Where(p => Demands(p.One)).Select(p => p.Other), .. pairs.Where(p => Demands(p.Other)).Select(p => p.One)];
    }

    /// <summary>The act set but for the action.</summary>
    public static string Rest(ClauseModel c, SmtSentences s) => And(
        s.Slot("destination", c.To), Recipient(c, s), s.Slot("location", c.In), c.With is { } with ? s.Condition(with) : "true",
        c.Within is { } w ? Since(w, "<=", s) : "true", c.NotBefore is { } b ? Since(b, ">=", s) : "true", All("notified", c.Notifying, s));

    private static string Recipient(ClauseModel c, SmtSentences s) =>
        s.Slot("recipient", c.ToRoles.IsEmpty ? null : new ListSet(false, c.ToRoles, []));

    private static string All(string attribute, ImmutableArray<string> names, SmtSentences s) =>
        And(names.Select(n => s.Slot(attribute, ListSet.Of(n))));

    private static string Since(Duration duration, string comparison, SmtSentences s)
    {
        (string hours, string months, string workingDays) = Clocks.Names(duration.Event ?? "");
        return duration.Unit switch
        {
            ClockUnit.Hours => s.Compare(hours, comparison, duration.Count),
            ClockUnit.Days => s.Compare(hours, comparison, 24 * duration.Count),
            ClockUnit.Weeks => s.Compare(hours, comparison, 7 * 24 * duration.Count),
            ClockUnit.Months => s.Compare(months, comparison, duration.Count),
            ClockUnit.Years => s.Compare(months, comparison, 12 * duration.Count),
            _ => s.Compare(workingDays, comparison, duration.Count),
        };
    }

    private string Days(FrameworkModel framework, ClauseModel clause) => And([
        Days(framework.Force), clause.Force.IsEmpty ? "true" : Days(clause.Force),
        .. Repealed(framework, clause).Select(first => Not(OnDays(first, null)))]);

    private IEnumerable<DateOnly> Repealed(FrameworkModel framework, ClauseModel clause) =>
        from f in s.Law.Frameworks
        where !f.Force.IsEmpty && (f.Repeals.Contains(framework.Name) || f.Repeals.Contains($"{framework.Name}.{clause.Name}"))
        select f.Force.Min(d => d.From ?? DateOnly.MinValue);

    private static string Days(ImmutableArray<Days> days) => Or(days.Select(d => OnDays(d.From, d.Until)));

    // What implements others has the highest rank that is written in these.
    private Rank EffectiveRank(FrameworkModel framework) =>
        framework.Implements.IsEmpty ? RankOf(framework)
            : framework.Implements.Min(name => RankOf(s.Law.Frameworks.First(f => f.Name == name)));

    private Rank RankOf(FrameworkModel framework) =>
        framework.Rank ?? (s.Lexicon.IsOrganisation(framework.Authority) ? Rank.Policy : Rank.Statute);
}
