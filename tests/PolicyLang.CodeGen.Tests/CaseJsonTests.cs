using System.Reflection;
using System.Text.Json;
using PolicyLang.CodeGen.Writing;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Runtime;
using PolicyLang.Runtime.Json;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>A case in JSON is the same object everywhere: witnesses, <c>policyc decide</c>, models.</summary>
public sealed class CaseJsonTests
{
    public static TheoryData<string> Folders => Examples.Folders;

    [Theory]
    [MemberData(nameof(Folders))]
    public void Witnesses_are_cases_of_the_models(string folder)
    {
        Workspace workspace = Examples.Read(folder);
        var model = ModelUnderTest.Create(workspace);
        int read = 0;
        foreach (Conflict conflict in workspace.OpenConflicts)
        {
            string json = CaseText.ToJson(conflict.Witness);
            object act = JsonSerializer.Deserialize(json, model.CaseType) ?? throw new InvalidOperationException(json);
            Assert.Equal(model.CaseOf(conflict.Witness.Facts.Select(RawFact.FromFact)), act);
            Assert.Equal(workspace.Decide(conflict.Witness.Facts.Select(RawFact.FromFact), out _)?.Outcome.ToString(), model.Decide(act).ToString());
            Assert.Equal(act, JsonSerializer.Deserialize(JsonSerializer.Serialize(act, model.CaseType), model.CaseType));
            read++;
        }

        Assert.Equal(workspace.OpenConflicts.Length, read);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Any_case_goes_to_json_and_back(string folder)
    {
        Workspace workspace = Examples.Read(folder);
        var model = ModelUnderTest.Create(workspace);
        RandomCases cases = workspace.WithRules(book => new RandomCases(workspace, book.Space, 20261129));
        for (int i = 0; i < 300; i++)
        {
            object act = model.CaseOf(cases.Next());
            string json = JsonSerializer.Serialize(act, model.CaseType);
            Assert.Equal(act, JsonSerializer.Deserialize(json, model.CaseType));
            Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        }
    }

    private const string Clocks = """
        attribute breach : flag
        framework Act {
          authority DE
          in force from 2024-01-01
          norm Notice { Controller must notify PersonalData to Authority in DE when breach within 72 hours of breach }
          norm Report { Controller must report PersonalData to Authority in DE when breach within 2 months of breach }
        }
        """;

    [Theory]
    [InlineData("\"elapsed_since_breach\":72", "\"elapsed_since_breach\":72,\"months_since_breach\":0.5")]
    [InlineData("\"since_breach\":\"2024-05-01\"", "\"elapsed_since_breach\":744,\"months_since_breach\":1")]
    [InlineData("\"months_since_breach\":2.5", "\"elapsed_since_breach\":1488,\"months_since_breach\":2.5")]
    public void Clocks_follow_from_what_is_told_of_an_event(string told, string expected)
    {
        Workspace workspace = Workspace.Empty.With("a.policy", Clocks);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.HidesRules);
        var model = ModelUnderTest.Create(workspace);
        object act = JsonSerializer.Deserialize($$"""{"date":"2024-06-01","action":"store","actor":"Controller","breach":true,{{told}}}""", model.CaseType) ?? throw new InvalidOperationException();
        string json = JsonSerializer.Serialize(act, model.CaseType);
        Assert.Contains(expected, json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_of_halves_is_a_number_in_cases_changes_and_schemas()
    {
        var model = ModelUnderTest.Create(Workspace.Empty.With("a.policy", Clocks));
        const string Told = """{"date":"2024-06-01","actor":["Controller"],"action":"store","elapsed_since_breach":1488,"breach":true,"months_since_breach":2.5}""";
        object act = JsonSerializer.Deserialize(Told, model.CaseType) ?? throw new InvalidOperationException();
        using JsonDocument written = JsonDocument.Parse(JsonSerializer.Serialize(act, model.CaseType));
        JsonElement clock = written.RootElement.GetProperty("months_since_breach");
        Assert.Equal((JsonValueKind.Number, 2.5m), (clock.ValueKind, clock.GetDecimal()));

        CaseModel made = (CaseModel)(model.Type("PolicyVocabulary").GetField("Case")?.GetValue(null) ?? throw new MissingFieldException("Case"));
        Assert.Equal("number", (string?)PolicyJsonSchema.OfCase(made)["properties"]?["months_since_breach"]?["type"]);

        var change = new WayToComply([new CaseChange("months_since_breach", ["2.5"]) { Kind = AttributeKind.HalfCount }], PolicyOutcome.Permitted);
        Assert.Contains("\"months_since_breach\":2.5", JsonSerializer.Serialize(change), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "This is not JSON")]
    [InlineData("[]", "A case is a JSON object")]
    [InlineData("""{"date":"2024-13-01"}""", "'2024-13-01' is not a date for 'date'")]
    [InlineData("""{"date":"2024-06-01","date":"2024-06-02"}""", "'date' is stated twice")]
    [InlineData("""{"date":"2024-06-01","action":null}""", "The value of 'action' is a text")]
    [InlineData("""{"date":"2024-06-01","action":["store","process"]}""", "'action' takes exactly one value, not 2.")]
    [InlineData("""{"date":"2024-06-01","actor":["Controler"]}""", "There is no role 'Controler' for 'actor'; did you mean 'Controller'?")]
    [InlineData("""{"date":"2024-06-01","breach":"yes"}""", "'yes' is not a value of the flag 'breach'")]
    [InlineData("""{"date":"2024-06-01","since_breach":"2024-07-01"}""", "No day on or before 2024-06-01")]
    [InlineData("""{"date":"2024-06-01","elapsed_since_breach":-1}""", "'-1' is not a value of the clock 'elapsed_since_breach'")]
    [InlineData("""{"date":"2024-06-01","orgin":"DE"}""", "There is no attribute 'orgin'; did you mean 'origin'?")]
    public void What_cannot_be_read_is_told(string json, string message)
    {
        var model = ModelUnderTest.Create(Workspace.Empty.With("a.policy", Clocks));
        MethodInfo create = model.CaseType.GetMethod("TryCreate") ?? throw new MissingMethodException("TryCreate");
        object?[] arguments = [json, null, null];
        Assert.Equal(false, create.Invoke(null, arguments));
        Assert.Contains((IReadOnlyList<CaseProblem>)(arguments[2] ?? throw new InvalidOperationException()), p => p.Message.StartsWith(message, StringComparison.Ordinal));
    }
}
