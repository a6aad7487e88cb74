using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 4: the trigger and the act set of a clause, part by part.</summary>
public sealed class Acts(Sentences sentences)
{
    private static readonly string[] Keeping = ["store", "process", "access"];

    /// <summary>The trigger without conditions, approvals and days.</summary>
    public Func<Case, bool> Who(ClauseModel clause, string? party = null)
    {
        Func<Case, bool>[] slots =
        [
            sentences.Slot("actor", clause.Subject),
            sentences.Slot("home", clause.Of),
            sentences.Slot(clause.ObjectIsTarget ? "target" : "data", clause.Object),
            sentences.Slot("origin", clause.From, party),
            sentences.Slot("purpose", clause.For),
            sentences.Slot("target", clause.Against),
        ];
        return c => slots.All(s => s(c));
    }

    /// <summary>Every <c>when</c> holds and no <c>unless</c>.</summary>
    public Func<Case, bool> Conditions(ClauseModel clause)
    {
        Func<Case, bool>[] when = [.. clause.When.Select(sentences.Condition)];
        Func<Case, bool>[] unless = [.. clause.Unless.Select(sentences.Condition)];
        return c => when.All(w => w(c)) && !unless.Any(u => u(c));
    }

    /// <summary>All approvals that are named are there; so they are where none is named.</summary>
    public Func<Case, bool> Approved(ClauseModel clause) => All("approvals", clause.ApprovedBy);

    /// <summary>The act set.</summary>
    public Func<Case, bool> Act(ClauseModel clause, string? party = null)
    {
        Func<Case, bool> verb = sentences.Slot("action", clause.Verbs);
        Func<Case, bool> destination = sentences.Slot("destination", clause.To, party);
        Func<Case, bool> recipient = Recipient(clause);
        Func<Case, bool> location = sentences.Slot("location", clause.In, party);
        Func<Case, bool> how = How(clause);
        Func<Case, bool> kept = clause.Kind == ClauseKind.Transfer && clause.From is { } from && clause.To is { } to ? Kept(from, to, party) : _ => false;
        return c => ((verb(c) && destination(c)) || kept(c)) && recipient(c) && location(c) && how(c);
    }

    /// <summary>The prohibition of <c>must … only in J</c>: the same verbs, destination and recipient, the location outside J.</summary>
    public Func<Case, bool> Elsewhere(ClauseModel clause, string? party = null)
    {
        Func<Case, bool> verb = sentences.Slot("action", clause.Verbs);
        Func<Case, bool> destination = sentences.Slot("destination", clause.To, party);
        Func<Case, bool> recipient = Recipient(clause);
        int location = sentences.Speak("location");
        Func<Case, Leaf, bool> inside = sentences.Contains(location, clause.In ?? new AnySet(), party);
        return c => verb(c) && destination(c) && recipient(c) && !inside(c, c.Leaf(location));
    }

    /// <summary>What a duty prohibits because its verb opposes another; null where it opposes none.</summary>
    public Func<Case, bool>? Opposite(ClauseModel clause)
    {
        if (clause.Verbs is not ListSet { Outside: false } verbs)
        {
            return null;
        }

        Lexicon lexicon = sentences.Lexicon;
        var opposed = new List<string>();
        foreach (NodeModel node in lexicon.Law.Taxonomies.First(t => t.Name == "action").Nodes.Where(n => n.Opposes is not null))
        {
            string other = node.Opposes ?? "";
            opposed.AddRange(verbs.Members.Any(v => Below(lexicon, v, node.Name)) ? [other] : []);
            opposed.AddRange(verbs.Members.Any(v => Below(lexicon, v, other)) ? [node.Name] : []);
        }

        if (opposed.Count == 0)
        {
            return null;
        }

        Func<Case, bool> verb = sentences.Slot("action", new ListSet(false, [.. opposed], []));
        Func<Case, bool> destination = sentences.Slot("destination", clause.To);
        Func<Case, bool> recipient = Recipient(clause);
        Func<Case, bool> location = sentences.Slot("location", clause.In);
        return c => verb(c) && destination(c) && recipient(c) && location(c);
    }

    private static bool Below(Lexicon lexicon, string verb, string action) =>
        lexicon.Find("action", verb) is { } v && lexicon.Find("action", action) is { } a && v.IsWithin(a);

    // Keeping data abroad is a transfer.
    private Func<Case, bool> Kept(SetExpression from, SetExpression to, string? party)
    {
        Func<Case, bool> keeping = sentences.Slot("action", ListSet.Of(Keeping));
        int location = sentences.Speak("location");
        Func<Case, Leaf, bool> there = sentences.Contains(location, to, party);
        Func<Case, Leaf, bool> here = sentences.Contains(location, from, party);
        return c => keeping(c) && c.Leaf(location) is { IsRoot: false } place && there(c, place) && !here(c, place);
    }

    private Func<Case, bool> Recipient(ClauseModel clause) =>
        sentences.Slot("recipient", clause.ToRoles.IsEmpty ? null : new ListSet(false, clause.ToRoles, []));

    private Func<Case, bool> How(ClauseModel clause)
    {
        Func<Case, bool>[] parts =
        [
            clause.With is { } with ? sentences.Condition(with) : _ => true,
            clause.Within is { } within ? sentences.Condition(new CompareCondition(Clock(within), "<=", within.Hours)) : _ => true,
            clause.NotBefore is { } before ? sentences.Condition(new CompareCondition(Clock(before), ">=", before.Hours)) : _ => true,
            All("notified", clause.Notifying),
        ];
        return c => parts.All(p => p(c));
    }

    private static string Clock(Clock clock) => clock.Event is null ? "elapsed" : "elapsed_since_" + clock.Event;

    private Func<Case, bool> All(string attribute, ImmutableArray<string> names) =>
        names.IsEmpty ? _ => true : sentences.Condition(new IncludeCondition(attribute, Inclusion.All, names));
}
