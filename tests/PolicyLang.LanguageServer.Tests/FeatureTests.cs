using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>What a drafter's editor can ask for, over the protocol.</summary>
public sealed class FeatureTests
{
    private const string Uri = "file:///laws/a.policy";
    private const string Text = """
        framework F "First" {
          authority EU
          source <https://eur-lex.europa.eu/eli/reg/2016/679/oj>
          in force from 2020-01-01

          transfer Ban "Ban" {
            Exporter must not transfer Health
            from EEA
            to US
            unless explicit_consent
          }

          transfer Free {
            Exporter may transfer Health
            from EEA
            to US, JP
            subject to Ban
          }
        }

        acknowledge conflict between F.Ban and F.Free because "so"
        """;

    private static async Task<ServerUnderTest> OpenAsync(string text = Text)
    {
        ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, text.ReplaceLineEndings("\n"));
        return server;
    }

    private static async Task<JsonNode?> AskAsync(ServerUnderTest server, string method, int line = 0, int character = 0, string more = "")
    {
        JsonObject answer = await server.Client.RequestAsync(
            "textDocument/" + method,
            $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"position":{"line":{{{line}}},"character":{{{character}}} }{{{more}}} }""");
        Assert.False(answer.ContainsKey("error"), answer.ToJsonString());
        return answer["result"];
    }

    private static string Places(JsonNode? locations) => string.Join(' ', (locations as JsonArray ?? []).Select(l => $"{l?["range"]?["start"]?["line"]}:{l?["range"]?["start"]?["character"]}"));

    [Theory]
    [InlineData(16, 16, "clause/F.Ban", "project", "export")]
    [InlineData(6, 33, "data/Health", "scheme", "import")]
    public async Task A_moniker_says_under_which_name_others_know_a_thing(int line, int character, string name, string unique, string kind)
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonNode? moniker = Assert.Single((await AskAsync(server, "moniker", line, character))?.AsArray() ?? []);
        Assert.Equal(
            $$"""{"scheme":"policylang","identifier":"{{name}}","unique":"{{unique}}","kind":"{{kind}}"}""", moniker?.ToJsonString());
    }

    [Fact]
    public async Task Definition_leads_to_the_clause_and_into_the_vocabulary()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonNode? clause = await AskAsync(server, "definition", 16, 16);
        Assert.Equal((Uri, 5), ((string?)clause?["uri"], (int?)clause?["range"]?["start"]?["line"]));
        JsonNode? bloc = await AskAsync(server, "definition", 7, 10);
        Assert.Equal("file:///installed/prelude/blocs.policy", (string?)bloc?["uri"]);
        JsonNode? framework = await AskAsync(server, "typeDefinition", 16, 16);
        Assert.Equal(0, (int?)framework?["range"]?["start"]?["line"]);
        Assert.Null(await AskAsync(server, "definition", 1, 0));
    }

    [Fact]
    public async Task The_vocabulary_can_be_looked_at_without_declaring_it_twice()
    {
        await using ServerUnderTest server = await OpenAsync(Text + "\n?");
        string prelude = PolicyLang.Prelude.PreludeFiles.All.Single(f => f.Key == "prelude/blocs.policy").Value;
        await server.OpenAsync("file:///installed/prelude/blocs.policy", prelude);
        await server.ChangeAsync(Uri, 2, (21, 0, 21, 1, " ?"));
        await server.FindingsAsync(Uri, "21:1");
        JsonObject answer = await server.Client.RequestAsync("textDocument/documentSymbol", """{"textDocument":{"uri":"file:///installed/prelude/blocs.policy"}}""");
        Assert.Contains("EEA", answer["result"]?.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Used_law_leads_into_the_library_which_is_read_only()
    {
        await using ServerUnderTest server = await OpenAsync("uses GDPR, CloudAct\n\n// ?");
        JsonNode? law = await AskAsync(server, "definition", 0, 6);
        Assert.Equal("file:///installed/law/eu/gdpr.policy", (string?)law?["uri"]);
        string card = (await AskAsync(server, "hover", 0, 6))?.ToJsonString() ?? string.Empty;
        Assert.Contains("General Data Protection Regulation", card, StringComparison.Ordinal);
        Assert.Contains("data.europa.eu/eli/reg/2016/679", card, StringComparison.Ordinal);
        await server.OpenAsync("file:///installed/law/eu/gdpr.policy", PolicyLang.Law.LawLibrary.Read("law/eu/gdpr.policy"));
        JsonObject answer = await server.Client.RequestAsync("textDocument/documentSymbol", """{"textDocument":{"uri":"file:///installed/law/eu/gdpr.policy"}}""");
        Assert.Contains("Art48", answer["result"]?.ToJsonString(), StringComparison.Ordinal);
        JsonObject completion = await server.Client.RequestAsync("textDocument/completion", $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"position":{"line":0,"character":11} }""");
        Assert.Contains("PIPL", completion["result"]?.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_and_highlights_find_every_use()
    {
        await using ServerUnderTest server = await OpenAsync();
        Assert.Equal("5:11 16:15 20:31", Places(await AskAsync(server, "references", 5, 12, ""","context":{"includeDeclaration":true}""")));
        Assert.Equal("16:15 20:31", Places(await AskAsync(server, "references", 5, 12, ""","context":{"includeDeclaration":false}""")));
        Assert.Equal("5:11 16:15 20:31", Places(await AskAsync(server, "documentHighlight", 16, 16)));
    }

    [Fact]
    public async Task A_clause_is_renamed_in_the_acknowledgement_too()
    {
        await using ServerUnderTest server = await OpenAsync();
        Assert.Equal("Ban", (string?)(await AskAsync(server, "prepareRename", 16, 16))?["placeholder"]);
        JsonNode? edit = await AskAsync(server, "rename", 16, 16, ""","newName":"Art44" """);
        Assert.Equal("5:11 16:15 20:31", Places(edit?["changes"]?[Uri]));
    }

    [Theory]
    [InlineData(5, 12, "Free", "already has a clause 'Free'")]
    [InlineData(5, 12, "2nd", "is not a valid name")]
    [InlineData(7, 10, "Europe", "belongs to the vocabulary")]
    [InlineData(0, 0, "X", "There is no name here")]
    public async Task What_cannot_be_renamed_is_refused_with_the_reason(int line, int character, string name, string reason)
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonObject answer = await server.Client.RequestAsync(
            "textDocument/rename",
            $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"position":{"line":{{{line}}},"character":{{{character}}} },"newName":"{{{name}}}"}""");
        Assert.Contains(reason, (string?)answer["error"]?["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_elsewhere_hides_none_that_a_new_name_would_make()
    {
        await using ServerUnderTest server = await OpenAsync("framework F {\n authority EU\n transfer A { }\n transfer A { }\n transfer B { }\n transfer C { }\n}");
        JsonObject answer = await server.Client.RequestAsync("textDocument/rename", $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"position":{"line":5,"character":10},"newName":"B"}""");
        Assert.Contains("already has a clause 'B'", (string?)answer["error"]?["message"]);
    }

    [Fact]
    public async Task The_outline_has_frameworks_with_their_clauses()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonArray outline = Assert.IsType<JsonArray>(await AskAsync(server, "documentSymbol"));
        Assert.Equal(["F"], outline.Select(s => (string?)s?["name"]));
        Assert.Equal(["Ban", "Free"], (outline[0]?["children"] as JsonArray ?? []).Select(s => (string?)s?["name"]));
        JsonObject found = await server.Client.RequestAsync("workspace/symbol", """{"query":"fre"}""");
        Assert.Equal("Free in F", string.Join(", ", (found["result"] as JsonArray ?? []).Select(s => $"{s?["name"]} in {s?["containerName"]}")));
    }

    [Fact]
    public async Task Declarations_and_clauses_fold_and_selections_grow()
    {
        await using ServerUnderTest server = await OpenAsync();
        Assert.Equal("0-18 5-10 12-17", string.Join(' ', (await AskAsync(server, "foldingRange") as JsonArray ?? []).Select(f => $"{f?["startLine"]}-{f?["endLine"]}")));
        JsonNode? inner = (await AskAsync(server, "selectionRange", more: ""","positions":[{"line":7,"character":10}]""") as JsonArray)?[0];
        var starts = new List<string>();
        for (JsonNode? range = inner; range is not null; range = range["parent"])
        {
            starts.Add($"{range["range"]?["start"]?["line"]}:{range["range"]?["start"]?["character"]}");
        }

        Assert.Equal(["7:9", "7:4", "5:2", "0:0", "0:0"], starts);
    }

    [Fact]
    public async Task Sources_are_links()
    {
        await using ServerUnderTest server = await OpenAsync();
        Assert.Equal("https://eur-lex.europa.eu/eli/reg/2016/679/oj", (string?)(await AskAsync(server, "documentLink") as JsonArray)?[0]?["target"]);
    }

    [Fact]
    public async Task Formatting_lays_out_a_document_or_a_part()
    {
        await using ServerUnderTest server = await OpenAsync("framework F { authority EU\n transfer A { Exporter may transfer Health from EEA to US } }");
        JsonArray edits = Assert.IsType<JsonArray>(await AskAsync(server, "formatting", more: ""","options":{"tabSize":2,"insertSpaces":true}"""));
        Assert.Equal(["\n  ", "\n\n  ", "\n    ", "\n    ", "\n    ", "\n  ", "\n", "\n"], edits.Select(e => (string?)e?["newText"]));
        JsonArray part = Assert.IsType<JsonArray>(await AskAsync(server, "rangeFormatting", more: ""","range":{"start":{"line":1,"character":3},"end":{"line":1,"character":4}},"options":{"tabSize":2,"insertSpaces":true}"""));
        Assert.NotEmpty(part);
    }

    [Fact]
    public async Task Names_are_coloured_by_what_they_mean()
    {
        await using ServerUnderTest server = await OpenAsync("framework F { authority EU }");
        Assert.Equal("[0,0,9,0,0,0,10,1,1,0,0,4,9,0,0,0,10,2,7,0]", (await AskAsync(server, "semanticTokens/full"))?["data"]?.ToJsonString());
    }

    [Theory]
    [InlineData("transfer A { Exporter must not transfer Health when not us_warrant }", "must not")]
    [InlineData("transfer A { Exporter may only transfer Health when us_warrant }", "may only")]
    [InlineData("sovereignty A { Controller should store Health only in EEA }", "should")]
    [InlineData("norm A { parties must not require store Health in own territory }", "must not require")]
    [InlineData("transfer must { Exporter need not ", "need not")]
    public async Task Words_of_force_are_keywords_that_can_be_told_apart(string clause, string words)
    {
        string text = "framework F {\n" + clause;
        await using ServerUnderTest server = await OpenAsync(text);
        int[] data = [.. ((await AskAsync(server, "semanticTokens/full"))?["data"] as JsonArray ?? []).Select(n => (int?)n ?? -1)];
        var found = new List<string>();
        (int line, int character) = (0, 0);
        for (int i = 0; i < data.Length; i += 5)
        {
            (line, character) = data[i] == 0 ? (line, character + data[i + 1]) : (line + data[i], data[i + 1]);
            if (data[i + 4] == 1)
            {
                Assert.Equal(0, data[i + 3]);
                found.Add(text.Split('\n')[line].Substring(character, data[i + 2]));
            }
        }

        Assert.Equal(words, string.Join(' ', found));
    }

    [Fact]
    public async Task A_misspelled_name_has_its_fix_as_an_action()
    {
        await using ServerUnderTest server = await OpenAsync("framework F { authority EU transfer A { Exporter may transfer Helth from EEA to US } }");
        JsonNode? action = (await AskAsync(server, "codeAction", more: ""","range":{"start":{"line":0,"character":62},"end":{"line":0,"character":62}},"context":{"diagnostics":[]}""") as JsonArray)?[0];
        Assert.Equal("Write 'Health'", (string?)action?["title"]);
        Assert.Equal("PL2002", (string?)action?["diagnostics"]?[0]?["code"]);
        Assert.Equal("Health", (string?)action?["edit"]?["changes"]?[Uri]?[0]?["newText"]);
    }

    [Fact]
    public async Task A_conflict_can_be_repaired_acknowledged_or_made_a_scenario_and_each_change_does_what_it_says()
    {
        const string text = "framework F { authority JP in force from 2020-01-01\n transfer A { Controller may transfer Health from JP to US }\n transfer B { Exporter must not transfer Health from JP to US } }\n";
        await using ServerUnderTest server = await OpenAsync(text);
        JsonArray actions = Assert.IsType<JsonArray>(await AskAsync(server, "codeAction", more: ""","range":{"start":{"line":1,"character":4},"end":{"line":1,"character":4}},"context":{"diagnostics":[]}"""));
        Assert.Equal(
            ["Let F.A yield to F.B (the case is then prohibited)", "Let F.B yield to F.A (the case is then permitted)", "Acknowledge the conflict between F.A and F.B", "Turn the witness into a scenario"],
            actions.Select(a => (string?)a?["title"]));
        foreach (JsonNode? action in actions)
        {
            JsonNode? edit = action?["edit"]?["changes"]?[Uri]?[0];
            string[] lines = text.Split('\n');
            int offset = lines.Take((int)(edit?["range"]?["start"]?["line"] ?? 0)).Sum(l => l.Length + 1) + (int)(edit?["range"]?["start"]?["character"] ?? 0);
            // The reason is its author's to write.
            string after = text.Insert(offset, (string?)edit?["newText"] ?? "").Replace("\"…\"", "\"Counsel decides\"", StringComparison.Ordinal);
            var workspace = PolicyLang.Workspaces.Workspace.Empty.With("a.policy", after);
            bool scenario = ((string?)action?["title"])?.Contains("scenario", StringComparison.Ordinal) == true;
            Assert.DoesNotContain(workspace.Diagnostics, d => d.Severity > PolicyLang.Diagnostics.DiagnosticSeverity.Information && !(scenario && d.Code == "PL4003"));
            Assert.Equal(scenario ? 1 : 0, workspace.RunScenarios().Count(s => s.Failures.IsEmpty));
        }
    }

    [Fact]
    public async Task Requests_about_unknown_documents_and_places_have_empty_answers()
    {
        await using ServerUnderTest server = await OpenAsync();
        string[] methods = ["definition", "typeDefinition", "documentHighlight", "completion", "documentSymbol", "foldingRange", "documentLink", "semanticTokens/full", "hover"];
        foreach (string method in methods)
        {
            JsonObject answer = await server.Client.RequestAsync("textDocument/" + method, """{"textDocument":{"uri":"file:///laws/none.policy"},"position":{"line":9,"character":9}}""");
            Assert.False(answer.ContainsKey("error"), method);
            await AskAsync(server, method, 999, 999);
        }
    }
}
