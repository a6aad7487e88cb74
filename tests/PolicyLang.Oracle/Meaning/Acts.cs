using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 4: the trigger and the act set of a clause, part by part.</summary>
public sealed class Acts(Sentences sentences)
{
    private static readonly string[] Keeping = ["store", "process", "access"];

    /// <summary>The trigger without conditions, approvals and days, but with every <c>where</c>.</summary>
    public Func<Case, bool> Who(ClauseModel clause)
    {
        Func<Case, bool>[] slots =
        [
            sentences.SlotOf("actor", clause.Subject),
            sentences.SlotOf("home", clause.Of),
            sentences.Slot(clause.ObjectIsTarget ? "target" : "data", clause.Object),
            sentences.Slot("collected", clause.Collected),
            sentences.Slot("origin", clause.From),
            sentences.Slot("purpose", clause.For),
            sentences.Slot("target", clause.Against),
            .. clause.Where.Select(sentences.Condition),
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
    public Func<Case, bool> Act(ClauseModel clause)
    {
        Func<Case, bool> verb = sentences.Slot("action", clause.Verbs);
        Func<Case, bool> rest = Rest(clause);
        return c => verb(c) && rest(c);
    }

    /// <summary>Whether keeping data abroad is what the clause calls a transfer; its sentences have to be read so.</summary>
    public static bool HasKeeping(ClauseModel clause) =>
        (clause.Kind == ClauseKind.Transfer || (clause.Kind == ClauseKind.Norm && clause.IsLawMaking))
        && clause.From is not null && clause.To is not null && clause.Verbs is ListSet { Outside: false } verbs && verbs.Members.Contains("transfer");

    /// <summary>The act set of the keeping rule: to store, process or access at a named place that is in the one set and not in the other.</summary>
    public Func<Case, bool> Kept(ClauseModel clause)
    {
        Func<Case, bool> keeping = sentences.Slot("action", ListSet.Of(Keeping));
        int location = sentences.Speak("location");
        Func<Case, Leaf, bool> there = sentences.Contains(location, clause.To ?? new AnySet());
        Func<Case, Leaf, bool> here = sentences.Contains(location, clause.From ?? new AnySet());
        Func<Case, bool> rest = Rest(clause);
        return c => keeping(c) && c.Leaf(location) is { IsRoot: false } place && there(c, place) && !here(c, place) && rest(c);
    }

    /// <summary>The prohibition of <c>must … only in J</c>: the same verbs, destination and recipient, the location outside J.</summary>
    public Func<Case, bool> Elsewhere(ClauseModel clause)
    {
        Func<Case, bool> verb = sentences.Slot("action", clause.Verbs);
        Func<Case, bool> destination = sentences.Slot("destination", clause.To);
        Func<Case, bool> recipient = Recipient(clause);
        int location = sentences.Speak("location");
        Func<Case, Leaf, bool> inside = sentences.Contains(location, clause.In ?? new AnySet());
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

    private Func<Case, bool> Rest(ClauseModel clause)
    {
        Func<Case, bool> destination = sentences.Slot("destination", clause.To);
        Func<Case, bool> recipient = Recipient(clause);
        Func<Case, bool> location = sentences.Slot("location", clause.In);
        Func<Case, bool> how = How(clause);
        return c => destination(c) && recipient(c) && location(c) && how(c);
    }

    private Func<Case, bool> Recipient(ClauseModel clause) =>
        sentences.Slot("recipient", clause.ToRoles.IsEmpty ? null : new ListSet(false, clause.ToRoles, []));

    private Func<Case, bool> How(ClauseModel clause)
    {
        Func<Case, bool>[] parts =
        [
            clause.With is { } with ? sentences.Condition(with) : _ => true,
            clause.Within is { } within ? Since(within, "<=") : _ => true,
            clause.NotBefore is { } before ? Since(before, ">=") : _ => true,
            All("notified", clause.Notifying),
        ];
        return c => parts.All(p => p(c));
    }

    private Func<Case, bool> Since(Duration duration, string comparison)
    {
        (string clock, long length) = Clock(duration);
        return sentences.Condition(new CompareCondition(clock, comparison, length));
    }

    private Func<Case, bool> All(string attribute, ImmutableArray<string> names) =>
        names.IsEmpty ? _ => true : sentences.Condition(new IncludeCondition(attribute, Inclusion.All, names));

    /// <summary>The clock of a length of time, and its length on it: each unit is counted on a clock of its own kind.</summary>
    public static (string Name, long Length) Clock(Duration duration)
    {
        (string hours, string months, string workingDays) = Clocks.Names(duration.Event ?? "");
        (string clock, long unit) = duration.Unit switch
        {
            ClockUnit.Hours => (hours, 1),
            ClockUnit.Days => (hours, 24),
            ClockUnit.Weeks => (hours, 7 * 24),
            ClockUnit.Months => (months, 1),
            ClockUnit.Years => (months, 12),
            _ => (workingDays, 1),
        };
        return (clock, duration.Count * unit);
    }
}
