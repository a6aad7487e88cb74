using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 4 as formulas, for rules of conduct.</summary>
internal sealed class SmtLowering(SmtSentences s)
{
    public IEnumerable<SmtRule> Rules() =>
        from framework in s.Law.Frameworks
        let isOrganisation = s.Lexicon.IsOrganisation(framework.Authority)
        from clause in framework.Clauses
        from part in Parts(clause)
        let own = isOrganisation ? s.Slot(TaxonomyModel.Organisations, ListSet.Of(framework.Authority)) : "true"
        select new SmtRule(framework, clause, part with { Trigger = SmtSentences.And(own, part.Trigger) }, Days(framework, clause), EffectiveRank(framework), RankOf(framework) == Rank.Policy);

    private IEnumerable<SmtPart> Parts(ClauseModel c)
    {
        IEnumerable<SmtPart> parts = Parts(c, s, SmtSentences.And(s.Slot("action", c.Verbs), Rest(c, s)));
        if (c.Modality is Modality.Must or Modality.Should || c.Kind != ClauseKind.Transfer || c.From is not { } from || c.To is not { } to || c.Verbs is not ListSet verbs || !verbs.Members.Contains("transfer"))
        {
            return parts;
        }

        SmtSentences kept = s.Kept;
        AttributeModel location = kept.Attribute("location");
        string place = $"(and (not (= location 0)) {kept.Contains(location, to, "location", null)} (not {kept.Contains(location, from, "location", null)}))";
        return parts.Concat(Parts(c, kept, SmtSentences.And(kept.Slot("action", ListSet.Of("store", "process", "access")), place, Rest(c, kept))));
    }

    private static IEnumerable<SmtPart> Parts(ClauseModel c, SmtSentences s, string act)
    {
        string who = SmtSentences.And([
            s.SlotOf("actor", c.Subject), s.SlotOf("home", c.Of), s.Slot(c.ObjectIsTarget ? "target" : "data", c.Object), s.Slot("collected", c.Collected), s.Slot("origin", c.From),
            s.Slot("purpose", c.For), s.Slot("target", c.Against), .. c.Where.Select(s.Condition)]);
        string approved = All("approvals", c.ApprovedBy, s);
        string facts = SmtSentences.And([.. c.When.Select(s.Condition), .. c.Unless.Select(u => SmtSentences.Not(s.Condition(u)))]);
        string all = SmtSentences.And(who, facts, approved);
        switch (c.Modality)
        {
            case Modality.May:
                yield return new(c.ExemptFrom.IsEmpty ? RuleKind.Permission : RuleKind.Exemption, false, all, act);
                break;
            case Modality.MayOnly:
                yield return new(RuleKind.Permission, true, all, act);
                yield return new(RuleKind.Prohibition, false, SmtSentences.And(who, SmtSentences.Not(SmtSentences.And(facts, approved))), act);
                break;
            case Modality.MustNot or Modality.ShouldNot:
                yield return new(RuleKind.Prohibition, false, SmtSentences.And(who, facts, c.ApprovedBy.IsEmpty ? "true" : SmtSentences.Not(approved)), act);
                break;
            case Modality.NeedNot:
                yield return new(RuleKind.Waiver, false, SmtSentences.And(who, facts), act);
                break;
            case Modality.Must or Modality.Should:
                yield return new(RuleKind.Obligation, false, all, act);
                if (c.OnlyIn)
                {
                    string elsewhere = SmtSentences.Not(s.Slot("location", c.In));
                    yield return new(RuleKind.Prohibition, false, all, SmtSentences.And(s.Slot("action", c.Verbs), s.Slot("destination", c.To), Recipient(c, s), elsewhere));
                }

                if (Opposites(c, s) is { Length: > 0 } opposites)
                {
                    string same = SmtSentences.And(s.Slot("destination", c.To), Recipient(c, s), s.Slot("location", c.In));
                    yield return new(RuleKind.Prohibition, false, all, SmtSentences.And(s.Slot("action", ListSet.Of(opposites)), same));
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

        bool Demands(string action) => s.Lexicon.Find("action", action) is { } node && verbs.Members.Any(v => s.Lexicon.Find("action", v)?.IsWithin(node) == true);
        (string Name, string Opposes)[] pairs = [.. s.Law.Taxonomies.First(t => t.Name == "action").Nodes.Where(n => n.Opposes is not null).Select(n => (n.Name, n.Opposes ?? ""))];
        return [.. pairs.Where(p => Demands(p.Name)).Select(p => p.Opposes), .. pairs.Where(p => Demands(p.Opposes)).Select(p => p.Name)];
    }

    private static string Rest(ClauseModel c, SmtSentences s) => SmtSentences.And(
        s.Slot("destination", c.To), Recipient(c, s), s.Slot("location", c.In), c.With is { } with ? s.Condition(with) : "true",
        c.Within is { } w ? Since(w, "<=", s) : "true", c.NotBefore is { } b ? Since(b, ">=", s) : "true", All("notified", c.Notifying, s));

    private static string Recipient(ClauseModel c, SmtSentences s) => s.Slot("recipient", c.ToRoles.IsEmpty ? null : new ListSet(false, c.ToRoles, []));

    private static string All(string attribute, ImmutableArray<string> names, SmtSentences s) => SmtSentences.And(names.Select(n => s.Slot(attribute, ListSet.Of(n))));

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

    private string Days(FrameworkModel framework, ClauseModel clause) => SmtSentences.And([
        Days(framework.Force), clause.Force.IsEmpty ? "true" : Days(clause.Force), .. Repealed(framework, clause).Select(first => SmtSentences.Not(SmtSentences.OnDays(first, null)))]);

    private IEnumerable<DateOnly> Repealed(FrameworkModel framework, ClauseModel clause) =>
        from f in s.Law.Frameworks
        where !f.Force.IsEmpty && (f.Repeals.Contains(framework.Name) || f.Repeals.Contains($"{framework.Name}.{clause.Name}"))
        select f.Force.Min(d => d.From ?? DateOnly.MinValue);

    private static string Days(ImmutableArray<Days> days) => SmtSentences.Or(days.Select(d => SmtSentences.OnDays(d.From, d.Until)));

    // What implements others has the highest rank that is written in these.
    private Rank EffectiveRank(FrameworkModel framework) =>
        framework.Implements.IsEmpty ? RankOf(framework) : framework.Implements.Min(name => RankOf(s.Law.Frameworks.First(f => f.Name == name)));

    private Rank RankOf(FrameworkModel framework) => framework.Rank ?? (s.Lexicon.IsOrganisation(framework.Authority) ? Rank.Policy : Rank.Statute);
}
