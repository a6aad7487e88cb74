using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>A rule as formulas.</summary>
/// <param name="Clause">Its clause.</param>
/// <param name="Framework">Its framework.</param>
/// <param name="Source">Its text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsWeak">Whether it is the permission of a <c>may only</c>.</param>
/// <param name="Trigger">The trigger without days.</param>
/// <param name="Act">The act set.</param>
/// <param name="Days">The days.</param>
internal sealed record SmtRule(string Clause, FrameworkModel Framework, ClauseModel Source, RuleKind Kind, bool IsWeak, string Trigger, string Act, string Days)
{
    public string Triggered => $"(and {Days} {Trigger})";

    public string Region => $"(and {Triggered} {Act})";

    public string Timeless => $"(and {Trigger} {Act})";
}

/// <summary>Section 4 as formulas, for may, must not, must and may only.</summary>
internal sealed class SmtLowering(SmtSentences s)
{
    public IEnumerable<SmtRule> Rules() => s.Law.Frameworks.SelectMany(f => f.Clauses.SelectMany(c => Rules(f, c)));

    private IEnumerable<SmtRule> Rules(FrameworkModel framework, ClauseModel c)
    {
        foreach (SmtRule rule in Rules(framework, c, s, $"(and {s.Slot("action", c.Verbs)} {Rest(c, s)})"))
        {
            yield return rule;
        }

        if (c.Modality == Modality.Must || c.Kind != ClauseKind.Transfer || c.From is not { } from || c.To is not { } to || c.Verbs is not ListSet verbs || !verbs.Members.Contains("transfer"))
        {
            yield break;
        }

        SmtSentences kept = s.Kept;
        AttributeModel location = kept.Attribute("location");
        string place = $"(and (not (= location 0)) {kept.Contains(location, to, "location", null)} (not {kept.Contains(location, from, "location", null)}))";
        foreach (SmtRule rule in Rules(framework, c, kept, $"(and {s.Slot("action", ListSet.Of("store", "process", "access"))} {place} {Rest(c, kept)})"))
        {
            yield return rule;
        }
    }

    private static IEnumerable<SmtRule> Rules(FrameworkModel framework, ClauseModel c, SmtSentences s, string act)
    {
        string who = SmtSentences.And([
            s.Slot("actor", c.Subject), s.Slot("data", c.Object), s.Slot("origin", c.From), s.Slot("purpose", c.For), s.Slot("target", c.Against)]);
        string approved = All("approvals", c.ApprovedBy, s);
        string facts = SmtSentences.And([.. c.When.Select(s.Condition), .. c.Unless.Select(u => $"(not {s.Condition(u)})")]);
        string conditions = $"(and {facts} {approved})";
        string days = SmtSentences.And([Days(framework.Force), c.Force.IsEmpty ? "true" : Days(c.Force)]);
        string prohibited = c.ApprovedBy.IsEmpty ? facts : $"(and {facts} (not {approved}))";
        string clause = $"{framework.Name}.{c.Name}";
        switch (c.Modality)
        {
            case Modality.May:
                yield return new(clause, framework, c, RuleKind.Permission, false, $"(and {who} {conditions})", act, days);
                break;
            case Modality.MayOnly:
                yield return new(clause, framework, c, RuleKind.Permission, true, $"(and {who} {conditions})", act, days);
                yield return new(clause, framework, c, RuleKind.Prohibition, false, $"(and {who} (not {conditions}))", act, days);
                break;
            case Modality.MustNot:
                yield return new(clause, framework, c, RuleKind.Prohibition, false, $"(and {who} {prohibited})", act, days);
                break;
            default:
                yield return new(clause, framework, c, RuleKind.Obligation, false, $"(and {who} {conditions})", act, days);
                break;
        }
    }

    private static string Rest(ClauseModel c, SmtSentences s) => SmtSentences.And([
        s.Slot("destination", c.To), s.Slot("recipient", c.ToRoles.IsEmpty ? null : new ListSet(false, c.ToRoles, [])), s.Slot("location", c.In), c.With is { } with ? s.Condition(with) : "true",
        c.Within is { } w ? Since(w, "<=") : "true", c.NotBefore is { } b ? Since(b, ">=") : "true", All("notified", c.Notifying, s)]);

    private static string All(string attribute, ImmutableArray<string> names, SmtSentences s) => SmtSentences.And(names.Select(n => s.Slot(attribute, ListSet.Of(n))));

    private static string Since(Duration duration, string comparison) =>
        $"({comparison} {(duration.Event is null ? "elapsed" : "elapsed_since_" + duration.Event)} {Hours(duration)})";

    private static long Hours(Duration duration) => duration.Unit switch
    {
        ClockUnit.Hours => duration.Count,
        ClockUnit.Days => 24 * duration.Count,
        ClockUnit.Weeks => 7 * 24 * duration.Count,
        _ => throw new NotSupportedException(duration.ToString()),
    };

    private static string Days(ImmutableArray<Days> days) => SmtSentences.Or(days.Select(d => SmtSentences.OnDays(d.From, d.Until)));
}
