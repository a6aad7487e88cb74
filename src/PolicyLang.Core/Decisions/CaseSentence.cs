using System.Text;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>Says a case, or a change to one, as a sentence that can be read aloud.</summary>
internal static class CaseSentence
{
    private static readonly string[] Spoken =
    [
        "date", "actor", "home", "action", "data", "target", "origin", "recipient", "destination", "location", "purpose", "counterpart",
    ];

    /// <summary>
    /// The case as one sentence without a full stop:
    /// "on 2018-05-25, Exporter discloses Health from DE to Authority in US, with SCC, us_warrant".
    /// </summary>
    public static string Write(CaseFacts facts)
    {
        var text = new StringBuilder();
        Append(text, "on ", Value(facts, "date"));
        text.Append(text.Length > 0 ? ", " : string.Empty);
        text.Append(Value(facts, "actor") ?? "someone");
        Append(text, " of ", Value(facts, "home"));
        text.Append(' ').Append(Verb(facts));
        Append(text, " ", Value(facts, "data"));
        Append(text, Find(facts, "data") is null ? " " : " against ", Value(facts, "target"));
        Append(text, " from ", Value(facts, "origin"));
        AppendTo(text, Value(facts, "recipient"), Value(facts, "destination"));
        Append(text, " in ", Value(facts, "location"));
        Append(text, " for ", Value(facts, "purpose"));
        Append(text, " towards ", Value(facts, "counterpart"));
        foreach (Fact fact in facts.Facts)
        {
            if (Array.IndexOf(Spoken, fact.Attribute) < 0)
            {
                // A fact that is said by a sentence of its own stands apart.
                text.Append(fact.Attribute.IndexOf(' ') > 0 ? "; " : ", ").Append(Aside(fact));
            }
        }

        return text.ToString();
    }

    /// <summary>One fact as a short phrase: "with SCC and BCR", "us_warrant", "subjects = 10000".</summary>
    public static string Aside(Fact fact) => (fact.Attribute, fact.Value) switch
    {
        (_, FlagValue flag) => flag.Value ? fact.Attribute : "not " + fact.Attribute,
        ("elapsed", CountValue count) => $"after {count.Value} hours",
        (_, CountValue count) when ClockNames.Parse(fact.Attribute) is { Event: { } started } => $"{count.Value} hours since {started}",
        (_, HalvedValue halved) when ClockNames.Parse(fact.Attribute) is { } clock =>
            $"{(clock.Event is null ? "after " : string.Empty)}{halved} "
            + $"{(clock.Kind == ClockKind.Months ? "months" : "working days")}"
            + $"{(clock.Event is null ? string.Empty : $" since {clock.Event}")}",
        (_, CountValue count) => $"{fact.Attribute} = {count.Value}",
        (_, SetValue { Names.Length: 0 }) => "no " + fact.Attribute,
        ("safeguards", SetValue set) => "with " + List(set.Names, "and"),
        ("notified", SetValue set) => "notifying " + List(set.Names, "and"),
        ("approvals", SetValue set) => "approved by " + List(set.Names, "and"),
        (_, SetValue set) => $"{fact.Attribute} {List(set.Names, "and")}",
        (_, DateValue date) => $"{fact.Attribute} = {date.Day}",
        (_, NodeValue node) => $"{fact.Attribute} is {node.Name}",
        _ => fact.Attribute,
    };

    /// <summary>What was taken for something that a case leaves out: "not explicit_consent", "no destination", "subjects = 1".</summary>
    public static string Assumption(Fact fact) => fact.Value switch
    {
        NodeValue { Name.Length: 0 } => "no " + fact.Attribute,
        SetValue { Names.Length: 0 } => "no " + fact.Attribute,
        CountValue count => $"{fact.Attribute} = {count.Value}",
        HalvedValue halved => $"{fact.Attribute} = {halved}",
        _ => Aside(fact),
    };

    /// <summary>A value as it is written in a sentence; the elements of a set are joined with "and".</summary>
    public static string Say(FactValue value) => value switch
    {
        FlagValue flag => flag.Value ? "yes" : "no",
        CountValue count => count.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        HalvedValue halved => halved.ToString(),
        DateValue date => date.Day.ToString(),
        NodeValue node => node.Name,
        SetValue set => List(set.Names, "and"),
        _ => string.Empty,
    };

    /// <summary>Names joined for reading: "A", "A and B", "A, B and C".</summary>
    /// <param name="names">At least one name.</param>
    /// <param name="conjunction">"and" or "or".</param>
    public static string List(IReadOnlyList<string> names, string conjunction) =>
        names.Count < 2
            ? string.Concat(names)
            : $"{string.Join(", ", names.Take(names.Count - 1))} {conjunction} {names[names.Count - 1]}";

    private static string Verb(CaseFacts facts)
    {
        string verb = Value(facts, "action") ?? "act";
        bool several = Find(facts, "actor") is SetValue { Names.Length: > 1 };
        return several ? verb : VerbForms.ThirdPerson(verb);
    }

    private static void AppendTo(StringBuilder text, string? recipient, string? destination)
    {
        Append(text, " to ", recipient ?? destination);
        Append(text, " in ", recipient is null ? null : destination);
    }

    private static void Append(StringBuilder text, string lead, string? value)
    {
        if (value is not null)
        {
            text.Append(lead).Append(value);
        }
    }

    private static FactValue? Find(CaseFacts facts, string attribute) =>
        facts.Facts.FirstOrDefault(fact => fact.Attribute == attribute)?.Value;

    private static string? Value(CaseFacts facts, string attribute) => Find(facts, attribute) is { } value ? Say(value) : null;
}
