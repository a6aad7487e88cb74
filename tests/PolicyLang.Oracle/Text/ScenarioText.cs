using System.Text;
using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Text;

/// <summary>Writes scenarios and acknowledgements.</summary>
public static class ScenarioText
{
    // In this order: after 'to', 'in' would make roles of the places before it.
    private static readonly (string Attribute, string Word)[] Slots =
        [("location", "in"), ("origin", "from"), ("collected", "collected in"), ("purpose", "for"), ("date", "on")];

    private static readonly string[] InPhrase = ["actor", "action", "data"];

    public static string Of(LawModel law, ScenarioModel scenario)
    {
        var text = new StringBuilder();
        text.AppendLine($"scenario \"{scenario.Title}\" {{");
        List<string> written = [.. InPhrase, .. Slots.Select(s => s.Attribute)];
        text.Append("  ").Append(Subject(scenario, written)).Append(And(scenario, "action")).AppendLine(Object(scenario, written));
        text.Append(string.Concat(Slots.Where(s => Values(scenario, s.Attribute) is not null).Select(s => $" {s.Word} {And(scenario, s.Attribute)}")));
        text.Append(To(scenario, written)).AppendLine(PolicyText.Part("under", scenario.Under));
        string[] facts = [.. scenario.Facts.Where(f => !written.Contains(f.Attribute)).Select(f => Fact(law, f))];
        text.AppendLine(facts.Length == 0 ? "" : "  where " + string.Join(", ", facts));
        foreach (Expectation expectation in scenario.Expectations)
        {
            text.AppendLine("  expect " + Of(expectation));
        }

        return text.AppendLine("}").ToString();
    }

    public static string Of(AcknowledgementModel acknowledgement) =>
        $"acknowledge conflict between {string.Join(" and ", acknowledgement.Between)} because \"it is known\"{PolicyText.Part("until", acknowledgement.Until)}";

    public static string Of(Expectation expectation) => expectation switch
    {
        OutcomeExpectation e => e.Outcome + PolicyText.Part("by", e.By),
        ConflictExpectation e => "conflict between " + string.Join(" and ", e.Between),
        NoConflictExpectation e => "no conflict" + (e.Between.IsEmpty ? "" : " between " + string.Join(" and ", e.Between)),
        AppliesExpectation e => e.Clause + (e.Applies ? " applies" : " does not apply"),
        AdviceExpectation e => (e.Discouraged ? "discouraged" : "advised") + PolicyText.Part("by", e.By),
        DutyExpectation e => "duty " + e.Clause,
        WayExpectation e => $"way {e.Kind switch { WayKind.Add => "add", WayKind.Remove => "remove", WayKind.SendTo => "send to", _ => "store in" }} {e.Name}",
        WaitExpectation e => "way wait" + ClauseText.Clock("", e.Duration),
        _ => throw new ArgumentOutOfRangeException(nameof(expectation)),
    };

    // Homes, or an organisation, stand after the roles; an organisation may stand alone.
    private static string Subject(ScenarioModel scenario, List<string> written)
    {
        string roles = And(scenario, "actor");
        string? of = new[] { "home", "organisation" }.FirstOrDefault(a => Values(scenario, a) is not null);
        if (of is null || (roles.Length == 0 && of == "home"))
        {
            return roles.Length == 0 ? "" : roles + " ";
        }

        written.Add(of);
        return roles.Length == 0 ? And(scenario, of) + " " : $"{roles} of {And(scenario, of)} ";
    }

    // What is named after the verb are data or, where there are none, targets.
    private static string Object(ScenarioModel scenario, List<string> written)
    {
        written.Add("target");
        string data = And(scenario, "data");
        string target = And(scenario, "target");
        return data.Length > 0 ? $" {data}{(target.Length > 0 ? " against " + target : "")}" : target.Length > 0 ? " " + target : "";
    }

    private static string To(ScenarioModel scenario, List<string> written)
    {
        string destination = And(scenario, "destination");
        if (destination.Length == 0)
        {
            return "";
        }

        written.AddRange(["destination", "recipient"]);
        string roles = And(scenario, "recipient");
        return $" to {(roles.Length > 0 ? roles + " in " : "")}{destination}";
    }

    private static string Fact(LawModel law, FactModel fact) => law.Attributes.FirstOrDefault(a => a.Name == fact.Attribute)?.Type switch
    {
        AttributeType.Flag => (fact.Values[0] == "true" ? "" : "not ") + fact.Attribute,
        AttributeType.Leaf => $"{fact.Attribute} is {fact.Values[0]}",
        AttributeType.Leaves => $"{fact.Attribute} include {string.Join(" and ", fact.Values)}",
        null => $"since {fact.Attribute["since_".Length..]} = {fact.Values[0]}",
        _ => $"{fact.Attribute} = {fact.Values[0]}",
    };

    private static string And(ScenarioModel scenario, string attribute) => string.Join(" and ", Values(scenario, attribute) ?? []);

    private static ImmutableArray<string>? Values(ScenarioModel scenario, string attribute) => scenario.Facts.FirstOrDefault(f => f.Attribute == attribute)?.Values;
}
