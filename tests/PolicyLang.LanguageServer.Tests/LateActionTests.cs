using System.Text.Json.Nodes;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Actions about conflicts: titles at once, the work when one is chosen, and a reason as it is typed.</summary>
public sealed class LateActionTests
{
    private const string Uri = "file:///laws/a.policy";
    private const string Late = """{"general":{"positionEncodings":["utf-16"]},"textDocument":{"codeAction":{"dataSupport":true,"resolveSupport":{"properties":["edit"]}}}}""";
    private const string Text = "framework F { authority JP in force from 2020-01-01\n transfer A { Controller may transfer Health from JP to US }\n transfer B { Exporter must not transfer Health from JP to US } }\n";

    private static async Task<ServerUnderTest> OpenAsync(string text = Text)
    {
        ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Late);
        await server.OpenAsync(Uri, text);
        return server;
    }

    private static async Task<JsonObject[]> ActionsAsync(ServerUnderTest server, int trigger = 1)
    {
        JsonObject answer = await server.Client.RequestAsync("textDocument/codeAction", $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"range":{"start":{"line":1,"character":4},"end":{"line":1,"character":4}},"context":{"diagnostics":[],"triggerKind":{{{trigger}}}}}""");
        return [.. (answer["result"] as JsonArray ?? []).OfType<JsonObject>()];
    }

    private static string Apply(string text, JsonNode? edit)
    {
        JsonNode? one = Assert.Single(edit?["changes"]?[Uri] as JsonArray ?? []);
        string[] lines = text.Split('\n');
        int At(string end) => lines.Take((int)one!["range"]![end]!["line"]!).Sum(l => l.Length + 1) + (int)one["range"]![end]!["character"]!;
        return text[..At("start")] + (string?)one!["newText"] + text[At("end")..];
    }

    [Fact]
    public async Task The_list_has_titles_alone_and_the_action_that_is_chosen_gets_its_edit()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonObject[] actions = await ActionsAsync(server, 2);
        Assert.Equal(["Repair F.A × F.B by the smallest change that holds", "Acknowledge the conflict between F.A and F.B", "Turn the witness into a scenario"], actions.Select(a => (string?)a["title"]));
        Assert.All(actions, a => Assert.False(a.ContainsKey("edit")));

        JsonObject repaired = await server.Client.RequestAsync("codeAction/resolve", actions[0].ToJsonString());
        Workspace after = Workspace.Empty.With("a.policy", Apply(Text, repaired["result"]?["edit"]));
        Assert.DoesNotContain(after.Diagnostics, d => d.Severity > DiagnosticSeverity.Information);
        Assert.Equal((string?)actions[0]["title"], (string?)repaired["result"]?["title"]);
    }

    [Fact]
    public async Task Repairs_that_were_tried_are_told_until_the_text_is_another()
    {
        await using ServerUnderTest server = await OpenAsync();
        await server.Client.RequestAsync("policy/conflictActions", """{"id":"PL4003:F.A+F.B"}""");
        JsonObject[] actions = await ActionsAsync(server);
        Assert.Equal(["Let F.A yield to F.B (the case is then prohibited)", "Let F.B yield to F.A (the case is then permitted)"], actions.Where(a => a.ContainsKey("edit")).Select(a => (string?)a["title"]));
        await server.ChangeAsync(Uri, 2, (2, 0, 2, 0, " "));
        Assert.DoesNotContain(await ActionsAsync(server), a => a.ContainsKey("edit"));
    }

    [Fact]
    public async Task Of_many_conflicts_three_are_told_and_the_others_are_one_step_away()
    {
        string more = string.Concat(Enumerable.Range(0, 4).Select(n => $" transfer C{n} {{ Exporter must not transfer Health from JP to US when explicit_consent }}\n"));
        await using ServerUnderTest server = await OpenAsync(Text.Replace(" transfer B", more + " transfer B", StringComparison.Ordinal));
        JsonObject[] actions = await ActionsAsync(server);
        Assert.Equal(3, actions.Count(a => ((string?)a["title"])!.StartsWith("Repair F.A", StringComparison.Ordinal)));
        JsonObject rest = Assert.Single(actions, a => ((string?)a["title"])!.StartsWith("Repair…", StringComparison.Ordinal));
        Assert.Equal("Repair… (2 more)", (string?)rest["title"]);
        Assert.Equal("policy.showConflict", (string?)rest["command"]?["command"]);
        Assert.Equal(6, (rest["command"]?["arguments"] as JsonArray)?.Count);
    }

    [Fact]
    public async Task A_conflict_that_is_gone_is_said_to_be()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonObject[] actions = await ActionsAsync(server);
        await server.ChangeAsync(Uri, 2, (2, 0, 2, 61, " }"));
        Assert.Equal("This conflict is gone.", (string?)(await server.Client.RequestAsync("codeAction/resolve", actions[0].ToJsonString()))["error"]?["message"]);
    }

    [Theory]
    [InlineData("Counsel decides", null, "  because \"Counsel decides\"\n")]
    [InlineData(" A \"quote\" and a \\ stay ", "2099-12-31", "  because \"A \\\"quote\\\" and a \\\\ stay\"\n  until 2099-12-31\n")]
    public async Task A_reason_stays_as_it_was_typed(string because, string? until, string written)
    {
        await using ServerUnderTest server = await OpenAsync();
        var asked = new JsonObject { ["id"] = "PL4003:F.A+F.B", ["because"] = because, ["until"] = until };
        JsonObject answer = await server.Client.RequestAsync("policy/conflictActions", asked.ToJsonString());
        JsonNode? acknowledge = Assert.Single(answer["result"]?["actions"] as JsonArray ?? [], a => (string?)a?["kind"] == "acknowledge");
        string after = Apply(Text, acknowledge?["edit"]);
        Assert.EndsWith("acknowledge conflict between F.A and F.B\n" + written, after, StringComparison.Ordinal);
        Workspace workspace = Workspace.Empty.With("a.policy", after);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Severity > DiagnosticSeverity.Information);
        Assert.Equal(because.Trim(), Assert.Single(workspace.GetConflicts(TestContext.Current.CancellationToken)).AcceptedBecause);
    }

    [Theory]
    [InlineData("…")]
    [InlineData(" ")]
    [InlineData("...")]
    public async Task An_ellipsis_is_no_reason(string because)
    {
        await using ServerUnderTest server = await OpenAsync();
        var asked = new JsonObject { ["id"] = "PL4003:F.A+F.B", ["because"] = because };
        Assert.Equal("The reason is missing: say why the conflict is accepted.", (string?)(await server.Client.RequestAsync("policy/conflictActions", asked.ToJsonString()))["error"]?["message"]);
        Workspace workspace = Workspace.Empty.With("a.policy", $"{Text}\nacknowledge conflict between F.A and F.B\n  because \"{because}\"\n");
        Diagnostic missing = Assert.Single(workspace.Diagnostics, d => d.Code == "PL1010");
        Assert.Equal("The reason is missing.", missing.Message);
        Assert.Contains(workspace.Diagnostics, d => d.Code == "PL4003");
    }
}
