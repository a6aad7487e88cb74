using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Nobody who asks for a word waits for the whole law; what is out of date is given up; findings are pulled where the client pulls.</summary>
public sealed class NonBlockingTests
{
    private const string Pulling =
        """{"workspace":{"diagnostics":{"refreshSupport":true}},"textDocument":{"diagnostic":{"relatedInformation":true,"tagSupport":{"valueSet":[1,2]}}}}""";

    [Fact]
    public async Task While_conflicts_are_sought_everything_else_is_answered()
    {
        var workspace = PolicyLang.Workspaces.Workspace.Empty.With("a.policy", "framework F { authority EU in force from 2020-01-01 transfer A { Exporter may transfer Health from EEA to US } }");
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        Task judging = Task.Run(() => workspace.Occupy(() =>
        {
            entered.Set();
            leave.Wait(TestContext.Current.CancellationToken);
        }), TestContext.Current.CancellationToken);
        entered.Wait(TestContext.Current.CancellationToken);
        string? card = await Task.Run(() => PolicyLang.LanguageService.Hover.CardAt(workspace, "a.policy", workspace.Trees[0].Text.Content.IndexOf("A {", StringComparison.Ordinal))?.Markdown, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Contains("Conflicts are being checked.", card);
        using var given = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.ThrowsAny<OperationCanceledException>(() => workspace.GetDiagnostics(given.Token));
        leave.Set();
        await judging;
        Assert.NotEmpty(workspace.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("being checked", PolicyLang.LanguageService.Hover.CardAt(workspace, "a.policy", workspace.Trees[0].Text.Content.IndexOf("A {", StringComparison.Ordinal))?.Markdown);
    }

    [Fact]
    public async Task What_is_read_from_disk_meanwhile_fails_no_request()
    {
        const string Text = "framework F { authority EU in force from 2020-01-01 transfer A { Exporter may transfer Health from EEA to US } }";
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(folder: "/laws");
        foreach ((string name, string text) in PolicyLang.Testing.CorpusGenerator.Frameworks(100, 1))
        {
            server.Host.Files["/laws/" + name] = text;
        }

        await server.OpenAsync(Session.Uri, Text);
        for (int i = 0; i < 20; i++)
        {
            server.Host.Files["/laws/other.policy"] = $"define Other as subjects > {i}";
            Task<JsonObject> answer = server.Client.RequestAsync("textDocument/codeAction", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":{{{Text.Length}}}}},"context":{"diagnostics":[]}}""");
            await server.Client.NotifyAsync("workspace/didChangeWatchedFiles", """{"changes":[{"uri":"file:///laws/other.policy","type":2}]}""");
            Assert.Null((await answer)["error"]?.ToJsonString());
        }
    }

    [Fact]
    public async Task Findings_are_pulled_and_told_only_once()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Pulling);
        await server.OpenAsync(Session.Uri, "define Unused as explicit_consent\ndefine Other as mlat_request");
        JsonNode? first = await PullAsync(server, null);
        Assert.Equal("full", (string?)first?["kind"]);
        Assert.Equal(["PL3105 1", "PL3105 1"], (first?["items"] as JsonArray ?? []).Select(d => $"{d?["code"]} {d?["tags"]?[0]}"));
        JsonNode? again = await PullAsync(server, (string?)first?["resultId"]);
        Assert.Equal("unchanged", (string?)again?["kind"]);
        await server.ChangeAsync(Session.Uri, 2, (1, 0, 1, 28, ""));
        JsonNode? changed = await PullAsync(server, (string?)first?["resultId"]);
        Assert.Equal(["PL3105"], (changed?["items"] as JsonArray ?? []).Select(d => (string?)d?["code"]));
        JsonNode? all = (await server.Client.RequestAsync("workspace/diagnostic", """{"previousResultIds":[{"uri":"file:///laws/gone.policy","value":"1"}]}"""))["result"];
        Assert.Equal(["file:///laws/a.policy 1 2", "file:///laws/gone.policy 0 "], (all?["items"] as JsonArray ?? []).Select(r => $"{r?["uri"]} {(r?["items"] as JsonArray)?.Count} {r?["version"]}"));
        Assert.DoesNotContain(server.Client.Received, m => (string?)m["method"] == "textDocument/publishDiagnostics");
    }

    [Fact]
    public async Task After_every_version_lenses_are_asked_anew_and_hints_and_colours_of_the_documents_that_did_not_change()
    {
        const string Other = "file:///laws/b.policy";
        const string Refreshing = """{"workspace":{"codeLens":{"refreshSupport":true},"inlayHint":{"refreshSupport":true},"semanticTokens":{"refreshSupport":true}}}""";
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Refreshing);
        await RefreshedAsync(() => server.OpenAsync(Session.Uri, "define A as us_warrant"));
        await RefreshedAsync(() => server.ChangeAsync(Session.Uri, 2, (0, 0, 0, 0, " ")));
        Assert.Equal(0, Count("inlayHint"));

        // An analysis that a change overtakes asks for nothing, so that it may take some versions.
        await server.OpenAsync(Other, "define B as A");
        for (int version = 2; version < 20 && Count("inlayHint") + Count("semanticTokens") < 4; version++)
        {
            int next = version;
            await RefreshedAsync(() => server.ChangeAsync(Other, next, (0, 0, 0, 0, " ")));
        }

        Assert.InRange(Count("inlayHint"), 2, 20);
        Assert.InRange(Count("semanticTokens"), 2, 20);

        int Count(string what) => server.Client.Received.Count(m => (string?)m["method"] == $"workspace/{what}/refresh");
        async Task RefreshedAsync(Func<Task> change)
        {
            int before = Count("codeLens");
            await change();
            await server.Client.UntilAsync(_ => Count("codeLens") > before ? "" : null);
        }
    }

    [Fact]
    public async Task A_client_that_cannot_be_told_to_pull_again_is_pushed_to()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: """{"textDocument":{"diagnostic":{}}}""");
        await server.OpenAsync(Session.Uri, "?");
        await server.FindingsAsync(Session.Uri, "0:0");
    }

    [Fact]
    public async Task A_message_that_comes_twice_or_late_changes_nothing()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Session.Uri, "");
        await server.ChangeAsync(Session.Uri, 2, (0, 0, 0, 0, "?"));
        await server.ChangeAsync(Session.Uri, 2, (0, 0, 0, 0, "?"));
        await server.ChangeAsync(Session.Uri, 1, (0, 0, 0, 0, "?"));
        await server.ChangeAsync(Session.Uri, 3, (0, 0, 0, 0, " "));
        await server.FindingsAsync(Session.Uri, "0:1");
        await server.OpenAsync(Session.Uri, "  ?", version: 1);
        await server.FindingsAsync(Session.Uri, "0:2");
    }

    [Fact]
    public async Task Semantic_tokens_come_in_parts_and_as_differences()
    {
        await using Session session = await Session.OpenAsync("framework F { authority EU }\nframework G { authority EU }\n");
        string document = $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"}""";
        JsonNode? full = await session.RequestAsync("textDocument/semanticTokens/full", document + "}");
        JsonNode? part = await session.RequestAsync("textDocument/semanticTokens/range", document + ""","range":{"start":{"line":1,"character":0},"end":{"line":2,"character":0} } }""");
        Assert.Equal("[1,0,9,0,0,0,10,1,1,0,0,4,9,0,0,0,10,2,7,0]", part?["data"]?.ToJsonString());
        await session.Server.ChangeAsync(Session.Uri, 2, (1, 10, 1, 11, "Longer"));
        JsonNode? delta = await session.RequestAsync("textDocument/semanticTokens/full/delta", $$"""{{document}},"previousResultId":"{{full?["resultId"]}}"}""");
        JsonNode? now = await session.RequestAsync("textDocument/semanticTokens/full", document + "}");
        Assert.Equal(now?["data"]?.ToJsonString(), Applied(full?["data"] as JsonArray, delta?["edits"] as JsonArray));
        Assert.InRange((delta?["edits"]?[0]?["data"] as JsonArray)?.Count ?? 99, 1, 12);
        JsonNode? unknown = await session.RequestAsync("textDocument/semanticTokens/full/delta", document + ""","previousResultId":"none"}""");
        Assert.Equal(now?["data"]?.ToJsonString(), unknown?["data"]?.ToJsonString());
    }

    [Fact]
    public async Task Long_work_shows_its_progress_and_traces_are_sent_where_they_are_wanted()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Session.Able, patience: TimeSpan.Zero);
        await server.Client.NotifyAsync("$/setTrace", """{"value":"verbose"}""");
        await server.OpenAsync(Session.Uri, "framework F { authority EU }");
        JsonObject begun = await server.Client.UntilAsync(all => all.FirstOrDefault(m => (string?)m["params"]?["value"]?["kind"] == "begin"));
        await server.Client.UntilAsync(all => all.FirstOrDefault(m => (string?)m["params"]?["value"]?["kind"] == "end" && (string?)m["params"]?["token"] == (string?)begun["params"]?["token"]));
        Assert.Contains(server.Client.Received, m => (string?)m["method"] == "window/workDoneProgress/create" && (string?)m["params"]?["token"] == (string?)begun["params"]?["token"]);

        // The empty workspace may have been checked before the document was opened.
        JsonObject trace = await server.Client.UntilAsync(all => all.LastOrDefault(m => (string?)m["method"] == "$/logTrace" && (string?)m["params"]?["verbose"] is { } told && !told.Contains("in 0 files", StringComparison.Ordinal)));
        Assert.StartsWith("0 clauses in 1 files", (string?)trace["params"]?["verbose"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_the_analysis_is_one_finding_and_the_next_change_is_analysed_again()
    {
        var host = new FakeHost { Fault = "out of ink" };
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(host);
        await server.OpenAsync(Session.Uri, "?");
        JsonArray found = await server.Client.DiagnosticsAsync(Session.Uri, all => all.Count == 1 && (string?)all[0]?["code"] == "PL9900");
        Assert.Contains("out of ink", (string?)found[0]?["message"]);
        Assert.Equal(["Error: The analysis failed (out of ink)"], server.Log.All.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Distinct());
        host.Fault = null;
        await server.ChangeAsync(Session.Uri, 2, (0, 0, 0, 0, " "));
        await server.FindingsAsync(Session.Uri, "0:1");
    }

    [Fact]
    public async Task A_client_that_pulls_is_given_the_failure_as_a_finding_too_and_only_until_the_next_change()
    {
        var host = new FakeHost { Fault = "out of ink" };
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(host, Pulling.Replace("\"relatedInformation\":true", "\"relatedInformation\":true,\"codeDescriptionSupport\":true", StringComparison.Ordinal));
        await server.OpenAsync(Session.Uri, "?");
        JsonNode? failed = await PullAsync(server, null);
        Assert.Equal(["PL9900"], (failed?["items"] as JsonArray ?? []).Select(d => (string?)d?["code"]));
        host.Fault = null;
        await server.ChangeAsync(Session.Uri, 2, (0, 0, 0, 0, " "));
        JsonNode? mended = await PullAsync(server, (string?)failed?["resultId"]);
        Assert.Equal(["PL1001"], (mended?["items"] as JsonArray ?? []).Select(d => (string?)d?["code"]));
        Assert.DoesNotContain(server.Client.Received, m => (string?)m["method"] == "textDocument/publishDiagnostics");
    }

    [Fact]
    public async Task A_client_that_leaves_questions_unanswered_is_served()
    {
        await using var server = new ServerUnderTest();
        server.Client.IsSilent = true;
        await server.Client.RequestAsync("initialize", $$"""{"capabilities":{{Session.Able}} }""");
        await server.Client.NotifyAsync("initialized");
        await server.OpenAsync(Session.Uri, "?");
        await server.FindingsAsync(Session.Uri, "0:0");
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":null}""");
        Assert.True((await server.Client.RequestAsync("textDocument/hover", LifecycleTests.Hover(Session.Uri))).ContainsKey("result"));
        Assert.Contains(server.Client.Received, m => (string?)m["method"] == "workspace/configuration");
    }

    private static async Task<JsonNode?> PullAsync(ServerUnderTest server, string? previous)
    {
        string known = previous is null ? "" : $$""","previousResultId":"{{previous}}" """;
        JsonObject answer = await server.Client.RequestAsync("textDocument/diagnostic", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"}{{{known}}} }""");
        Assert.Null(answer["error"]);
        return answer["result"];
    }

    private static string Applied(JsonArray? data, JsonArray? edits)
    {
        List<int> numbers = [.. (data ?? []).Select(n => (int?)n ?? 0)];
        foreach (JsonNode? edit in edits ?? [])
        {
            numbers.RemoveRange((int?)edit?["start"] ?? 0, (int?)edit?["deleteCount"] ?? 0);
            numbers.InsertRange((int?)edit?["start"] ?? 0, (edit?["data"] as JsonArray ?? []).Select(n => (int?)n ?? 0));
        }

        return "[" + string.Join(',', numbers) + "]";
    }
}
