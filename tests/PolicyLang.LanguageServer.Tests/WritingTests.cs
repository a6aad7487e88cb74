using System.Text.Json.Nodes;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>What helps to write a clause: completion, signatures, layout, actions.</summary>
public sealed class WritingTests
{
    [Theory]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health from EEA when data subject consent|", "explicit_consent", "data subject consent")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health from EEA when safeguards include model cl|", "SCC", "model cl")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer medical da|", "Health", "medical da")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health from EEA when safeguards include standard contractual|", "SCC", "standard contractual")]
    public async Task A_drafters_words_lead_to_the_vocabulary(string marked, string name, string replaced)
    {
        await using Session session = await Session.OpenAsync(marked.Replace("|", "", StringComparison.Ordinal));
        JsonNode? list = await session.AskAsync("completion", session.Text[^10..] + "|");
        JsonNode? item = (list?["items"] as JsonArray ?? []).FirstOrDefault(i => (string?)i?["label"] == name && i?["textEdit"] is not null);
        Assert.Equal(replaced, session.At(item?["textEdit"]?["range"]));
        Assert.Equal(replaced, (string?)item?["filterText"]);
        Assert.Equal(name, (string?)item?["textEdit"]?["newText"]);
    }

    [Theory]
    [InlineData("transfer C cites |")]
    [InlineData("transfer C cites \"A|\"")]
    public async Task After_cites_come_the_articles_that_no_clause_renders(string marked)
    {
        string text = $$"""framework F { authority EU transfer A cites "Art. 44" { } transfer B cites "Art. 46(1)" { } """ + "\n" + marked.Replace("|", "", StringComparison.Ordinal) + " { } }";
        await using Session session = await Session.OpenAsync(text);
        JsonNode? list = await session.AskAsync("completion", marked);
        Assert.Equal(["\"Art. 45\"", "\"Art. 47\""], (list?["items"] as JsonArray ?? []).Select(i => (string?)i?["label"]));
    }

    [Fact]
    public async Task Declarations_are_skeletons_and_documentation_comes_when_it_is_looked_at()
    {
        await using Session session = await Session.OpenAsync("\n");
        JsonNode? framework = (await Items(session, "|\n")).Single(i => (string?)i?["label"] == "framework");
        Assert.Equal(2, (int?)framework?["insertTextFormat"]);
        Assert.Contains("authority ${4:EU}", (string?)framework?["insertText"]);

        await using Session inside = await Session.OpenAsync("framework F { authority ");
        JsonNode? eu = (await Items(inside, "authority |")).Single(i => (string?)i?["label"] == "EU");
        Assert.Null(eu?["documentation"]);
        JsonNode? resolved = await inside.RequestAsync("completionItem/resolve", eu?.ToJsonString() ?? "");
        Assert.StartsWith("**EU**", (string?)resolved?["documentation"]?["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_is_documented_by_its_own_card_where_another_framework_has_one_of_its_name()
    {
        await using Session session = await Session.OpenAsync("framework F { transfer Art1 \"Theirs\" { } } framework G { transfer Art1 \"Ours\" { } transfer Art2 { Exporter may transfer Health subject to ");
        JsonNode? ours = (await Items(session, "subject to |")).First(i => (string?)i?["label"] == "Art1");
        JsonNode? resolved = await session.RequestAsync("completionItem/resolve", ours?.ToJsonString() ?? "");
        Assert.StartsWith("**G.Art1** — Ours", (string?)resolved?["documentation"]?["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_snippets_gets_plain_words()
    {
        await using Session session = await Session.OpenAsync("\n", capabilities: "{}");
        Assert.All(await Items(session, "|\n"), i => Assert.Null(i?["insertText"]));
    }

    [Theory]
    [InlineData("transfer A { |", "WHO [of PLACES]")]
    [InlineData("transfer A { Exporter |", "may | may only | must | must not | need not | should | should not")]
    [InlineData("transfer A { Exporter must not |", "DOES")]
    [InlineData("transfer A { Exporter must not transfer |", "WHAT")]
    [InlineData("transfer A { Exporter must not transfer Health |", "from PLACES")]
    [InlineData("transfer A { Exporter must not transfer Health from EEA |", "to [ROLES in] PLACES")]
    [InlineData("transfer A { Exporter must not transfer Health from EEA to |", "to [ROLES in] PLACES")]
    [InlineData("transfer A { Exporter must not transfer Health from EEA when |", "when CONDITION")]
    [InlineData("norm A { parties |", "must allow | must not prohibit | must not require | must prohibit | must require | should … | may prohibit | may require")]
    [InlineData("norm A { parties must allow |", "[WHO to] DOES")]
    [InlineData("transfer A { Exporter must not transfer Health where |", "where CONDITION")]
    [InlineData("transfer A { Exporter must not transfer Health collected in |", "collected in PLACES")]
    public async Task The_signature_says_what_may_follow(string marked, string active)
    {
        string text = "framework F { authority EU\n" + marked.Replace("|", "", StringComparison.Ordinal);
        await using Session session = await Session.OpenAsync(text);
        JsonNode? help = await session.AskAsync("signatureHelp", marked);
        JsonNode? signature = help?["signatures"]?[0];
        JsonNode? part = signature?["parameters"]?[(int?)help?["activeParameter"] ?? -1]?["label"];
        Assert.Equal(active, ((string?)signature?["label"])?[((int?)part?[0] ?? 0)..((int?)part?[1] ?? 0)]);
    }

    [Fact]
    public async Task Outside_of_clauses_there_is_no_signature()
    {
        await using Session session = await Session.OpenAsync("framework F { authority EU transfer A { } }");
        Assert.Null(await session.AskAsync("signatureHelp", "authority |EU"));
        Assert.Null(await session.AskAsync("signatureHelp", "} }|"));
    }

    [Theory]
    [InlineData("framework F {\n|", "\n", "framework F {\n  ")]
    [InlineData("framework F {\n  transfer A {\n|", "\n", "framework F {\n  transfer A {\n    ")]
    [InlineData("framework F {\n  transfer A {\n|}", "\n", "framework F {\n  transfer A {\n  }")]
    [InlineData("define A as \"x\n|", "\n", "define A as \"x\n")]
    [InlineData("framework F {\n  authority EU\n\n  transfer A { Exporter may transfer Health from EEA to US }|\n}\n", "}", "framework F {\n  authority EU\n\n  transfer A {\n    Exporter may transfer Health\n    from EEA\n    to US\n  }\n}\n")]
    public async Task Typing_is_laid_out(string marked, string typed, string expected)
    {
        await using Session session = await Session.OpenAsync(marked.Replace("|", "", StringComparison.Ordinal));
        int offset = marked.IndexOf('|', StringComparison.Ordinal);
        JsonNode? edits = await session.RequestAsync(
            "textDocument/onTypeFormatting",
            $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"},"position":{{{session.Place(offset)}}},"ch":{{{System.Text.Json.JsonSerializer.Serialize(typed)}}},"options":{"tabSize":2,"insertSpaces":true}}""");
        Assert.Equal(expected, session.Edited(edits));
    }

    [Fact]
    public async Task A_condition_gets_a_name_of_its_own_and_the_meaning_stays()
    {
        await using Session session = await Session.OpenAsync("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A {\n    Exporter may transfer Health\n    from EEA\n    to US\n    when subjects >= 10 and explicit_consent\n  }\n}\n");
        JsonNode? action = Assert.Single(await Actions(session, "subjects >= 10 and explicit_consent", "refactor"));
        Assert.Equal("Give 'subjects >= 10 and explicit_consent' a name of its own", (string?)action?["title"]);
        string after = session.Edited(action?["edit"]?["changes"]?[Session.Uri]);
        Assert.StartsWith("define NewCondition as subjects >= 10 and explicit_consent\n\nframework F {", after, StringComparison.Ordinal);
        var before = PolicyLang.Workspaces.Workspace.Empty.With("a.policy", session.Text);
        Assert.Empty(PolicyLang.Workspaces.Workspace.Empty.With("a.policy", after).DifferenceFrom(before).Changes);
        Assert.Empty(await Actions(session, "Exporter", "refactor"));
    }

    [Fact]
    public async Task In_a_literate_file_what_is_added_stands_in_a_fence()
    {
        const string Document = "file:///laws/law.policy.md";
        const string Text = "# Laws\n\n```policy\nframework F {\n  authority EU\n  in force from 2020-01-01\n  transfer Ban { Exporter must not transfer Health from EEA to US }\n}\n```\n\nAnd theirs.\n\n```policy\nframework G {\n  authority US\n  in force from 2020-01-01\n  transfer Duty { Exporter must transfer Health from EEA to US }\n}\n```\n\nThe end.\n";
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Document, Text);
        JsonObject answer = await server.Client.RequestAsync("textDocument/codeAction", $$$"""{"textDocument":{"uri":"{{{Document}}}"},"range":{"start":{"line":6,"character":12},"end":{"line":6,"character":12}},"context":{"diagnostics":[]}}""");
        JsonNode?[] added = [.. (answer["result"] as JsonArray ?? []).Where(a => (string?)a?["title"] is { } title && (title.StartsWith("Acknowledge", StringComparison.Ordinal) || title.StartsWith("Turn", StringComparison.Ordinal))).Select(a => a?["edit"]?["changes"]?[Document]?[0])];
        Assert.Equal(2, added.Length);
        Assert.All(added, edit => Assert.Equal("""{"line":18,"character":0}""", edit?["range"]?["start"]?.ToJsonString()));
    }

    [Theory]
    [InlineData("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter transfer Health from EEA to US }\n}\n", "Write 'must not'", "transfer A { Exporter must not transfer Health")]
    [InlineData("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter may only transfer Health from EEA to US }\n}\n", "Write 'may'", "transfer A { Exporter may transfer Health")]
    [InlineData("framework F {\n  authority EU\n  in force from 2020-01-01\n  sovereignty A { Controller must not store Health only in EEA }\n}\n", "Write 'in'", "must not store Health in EEA }")]
    [InlineData("define B as us_warrant\n\n/// Why.\ndefine A as us_warrant\n\nframework F {\n  authority EU\n  in force from 2020-01-01\n  transfer X { Exporter must not transfer Health from EEA to US when B }\n}\n", "Remove 'A'", "define B as us_warrant\n\nframework F")]
    [InlineData("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter must not transfer Health from EEA to US }\n\n  /// Again.\n  transfer B { Exporter must not transfer Health from DE to US }\n}\n", "Remove 'F.B'", "to US }\n\n}\n")]
    [InlineData("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter must not transfer Health from EEA to US }\n  transfer B {\n    Exporter may transfer Health\n    from JP\n    to KR\n    subject to A\n  }\n}\n", "Remove 'A'", "    to KR\n  }\n")]
    [InlineData("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter must not transfer Health from EEA to US }\n  transfer C { Exporter must not transfer Health from JP to KR }\n  transfer B { Exporter may transfer Health from JP to KR subject to A, C }\n}\n", "Remove 'A'", "to KR subject to C }")]
    [InlineData("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter must not transfer Health from EEA to US }\n  transfer B { Exporter must not transfer Financial from EEA to US }\n}\nacknowledge conflict between F.A and F.B\n  because \"so\"\n", "Remove the acknowledgement", "from EEA to US }\n}\n")]
    public async Task What_a_finding_advises_is_offered_and_answers_it(string text, string title, string expected)
    {
        await using Session session = await Session.OpenAsync(text);
        JsonNode? report = await session.RequestAsync("textDocument/codeAction", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"},"range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}},"context":{"diagnostics":[]}}""");
        JsonNode? action = Assert.Single(report as JsonArray ?? [], a => (string?)a?["title"] == title);
        string after = session.Edited(action?["edit"]?["changes"]?[Session.Uri]);
        Assert.Contains(expected, after);
        Assert.DoesNotContain("///", after);
        Assert.NotEqual(true, (bool?)action?["isPreferred"]);
        var code = (string?)action?["diagnostics"]?[0]?["code"];
        Assert.DoesNotContain(PolicyLang.Workspaces.Workspace.Empty.With("a.policy", after).Diagnostics, d => d.Code == code);
    }

    [Fact]
    public async Task A_conflict_that_some_choices_avoid_says_by_which_and_can_be_acknowledged_or_repaired()
    {
        await using Session session = await Session.OpenAsync("framework F {\n  authority EU\n  in force from 2020-01-01\n  sovereignty A { Controller must not store PersonalData from EEA outside EEA unless safeguards include SCC }\n}\nframework G {\n  authority US\n  in force from 2020-01-01\n  sovereignty B { Controller must store PersonalData in US }\n}\n");
        JsonArray found = await session.Server.Client.DiagnosticsAsync(Session.Uri, all => all.Any(d => (string?)d?["code"] == "PL4002"));
        Assert.Contains("\navoid by: add Standard contractual clauses adopted or approved by the Commission (EU)\n", (string?)found.Single(d => (string?)d?["code"] == "PL4002")?["message"] + "\n");
        string?[] titles = [.. (await Actions(session, "A { Controller", "quickfix")).Select(a => (string?)a?["title"])];
        Assert.Contains("Acknowledge the conflict between F.A and G.B", titles);
        Assert.Contains(titles, t => t?.StartsWith("Let G.B yield to F.A", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task At_either_clause_of_a_conflict_the_same_can_be_done_about_it()
    {
        await using Session session = await Session.OpenAsync("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter must not transfer Health from EEA to US }\n}\nframework G {\n  authority US\n  in force from 2020-01-01\n  transfer B { Exporter must transfer Health from EEA to US }\n}\n");
        await session.AnalysedAsync();
        JsonNode?[] first = [.. await Actions(session, "A { Exporter", "quickfix")];
        JsonNode?[] second = [.. await Actions(session, "B { Exporter", "quickfix")];
        Assert.NotEmpty(first);
        Assert.Equal(first.Select(a => (string?)a?["title"]), second.Select(a => (string?)a?["title"]));
        Assert.All(first, a => Assert.Null(a?["diagnostics"]));
        Assert.All(second, a => Assert.Equal("PL4001", (string?)a?["diagnostics"]?[0]?["code"]));
    }

    [Fact]
    public async Task A_clause_of_which_others_speak_is_not_removed()
    {
        await using Session session = await Session.OpenAsync("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter must not transfer Health from EEA to US }\n  transfer B { Exporter must not transfer Health from DE to US }\n  transfer C { Exporter may transfer Health from DE to US subject to B }\n}\n");
        await session.AnalysedAsync();
        Assert.DoesNotContain(await Actions(session, "transfer B", "quickfix"), a => (string?)a?["title"] == "Remove 'F.B'");
    }

    [Fact]
    public async Task A_missing_slot_is_added()
    {
        await using Session session = await Session.OpenAsync("framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A {\n    Exporter must not transfer Health\n    from EEA\n  }\n}\n");
        JsonNode? action = (await Actions(session, "transfer A", "quickfix")).FirstOrDefault(a => (string?)a?["title"] == "Add 'to anywhere'");
        Assert.Contains("from EEA\n    to anywhere\n", session.Edited(action?["edit"]?["changes"]?[Session.Uri]));
    }

    [Fact]
    public async Task A_file_is_mended_and_organised_where_that_is_asked_for()
    {
        await using Session session = await Session.OpenAsync("define Unused as explicit_consent\n\nframework F { authority EU\n in force from 2020-01-01\n transfer A { Exporter must not transfer Helth from EEA to Japan } }\n");
        JsonNode? all = Assert.Single(await Actions(session, "define", "source.fixAll"));
        string mended = session.Edited(all?["edit"]?["changes"]?[Session.Uri]);
        Assert.Contains("transfer Health from EEA to JP", mended);
        Assert.DoesNotContain(await Actions(session, "define", null), a => ((string?)a?["kind"])?.StartsWith("source", StringComparison.Ordinal) == true);

        await using Session sound = await Session.OpenAsync(mended);
        JsonNode? organise = Assert.Single(await Actions(sound, "define", "source.organizeImports"));
        string organised = sound.Edited(organise?["edit"]?["changes"]?[Session.Uri]);
        Assert.DoesNotContain("Unused", organised);
        Assert.Contains("\n    from EEA\n", organised);
    }

    private static async Task<JsonArray> Items(Session session, string at) => (await session.AskAsync("completion", at))?["items"] as JsonArray ?? [];

    private static async Task<JsonArray> Actions(Session session, string words, string? only)
    {
        int start = session.Text.IndexOf(words, StringComparison.Ordinal);
        string context = only is null ? "" : $$""","only":["{{only}}"]""";
        return Assert.IsType<JsonArray>(await session.RequestAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"},"range":{"start":{{{session.Place(start)}}},"end":{{{session.Place(start + words.Length)}}}},"context":{"diagnostics":[]{{{context}}} } }"""));
    }
}
