using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Conflicts that a reader takes in as one thing are one finding; a setting tells each.</summary>
public sealed class GroupTests
{
    private const string Law = "file:///laws/law.policy";
    private const string Policy = "file:///laws/policy.policy";
    private const string Each = """{"eachConflict":true}""";

    private const string LawText = """
        framework Law {
          authority EU
          in force from 2018-05-25
          transfer A "Health stays" { Exporter must not transfer Health from EEA to US }
          transfer B { Exporter must not transfer Financial from EEA to US }
        }
        """;

    private const string PolicyText = """
        organisation Acme under EU

        framework P {
          authority Acme
          in force from 2020-01-01
          transfer Y { Acme may transfer Health from EEA to US }
          transfer Z { Acme may transfer Financial from EEA to US }
        }
        """;

    private static readonly string[] Grouped =
    [
        "5:2-5:12 1 PL4008 Acme permits what EU prohibits, from 2020-01-01 (2 conflicts).",
        "witness: on 2020-01-01, Exporter transfers Health from Germany to United States, organisation is Acme",
        "help: Write 'subject to law of EU' in P.Y and P.Z.",
        "-> law.policy 3:2 Health stays (Law.A) prohibits it",
        "-> law.policy 4:2 Law.B prohibits it",
        "-> policy.policy 6:2 P.Z permits it",
    ];

    [Fact]
    public async Task A_group_is_one_finding_at_the_clause_of_the_policy()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Session.Able);
        await OpenAsync(server);
        Assert.Equal(Grouped, await ShownAsync(server, Policy, found => found.Count == 1));
        Assert.Empty(await ShownAsync(server, Law, found => found.Count == 0));
    }

    [Fact]
    public async Task A_setting_shows_each_and_takes_effect_at_once()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Session.Able, settings: Each);
        await OpenAsync(server);
        string[] each = await ShownAsync(server, Policy, found => found.Count == 2);
        Assert.Equal(["5:2-5:12 1 PL4008 P.Y (Acme) permits what Law.A (EU) prohibits, and EU stands above Acme.", "6:2-6:12 1 PL4008 P.Z (Acme) permits what Law.B (EU) prohibits, and EU stands above Acme."], each.Where(line => line.Contains("PL4008", StringComparison.Ordinal)));
        server.Client.Settings = "{}";
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":null}""");
        Assert.Equal(Grouped, await ShownAsync(server, Policy, found => found.Count == 1));
    }

    [Fact]
    public async Task A_group_of_which_one_conflict_is_left_is_that_conflict_at_its_main_clause()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Session.Able);
        await OpenAsync(server);
        await ShownAsync(server, Policy, found => found.Count == 1);
        await server.ChangeAsync(Law, 2, (4, 33, 4, 42, "Biometric"));
        Assert.Equal(
            [
                "5:2-5:12 1 PL4008 P.Y (Acme) permits what Law.A (EU) prohibits, and EU stands above Acme.",
                "witness: on 2020-01-01, Exporter transfers Health from Germany to United States, organisation is Acme",
                "help: Narrow P.Y, or write 'subject to Law.A' in it.",
                "-> law.policy 3:2 Health stays (Law.A) prohibits it",
            ],
            await ShownAsync(server, Policy, found => found.Count == 1 && !Text(found[0]).Contains("2 conflicts", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_client_that_asks_gets_groups_too_and_is_told_to_ask_again_when_the_setting_changes()
    {
        string able = Session.Able.Replace("\"configuration\":true,", "\"configuration\":true,\"diagnostics\":{\"refreshSupport\":true},", StringComparison.Ordinal)
            .Replace("\"hover\"", "\"diagnostic\":{},\"hover\"", StringComparison.Ordinal);
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: able);
        await OpenAsync(server);
        Assert.Equal(Grouped, Lines((await PullAsync(server, Policy)).AsArray()));
        server.Client.Forget();
        server.Client.Settings = Each;
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":null}""");
        await server.Client.UntilAsync(all => all.FirstOrDefault(m => (string?)m["method"] == "workspace/diagnostic/refresh"));
        Assert.Empty((await PullAsync(server, Law)).AsArray());
        Assert.Equal(2, (await PullAsync(server, Policy)).AsArray().Count);
    }

    [Fact]
    public async Task A_file_that_is_not_open_shows_the_group_of_its_clause()
    {
        var disk = new FakeHost();
        disk.Files["/laws/policy.policy"] = PolicyText;
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(disk, Session.Able, "/laws");
        await server.OpenAsync(Law, LawText.ReplaceLineEndings("\n"));
        Assert.Equal(Grouped, await ShownAsync(server, Policy, found => found.Count == 1 && found[0]?["code"]?.ToString() == "PL4008"));
    }

    [Fact]
    public async Task Beyond_twenty_other_clauses_the_rest_is_counted()
    {
        IEnumerable<string> data = ["Health", "Financial", "Biometric", "Genetic", "Religion"];
        string[] pairs = [.. data.SelectMany(d => new[] { "US", "JP", "KR", "CN", "IN" }.Select(to => $"Exporter DEED transfer {d} from EEA to {to}"))];
        string Clauses(string name, string deed) => string.Join('\n', pairs.Select((pair, n) => $"  transfer {name}{n:00} {{ {pair.Replace("DEED", deed, StringComparison.Ordinal)} }}"));
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Session.Able);
        await server.OpenAsync(Law, $"framework L {{\n  authority EU\n  in force from 2018-05-25\n{Clauses("A", "must not")}\n}}\nframework M {{\n  authority US\n  in force from 2018-05-25\n{Clauses("B", "must")}\n}}\n");
        string[] shown = await ShownAsync(server, Law, found => found.Any(f => Text(f).Contains(" conflicts)", StringComparison.Ordinal)));
        Assert.Equal("32:2-32:14 1 PL4001 US requires what EU prohibits, from 2018-05-25 (25 conflicts).", shown[0]);
        string[] places = [.. shown.Where(line => line.StartsWith("->", StringComparison.Ordinal))];
        Assert.Equal(21, places.Length);
        Assert.EndsWith("and 29 more clauses", places[^1], StringComparison.Ordinal);
    }

    private static async Task OpenAsync(ServerUnderTest server)
    {
        await server.OpenAsync(Law, LawText.ReplaceLineEndings("\n"));
        await server.OpenAsync(Policy, PolicyText.ReplaceLineEndings("\n"));
    }

    private static async Task<string[]> ShownAsync(ServerUnderTest server, string uri, Func<JsonArray, bool> expected) => Lines(await server.Client.DiagnosticsAsync(uri, expected));

    private static async Task<JsonNode> PullAsync(ServerUnderTest server, string uri) =>
        (await server.Client.RequestAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } }.ToJsonString()))["result"]?["items"] ?? new JsonArray("no items");

    private static string Text(JsonNode? finding) => (string?)finding?["message"] ?? string.Empty;

    private static string[] Lines(JsonArray found) => [.. found.SelectMany(Lines)];

    private static IEnumerable<string> Lines(JsonNode? finding) =>
    [
        .. $"{At(finding?["range"]?["start"])}-{At(finding?["range"]?["end"])} {finding?["severity"]} {finding?["code"]} {Text(finding)}".Split('\n'),
        .. (finding?["relatedInformation"] as JsonArray ?? []).Select(place => $"-> {((string?)place?["location"]?["uri"])?.Split('/')[^1]} {At(place?["location"]?["range"]?["start"])} {place?["message"]}"),
    ];

    private static string At(JsonNode? position) => $"{position?["line"]}:{position?["character"]}";
}
