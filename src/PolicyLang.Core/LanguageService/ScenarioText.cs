using System.Text;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Parsing;

namespace PolicyLang.LanguageService;

/// <summary>Writes cases as scenarios.</summary>
internal static class ScenarioText
{
    private static readonly string[] Slots =
        ["date", "actor", "action", "data", "origin", "destination", "recipient", "location", "purpose"];

    /// <summary>The witness of a conflict as a scenario that expects it; null where it has no words in one (a target as object, a
    /// home).</summary>
    public static string? Write(Conflict conflict)
    {
        string clauses = string.Join(" and ", conflict.Clauses);
        return HasWords(conflict.Witness) ? Write(clauses, conflict.Witness, [$"conflict between {clauses}"]) : null;
    }

    /// <summary>Whether a scenario can say the case.</summary>
    public static bool HasWords(CaseFacts facts)
    {
        string[] attributes = [.. facts.Facts.Select(f => f.Attribute)];
        return attributes.Contains("action") && !attributes.Contains("home")
            && !(attributes.Contains("data") && attributes.Contains("target"));
    }

    /// <summary>A case as a scenario.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="facts">The case.</param>
    /// <param name="expectations">What is expected, without the word <c>expect</c>.</param>
    /// <returns>Null where nothing is done in the case, which has no words in a scenario.</returns>
    public static string? Write(string title, CaseFacts facts, ImmutableArray<string> expectations)
    {
        string? Value(string attribute) =>
            facts.Facts.Where(f => f.Attribute == attribute).Select(f => string.Join(" and ", RawFact.FromFact(f).Values)).FirstOrDefault();
        if (Value("action") is not { } action)
        {
            return null;
        }

        // A target is the object where there are no data.
        string? target = Value("data") is null ? Value("target") : null;
        var text = new StringBuilder(
            $"scenario {TextEscapes.Quote(title)} {{\n  {Join(Value("actor"), action, Value("data") ?? target)}\n");
        string? to = Value("destination");
        Line(text, "from", Value("origin"));
        Line(text, "to", to is null ? null : Value("recipient") is { } recipient ? $"{recipient} in {to}" : to);
        Line(text, "in", Value("location"));
        Line(text, "for", Value("purpose"));
        Line(text, "on", Value("date"));
        Line(text, "where", string.Join(", ", facts.Facts
            .Where(f => !(f.Attribute == "recipient" ? to is not null : f.Attribute == "target" ? target is not null
                : Slots.Contains(f.Attribute)))
            .Select(Fact)));
        foreach (string expectation in expectations)
        {
            text.Append("  expect ").Append(expectation).Append('\n');
        }

        return text.Append("}\n").ToString();
    }

    private static string Fact(Fact fact) => fact.Value switch
    {
        FlagValue { Value: true } => fact.Attribute,
        FlagValue => $"not {fact.Attribute}",
        SetValue set => $"{fact.Attribute} include {string.Join(" and ", set.Names)}",
        NodeValue node => $"{fact.Attribute} is {node.Name}",
        _ => $"{fact.Attribute} = {RawFact.FromFact(fact).Values[0]}",
    };

    private static string Join(params string?[] words) => string.Join(" ", words.Where(w => w is not null));

    private static void Line(StringBuilder text, string keyword, string? value)
    {
        if (value is { Length: > 0 })
        {
            text.Append("  ").Append(keyword).Append(' ').Append(value).Append('\n');
        }
    }
}
