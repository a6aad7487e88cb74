using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>What helps to read the law: cards, hierarchies, hints, lenses.</summary>
public sealed class ReadingTests
{
    private const string Text = """
        bloc Club "A club" {
          DE, FR since 2020-01-01
          JP     since 2020-01-01 until 2021-12-31
        }

        define Big as subjects >= 1000

        framework F "First" {
          authority EU
          in force from 2020-06-01

          transfer Ban "Ban" cites "Art. 1" {
            Exporter must not transfer Health
            from Club
            to outside EEA
            unless explicit_consent
          }

          transfer Free cites "Art. 3" {
            Exporter may transfer Health
            from Club
            to US, JP
            subject to Ban
          }

          sovereignty Keep {
            must store Financial only in FR
            when Big
          }
        }

        framework G "Second" {
          authority EU
          in force from 2022-01-01
          implements F

          transfer Leave {
            Exporter may transfer Health
            from DE
            to US
          }
        }

        scenario "Somebody" {
          Exporter transfer Health
          from DE to US
          on 2023-01-01
          expect prohibited
        }
        """;

    [Fact]
    public async Task A_clause_has_a_reading_card()
    {
        await using Session session = await Session.OpenAsync(Text);
        await session.AnalysedAsync();
        string card = await CardAsync(session, "to B|an", complete: "For example: ");
        Assert.Contains("> Exporter must not transfer Health from Club to outside EEA unless explicit\\_consent", card);
        Assert.Contains("Art. 1, in force since 2020-06-01.", card);
        Assert.Contains("Binds Exporter, as statute of EU.", card);
        Assert.Contains("Prevails over F.Free (explicit: subject to F.Ban).", card);
        Assert.Contains("Yields to Ban (F.Ban, explicit: subject to F.Ban).", await CardAsync(session, "transfer F|ree", complete: "For example: "));
        Assert.Contains("For example: on 2020-06-01, Exporter transfers Health from Germany to", card);
        Assert.EndsWith("\n\n**1 conflict**", card);
        Assert.DoesNotContain("PL4003", card);
    }

    [Fact]
    public async Task A_card_leads_to_the_article_and_to_the_conflicts_where_the_client_has_commands()
    {
        const string Law = """
            framework F "First" {
              authority EU
              source <https://example.org/law>
              in force from 2020-01-01

              /// As amended. Source: <https://example.org/amended>, and nothing_else.
              transfer Ban cites "Art. 1" { Exporter must not transfer Health from EEA to US }
              /// See <https://example.org/comment>.
              transfer Free cites "Art. 2" { Exporter may transfer Health from EEA to US }
              transfer Open { Exporter may transfer Financial from EEA to JP }
            }
            resolve conflicts by superior
            """;
        await using Session session = await Session.OpenAsync(Law, options: """{"commandLinks":true}""");
        await session.AnalysedAsync();
        string ban = await CardAsync(session, "transfer B|an", complete: "conflict");
        Assert.Contains("[Art. 1](<https://example.org/amended>), in force since 2020-01-01.", ban);
        Assert.Contains("As amended. Source: <https://example.org/amended>, and nothing\\_else.", ban);
        Assert.EndsWith("[**1 conflict ▸**](<command:policy.showConflictsOf?%5B%22F.Ban%22%5D>)", ban);
        string free = await CardAsync(session, "transfer F|ree", complete: "conflict");
        Assert.Contains("[Art. 2](<https://example.org/law>), in force", free);
        Assert.Contains("[F](<https://example.org/law>), in force", await CardAsync(session, "transfer O|pen", complete: "For example"));
        Assert.Equal("Art. 2 (https://example.org/law), in force", PolicyLang.LanguageService.PlainText.FromMarkdown("[Art. 2](<https://example.org/law>), in force"));
    }

    [Fact]
    public async Task An_acknowledged_conflict_is_counted_as_one()
    {
        const string Law = "framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter must not transfer Health from EEA to US }\n  transfer B { Exporter may transfer Health from EEA to US }\n  transfer C { Exporter may transfer Health from DE to US }\n}\nresolve conflicts by superior\nacknowledge conflict between F.A and F.B because \"so it is\"\n";
        await using Session session = await Session.OpenAsync(Law);
        await session.AnalysedAsync();
        Assert.EndsWith("|1 conflict, 1 acknowledged|1 acknowledged conflict|1 conflict", await LensesAsync(session));
        Assert.EndsWith("**1 conflict, 1 acknowledged**", await CardAsync(session, "transfer A|", complete: "acknowledged"));
    }

    // A card leaves out what it would have to wait for, so that it is asked for until all of it is known.
    private static async Task<string> CardAsync(Session session, string at, string complete)
    {
        using var patience = new CancellationTokenSource(LspClient.Patience);
        while (true)
        {
            string card = (string?)(await session.AskAsync("hover", at))?["contents"]?["value"] ?? string.Empty;
            if (card.Contains(complete, StringComparison.Ordinal) || patience.IsCancellationRequested)
            {
                return card;
            }

            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task Cards_hints_and_lenses_obey_the_day_and_the_viewpoint()
    {
        await using Session session = await Session.OpenAsync(Text, settings: """{"asOf":"2022-06-01","viewpoint":"JP"}""");
        await session.AnalysedAsync();
        string clause = await session.CardAsync("to B|an", "Does not bind JP on 2022-06-01.");
        Assert.Contains("(in force on 2022-06-01)", clause);
        Assert.Contains("On 2022-06-01: 2 places: DE, FR", (string?)(await session.AskAsync("hover", "from C|lub"))?["contents"]?["value"]);
        Assert.StartsWith("does not bind JP|Club: 2 places|", await HintsAsync(session));
        Assert.DoesNotContain("conflict", await LensesAsync(session));

        int refreshed = Refreshed();
        session.Server.Client.Settings = """{"asOf":"2021-06-01","viewpoint":"DE"}""";
        await session.Server.Client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":null}""");
        await session.CardAsync("from C|lub", "On 2021-06-01: 3 places: DE, FR, JP");
        await session.Server.Client.UntilAsync(_ => Refreshed() > refreshed ? "" : null);
        Assert.Contains("1 conflict", await LensesAsync(session));
        Assert.EndsWith("|not in force on 2021-06-01", await HintsAsync(session));
        Assert.DoesNotContain("does not bind", await HintsAsync(session));

        int Refreshed() => session.Server.Client.Received.Count(m => (string?)m["method"] == "workspace/inlayHint/refresh");
    }

    [Fact]
    public async Task A_lens_about_several_conflicts_names_each_of_them()
    {
        const string Law = "framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter must not transfer Health from EEA to US }\n  transfer B { Exporter may transfer Health from EEA to US }\n  transfer C { Exporter may transfer Health from DE to US }\n}\nresolve conflicts by superior\n";
        await using Session session = await Session.OpenAsync(Law);
        JsonNode?[] lenses = [.. await session.RequestAsync("textDocument/codeLens", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"}}""") as JsonArray ?? []];
        JsonNode? command = (await session.RequestAsync("codeLens/resolve", lenses[1]?.ToJsonString() ?? string.Empty))?["command"];
        Assert.Equal("2 conflicts", (string?)command?["title"]);
        string?[] arguments = [.. (command?["arguments"] as JsonArray ?? []).Select(a => (string?)a)];
        Assert.Equal([Session.Uri, "PL4003:F.A+F.B", "PL4003:F.A+F.C"], arguments);
    }

    [Fact]
    public async Task A_lens_from_before_a_change_is_answered_about_the_text_after_it()
    {
        const string Law = "framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter must not transfer Health from EEA to US }\n}\nframework G {\n  authority US\n  in force from 2020-01-01\n  transfer B { Exporter must transfer Health from EEA to US }\n}\n";
        await using Session session = await Session.OpenAsync(Law);
        JsonNode?[] lenses = [.. await session.RequestAsync("textDocument/codeLens", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"}}""") as JsonArray ?? []];
        string lens = lenses[1]?.ToJsonString() ?? string.Empty;
        Assert.Equal("1 conflict", (string?)(await session.RequestAsync("codeLens/resolve", lens))?["command"]?["title"]);
        await session.Server.ChangeAsync(Session.Uri, 2, (8, 0, 8, 100, ""));
        Assert.Equal("no conflicts", (string?)(await session.RequestAsync("codeLens/resolve", lens))?["command"]?["title"]);
    }

    [Fact]
    public async Task A_setting_that_means_nothing_is_told()
    {
        await using Session session = await Session.OpenAsync(Text, settings: """{"asOf":"June","viewpoint":"Atlantis"}""");
        JsonObject told = await session.Server.Client.UntilAsync(all => all.FirstOrDefault(m => (string?)m["method"] == "window/showMessage"));
        Assert.Equal(2, (int?)told["params"]?["type"]);
        Assert.Equal("The setting policy.asOf is not a date: 'June'. Write it as 2025-01-31.", (string?)told["params"]?["message"]);
        await session.CardAsync("to B|an", "Nobody is called Atlantis, the viewpoint that is set.");
        await session.Server.Client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":null}""");
        await session.Server.Client.UntilAsync(all => all.Count(m => (string?)m["method"] == "workspace/configuration") == 2 ? "" : null);
        await session.AskAsync("hover", "to B|an");
        Assert.Single(session.Server.Client.Received, m => (string?)m["method"] == "window/showMessage");
    }

    [Fact]
    public async Task Hints_say_what_is_implied()
    {
        await using Session session = await Session.OpenAsync(Text);
        Assert.Equal("Club: 3 places|outside EEA: 214 places|Club: 3 places|binds everybody · and must not elsewhere", await HintsAsync(session));
    }

    [Fact]
    public async Task A_clause_is_hinted_at_where_its_days_are_not_those_of_its_framework()
    {
        const string Law = "framework F {\n  authority EU\n  in force from 2020-01-01\n  transfer A { Exporter may transfer Health from DE to US }\n  transfer B { Exporter may transfer Health from DE to JP in force from 2019-01-01 until 2021-12-31 }\n}\n";
        await using Session session = await Session.OpenAsync(Law);
        Assert.Equal("in force since 2020-01-01 until 2021-12-31", await HintsAsync(session));
        JsonNode? hints = await session.RequestAsync("textDocument/inlayHint", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"},"range":{"start":{"line":4,"character":0},"end":{"line":5,"character":0} } }""");
        Assert.Equal($$"""{"line":4,"character":{{Law.Split('\n')[4].Length}}}""", hints?[0]?["position"]?.ToJsonString());
        await using Session later = await Session.OpenAsync(Law, settings: """{"asOf":"2023-01-01"}""");
        Assert.Equal("not in force on 2023-01-01", await Session.UntilAsync("not in force", () => HintsAsync(later)));
    }

    [Fact]
    public async Task Lenses_say_what_conflicts_and_overrides_and_run_scenarios()
    {
        await using Session session = await Session.OpenAsync(Text);
        await session.AnalysedAsync();
        Assert.Matches("^covers 2[0-9][0-9] of 2[0-9][0-9] destinations on 2020-06-01\\|1 conflict\\|overrides 1 clause\\|yields to 1 clause\\|covers 6 of [0-9]+ destinations on 2022-01-01\\|1 conflict\\|▷ run$", await LensesAsync(session));
        JsonArray lenses = Assert.IsType<JsonArray>(await session.RequestAsync("textDocument/codeLens", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"}}"""));
        JsonNode? run = (await session.RequestAsync("codeLens/resolve", lenses[^1]?.ToJsonString() ?? ""))?["command"];
        JsonNode? result = await session.RequestAsync("workspace/executeCommand", $$"""{"command":"{{run?["command"]}}","arguments":{{run?["arguments"]?.ToJsonString()}}}""");
        Assert.Equal("scenario:Somebody False", $"{result?["results"]?[0]?["id"]} {(bool?)result?["results"]?[0]?["passed"]}");
        JsonNode? show = (await session.RequestAsync("codeLens/resolve", lenses[1]?.ToJsonString() ?? ""))?["command"];
        JsonNode? conflict = await session.RequestAsync("workspace/executeCommand", $$"""{"command":"{{show?["command"]}}","arguments":{{show?["arguments"]?.ToJsonString()}}}""");
        Assert.Equal("PL4003", (string?)conflict?["code"]);
        JsonObject unknown = await session.Server.Client.RequestAsync("workspace/executeCommand", """{"command":"policy.fly"}""");
        Assert.Equal(-32602, (int?)unknown["error"]?["code"]);
    }

    [Fact]
    public async Task The_call_hierarchy_says_what_overrides_what()
    {
        await using Session session = await Session.OpenAsync(Text);
        JsonNode? free = (await session.AskAsync("prepareCallHierarchy", "transfer F|ree") as JsonArray)?[0];
        Assert.Equal("F.Free", (string?)free?["name"]);
        JsonArray incoming = Assert.IsType<JsonArray>(await session.RequestAsync("callHierarchy/incomingCalls", $$"""{"item":{{free?.ToJsonString()}}}"""));
        Assert.Equal("F.Ban explicit: subject to F.Ban", string.Join("; ", incoming.Select(c => $"{c?["from"]?["name"]} {c?["from"]?["detail"]}")));
        JsonNode? ban = (await session.AskAsync("prepareCallHierarchy", "transfer B|an") as JsonArray)?[0];
        JsonArray outgoing = Assert.IsType<JsonArray>(await session.RequestAsync("callHierarchy/outgoingCalls", $$"""{"item":{{ban?.ToJsonString()}}}"""));
        Assert.Equal("F.Free", string.Join("; ", outgoing.Select(c => (string?)c?["to"]?["name"])));
        Assert.Null(await session.AskAsync("prepareCallHierarchy", "define |Big"));
    }

    [Fact]
    public async Task The_type_hierarchy_has_kinds_and_blocs_by_date()
    {
        await using Session session = await Session.OpenAsync(Text, settings: """{"asOf":"2022-06-01"}""");
        await session.CardAsync("bloc C|lub", "On 2022-06-01");
        Assert.Equal("SensitivePersonalData", await TypesAsync(session, "transfer H|ealth", "supertypes"));
        Assert.Equal("DE, FR", await TypesAsync(session, "bloc C|lub", "subtypes"));
        Assert.StartsWith("Club, ", await TypesAsync(session, "  D|E, FR", "supertypes", last: true));
        Assert.Null(await session.AskAsync("prepareTypeHierarchy", "transfer B|an"));
    }

    [Fact]
    public async Task Implementation_and_linked_editing_find_what_belongs_together()
    {
        await using Session session = await Session.OpenAsync(Text);
        Assert.Equal(["G"], session.Texts((await session.AskAsync("implementation", "framework F|") as JsonArray ?? []).Select(l => l?["range"])));
        Assert.Equal(["Keep"], session.Texts((await session.AskAsync("implementation", "define B|ig") as JsonArray ?? []).Select(l => l?["range"])));
        Assert.Equal(["Ban"], session.Texts([(await session.AskAsync("declaration", "subject to B|an"))?["range"]]));
        Assert.Equal(["Big", "Big"], session.Texts((await session.AskAsync("linkedEditingRange", "define B|ig"))?["ranges"] as JsonArray ?? []));
        Assert.Null(await session.AskAsync("linkedEditingRange", "transfer H|ealth"));
    }

    private static async Task<string> TypesAsync(Session session, string at, string direction, bool last = false)
    {
        JsonNode? item = (await session.AskAsync("prepareTypeHierarchy", at) as JsonArray)?[0];
        JsonArray found = Assert.IsType<JsonArray>(await session.RequestAsync("typeHierarchy/" + direction, $$"""{"item":{{item?.ToJsonString()}}}"""));
        IEnumerable<string?> names = found.Select(i => (string?)i?["name"]);
        return string.Join(", ", last ? names.Reverse() : names);
    }

    private static async Task<string> HintsAsync(Session session)
    {
        JsonNode? hints = await session.RequestAsync("textDocument/inlayHint", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"},"range":{"start":{"line":0,"character":0},"end":{"line":999,"character":0} } }""");
        return string.Join('|', (hints as JsonArray ?? []).Select(h => (string?)h?["label"]));
    }

    private static async Task<string> LensesAsync(Session session)
    {
        JsonArray lenses = Assert.IsType<JsonArray>(await session.RequestAsync("textDocument/codeLens", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"}}"""));
        var titles = new List<string?>();
        foreach (JsonNode? lens in lenses)
        {
            titles.Add((string?)(await session.RequestAsync("codeLens/resolve", lens?.ToJsonString() ?? ""))?["command"]?["title"]);
        }

        return string.Join('|', titles);
    }
}
