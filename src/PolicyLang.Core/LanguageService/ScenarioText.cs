using System.Text;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;

namespace PolicyLang.LanguageService;

/// <summary>Writes the witness of a conflict as a scenario that expects it.</summary>
internal static class ScenarioText
{
    private static readonly string[] Slots =
        ["date", "actor", "home", "action", "data", "target", "origin", "destination", "recipient", "location", "purpose"];

    /// <summary>The scenario; null where the witness has no words in one (a target as object, a home).</summary>
    public static string? Write(Conflict conflict)
    {
        string? Value(string attribute) =>
            conflict.Witness.Facts.Where(f => f.Attribute == attribute).Select(f => string.Join(" and ", RawFact.FromFact(f).Values))
            .FirstOrDefault();
        if (Value("action") is not { } action || Value("home") is not null || (Value("data") is not null && Value("target") is not null))
        {
            return null;
        }

        var text = new StringBuilder($"scenario \"{string.Join(" and ", conflict.Clauses)}\" {{\n  "
            + $"{Join(Value("actor"), action, Value("data") ?? Value("target"))}\n");
        Line(text, "from", Value("origin"));
        Line(text, "to", Value("destination") is { } to ? Value("recipient") is { } recipient ? $"{recipient} in {to}" : to : null);
        Line(text, "in", Value("location"));
        Line(text, "for", Value("purpose"));
        Line(text, "on", Value("date"));
        Line(text, "where", string.Join(", ", conflict.Witness.Facts.Where(f => Array.IndexOf(Slots, f.Attribute) < 0).Select(Fact)));
        return text.Append($"  expect conflict between {string.Join(" and ", conflict.Clauses)}\n}}\n").ToString();
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
