using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Which instruments are the reader's own, and whose conflicts are told.</summary>
public sealed class OwnLawTests
{
    private const string Law = "file:///laws/law.policy";
    private const string Policy = "file:///laws/policy.policy";
    private const string Breach = "PL4008:Law.A+P.Y";

    private const string LawText = """
        framework Law {
          authority EU
          in force from 2018-05-25
          transfer A "Bar" { Exporter must not transfer Health from EEA to US }
        }

        framework Order {
          authority US
          in force from 2018-05-25
          transfer B { Importer must transfer Financial from US to CN }
        }

        framework Ban {
          authority US
          in force from 2018-05-25
          transfer C { Importer must not transfer Financial from US to CN }
        }
        """;

    private const string PolicyText = """
        organisation Acme under EU

        framework P {
          authority Acme
          in force from 2020-01-01
          transfer Y { Acme may transfer Health from EEA to US }
        }
        """;

    [Fact]
    public async Task A_breach_is_told_in_the_policy_unless_somebody_says_that_the_law_is_theirs()
    {
        await using ServerUnderTest server = await OpenAsync("""{"eachConflict":true}""");
        await ShownAsync(server, Policy, "PL4008");
        await SetAsync(server, """{"eachConflict":true,"mine":["Law"]}""");
        await ShownAsync(server, Law, "PL4008 PL4001");
        await ShownAsync(server, Policy, string.Empty);
        await SetAsync(server, """{"eachConflict":true,"mine":["Acme"]}""");
        await ShownAsync(server, Policy, "PL4008");
    }

    [Fact]
    public async Task A_side_is_told_with_its_legal_order_and_whether_it_is_ones_own()
    {
        await using ServerUnderTest server = await OpenAsync("{}");
        JsonNode? breach = (await ConflictsAsync(server)).Single(c => (string?)c?["id"] == Breach);
        Assert.Equal(
            """[{"clause":"Law.A","title":"Bar","order":"EU","mine":false},{"clause":"P.Y","order":"Acme","mine":true}]""",
            breach?["sides"]?.ToJsonString());
    }

    [Fact]
    public async Task Whose_the_instruments_are_can_be_asked()
    {
        await using ServerUnderTest server = await OpenAsync("{}");
        Assert.Equal((false, "P"), await OwnAsync(server));
        await SetAsync(server, """{"mine":["EU"]}""");
        await ShownAsync(server, Law, "PL4008 PL4001");
        Assert.Equal((false, "Law"), await OwnAsync(server));
    }

    [Fact]
    public async Task From_a_viewpoint_only_what_binds_it_is_a_problem()
    {
        await using ServerUnderTest server = await OpenAsync("{}");
        await ShownAsync(server, Law, "PL4001");
        await SetAsync(server, """{"viewpoint":"Acme"}""");
        await ShownAsync(server, Law, string.Empty);
        await ShownAsync(server, Policy, "PL4008");
        Assert.Equal([(Breach, true), ("PL4001:Ban.C+Order.B", false)], Concerns(await ConflictsAsync(server)));
        await SetAsync(server, """{"viewpoint":"US"}""");
        await ShownAsync(server, Law, "PL4001");
        await ShownAsync(server, Policy, string.Empty);
    }

    [Fact]
    public async Task What_only_the_legislator_could_do_is_asked_for_by_itself()
    {
        await using ServerUnderTest server = await OpenAsync("{}");
        string[] mine = await RepairsAsync(server, others: false);
        string[] others = await RepairsAsync(server, others: true);
        Assert.NotEmpty(mine);
        Assert.NotEmpty(others);
        Assert.All(mine, uri => Assert.Equal(Policy, uri));
        Assert.All(others, uri => Assert.Equal(Law, uri));
    }

    [Fact]
    public async Task While_errors_may_hide_rules_it_is_told_why_no_repair_is_tried()
    {
        await using ServerUnderTest server = await OpenAsync("{}");
        Assert.Null(await UndecidedAsync(server));
        await server.OpenAsync("file:///laws/note.policy", "framework N {\n  authority JP\n  transfer T { Exporter may transfer Helth from JP to US }\n}\n");
        Assert.Empty(await RepairsAsync(server, others: false));
        Assert.Equal(
            "Repairs are tried once the text has no errors that may hide rules. The first: There is no kind of data 'Helth'.",
            await UndecidedAsync(server));
    }

    private static async Task<string?> UndecidedAsync(ServerUnderTest server) =>
        (string?)(await server.Client.RequestAsync("policy/conflictActions", $$"""{"id":"{{Breach}}"}"""))["result"]?["undecided"];

    private static async Task<ServerUnderTest> OpenAsync(string settings)
    {
        ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Session.Able, settings: settings);
        await server.OpenAsync(Law, LawText.ReplaceLineEndings("\n"));
        await server.OpenAsync(Policy, PolicyText.ReplaceLineEndings("\n"));
        return server;
    }

    private static async Task SetAsync(ServerUnderTest server, string settings)
    {
        server.Client.Settings = settings;
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":null}""");
    }

    private static Task ShownAsync(ServerUnderTest server, string uri, string codes) => server.Client.DiagnosticsAsync(
        uri, found => string.Join(' ', found.Select(f => (string?)f?["code"]).Where(c => c?.StartsWith("PL40", StringComparison.Ordinal) == true)) == codes);

    private static async Task<JsonArray> ConflictsAsync(ServerUnderTest server) =>
        (await server.Client.RequestAsync("policy/conflicts", "{}"))["result"]?["conflicts"] as JsonArray ?? [];

    private static (string? Id, bool? Concerns)[] Concerns(JsonArray conflicts) =>
        [.. conflicts.Select(c => ((string?)c?["id"], (bool?)c?["concerns"])).OrderByDescending(c => c.Item1, StringComparer.Ordinal)];

    private static async Task<(bool? OwnsAll, string Names)> OwnAsync(ServerUnderTest server)
    {
        JsonNode? answer = (await server.Client.RequestAsync("policy/instruments", "{}"))["result"];
        JsonArray all = answer?["instruments"] as JsonArray ?? [];
        return ((bool?)answer?["ownsAll"], string.Join(' ', all.Where(i => (bool?)i?["mine"] == true).Select(i => (string?)i?["name"])));
    }

    private static async Task<string[]> RepairsAsync(ServerUnderTest server, bool others)
    {
        string request = $$"""{"id":"{{Breach}}","others":{{(others ? "true" : "false")}}}""";
        JsonArray actions = (await server.Client.RequestAsync("policy/conflictActions", request))["result"]?["actions"] as JsonArray ?? [];
        return [.. actions.Where(a => (string?)a?["kind"] == "repair").SelectMany(a => (a?["edit"]?["changes"] as JsonObject ?? []).Select(c => c.Key))];
    }
}
