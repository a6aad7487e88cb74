using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>The requests of an editor's views: conflicts, matrix, questions, scenarios, difference.</summary>
public sealed class WorkbenchTests
{
    private const string Uri = "file:///laws/a.policy";
    private const string Text = """
        framework A "First" {
          authority EU
          in force from 2020-01-01

          transfer Ban "Bar" { Exporter must not transfer Health from EEA to US unless explicit_consent }
        }

        framework B "Second" {
          authority US
          in force from 2021-01-01

          transfer Order { Exporter must transfer Health from EEA to US }
        }

        scenario "held" {
          Exporter transfer Health
          from DE to US
          on 2020-06-01
          expect prohibited by A.Ban
        }

        scenario "missed" {
          Exporter transfer Health
          from DE to US
          on 2022-01-01
          expect prohibited
        }

        check "proved" {
          never permitted: Exporter transfer Health
          from DE
          to US
          when not explicit_consent
        }
        """;

    private static async Task<ServerUnderTest> OpenAsync(string text = Text)
    {
        ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, text.ReplaceLineEndings("\n"));
        return server;
    }

    private static async Task<JsonNode> AskAsync(ServerUnderTest server, string method, string parameters = "{}")
    {
        JsonObject answer = await server.Client.RequestAsync(method, parameters);
        Assert.True(answer["result"] is not null, answer.ToJsonString());
        return answer["result"] ?? new JsonObject();
    }

    private static async Task<string?> RefusedAsync(ServerUnderTest server, string method, string parameters) =>
        (string?)(await server.Client.RequestAsync(method, parameters))["error"]?["message"];

    private static string Join(JsonNode? list, Func<JsonNode?, JsonNode?> word) => string.Join(' ', (list as JsonArray ?? []).Select(i => word(i)?.ToString()));

    [Fact]
    public async Task A_conflict_is_listed_with_its_clauses_and_witness()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonNode answer = await AskAsync(server, "policy/conflicts");
        JsonNode? conflict = Assert.Single(answer["conflicts"] as JsonArray ?? []);

        Assert.Equal(("PL4001", "dilemma", "unresolved", "error"), ((string?)conflict?["code"], (string?)conflict?["kind"], (string?)conflict?["status"], (string?)conflict?["severity"]));
        Assert.Equal("A B", Join(conflict?["frameworks"], f => f));
        Assert.Equal("A.Ban B.Order", Join(conflict?["clauses"], c => c?["clause"]));
        Assert.Equal("4 11", Join(conflict?["clauses"], c => c?["range"]?["start"]?["line"]));
        Assert.Equal("transfer", (string?)conflict?["witness"]?["action"]);
        Assert.Equal("on 2021-01-01, Exporter transfers Health from Germany to United States", (string?)conflict?["witnessText"]);
        Assert.Equal(1, (int?)conflict?["group"]);
        JsonNode? group = Assert.Single(answer["groups"] as JsonArray ?? []);
        Assert.Equal(
            "Let one yield ('subject to B.Order' in A.Ban, or the reverse), narrow one of them, or 'acknowledge conflict between B.Order and A.Ban because \"…\"'.",
            (string?)group?["help"]);
        (group as JsonObject)?.Remove("help");
        Assert.Equal("""{"number":1,"title":"US requires what EU prohibits","severity":"error","days":[{"from":"2021-01-01"}]}""", group?.ToJsonString());
    }

    [Fact]
    public async Task What_can_be_done_about_a_conflict_comes_as_edits()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonArray actions = (await AskAsync(server, "policy/conflictActions", """{"id":"PL4001:A.Ban+B.Order"}"""))["actions"] as JsonArray ?? [];

        Assert.Equal(["repair", "acknowledge", "scenario"], actions.Select(a => (string?)a?["kind"]).Distinct());
        Assert.All(actions, a => Assert.NotEmpty(a?["edit"]?["changes"]?[Uri] as JsonArray ?? []));
        Assert.Equal("This conflict is gone; refresh the list.", await RefusedAsync(server, "policy/conflictActions", """{"id":"PL4001:X"}"""));
    }

    [Fact]
    public async Task A_matrix_says_what_depends_on_the_recipient_how_many_conditions_there_are_and_when_it_changes()
    {
        await using ServerUnderTest server = await OpenAsync("""
            framework R {
              authority EU
              in force from 2020-01-01
              transfer Courts { Exporter must not transfer Health from EEA to Authority in US }
              transfer Ban { Exporter must not transfer Health from EEA to JP unless safeguards include ImpactAssessment and safeguards include StandardContractCN }
            }
            framework S { authority EU in force from 2022-05-01 transfer Open { Exporter may transfer Health from EEA to US } }
            """);
        const string Asked = """{"date":"2021-06-01","data":"Health","days":true,"origins":["DE"],"destinations":["US","JP"]""";
        JsonNode matrix = await AskAsync(server, "policy/matrix", Asked + "}");
        Assert.Equal("""["2020-01-01","2020-02-01","2022-05-01"]""", matrix["days"]?.ToJsonString());
        Assert.Equal("""["Controller","Exporter"]""", matrix["actor"]?.ToJsonString());
        JsonNode? american = matrix["cells"]?[0]?[0];
        Assert.Equal("unregulated", (string?)american?["outcome"]);
        Assert.Equal("unregulated  prohibited Authority", string.Join(' ', (american?["recipients"] as JsonArray ?? []).Select(r => $"{r?["outcome"]} {Join(r?["roles"], n => n?["name"])}")));
        Assert.Equal(("safeguards", 2), ((string?)matrix["cells"]?[0]?[1]?["outcome"], (int?)matrix["cells"]?[0]?[1]?["conditions"]));
        JsonNode told = await AskAsync(server, "policy/matrix", Asked + ""","recipient":"Authority"}""");
        Assert.Equal(("prohibited", "Authority"), ((string?)told["cells"]?[0]?[0]?["outcome"], (string?)told["recipient"]));
        Assert.Null(told["cells"]?[0]?[0]?["recipients"]);
    }

    [Fact]
    public async Task A_matrix_is_for_the_day_of_the_setting_unless_another_is_asked_for()
    {
        await using Session session = await Session.OpenAsync("framework F {\n}\n", settings: """{"asOf":"2022-06-01"}""");
        await Session.UntilAsync("2022-06-01", async () => (string?)(await session.RequestAsync("workspace/executeCommand", $$"""{"command":"policy.matrix","arguments":["{{Session.Uri}}"]}"""))?["date"] ?? "");
        Assert.Equal("2020-01-01", (string?)(await session.RequestAsync("policy/matrix", """{"date":"2020-01-01"}"""))?["date"]);
    }

    [Fact]
    public async Task A_matrix_answers_for_every_origin_and_destination()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonNode matrix = await AskAsync(server, "policy/matrix", """{"date":"2020-06-01","data":"Health"}""");

        Assert.Equal("EEA", (string?)matrix["origins"]?[0]?["name"]);
        Assert.Equal(["prohibited", "unregulated"], (matrix["cells"] as JsonArray ?? []).SelectMany(r => r as JsonArray ?? []).Select(c => (string?)c?["outcome"]).Distinct().Order());
        JsonNode one = await AskAsync(server, "policy/matrix", """{"date":"2022-06-01","data":"Health","origins":["DE"],"destinations":["US"]}""");
        Assert.Equal("conflicting", (string?)one["cells"]?[0]?[0]?["outcome"]);
        Assert.Equal("A.Ban B.Order", Join(one["cells"]?[0]?[0]?["clauses"], c => c?["clause"]));
        Assert.Equal("There is no data 'Helth' for 'data'; did you mean 'Health'?", await RefusedAsync(server, "policy/matrix", """{"date":"2022-06-01","data":"Helth"}"""));
    }

    [Fact]
    public async Task Only_what_matters_is_asked_and_the_answer_comes_with_its_reasons()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonNode first = await AskAsync(server, "policy/ask", """{"case":{"action":"transfer","date":"2020-06-01"}}""");
        Assert.Equal("actor data origin destination explicit_consent", string.Join(' ', (first["questions"] as JsonArray ?? []).Where(q => (bool?)q?["matters"] == true).Select(q => (string?)q?["name"])));
        Assert.Equal("unregulated", (string?)first["answer"]?["decision"]);

        JsonNode last = await AskAsync(server, "policy/ask", """{"case":{"action":"transfer","date":"2020-06-01","actor":["Exporter"],"data":"Health","origin":"DE","destination":"US"}}""");
        Assert.Equal("prohibited", (string?)last["answer"]?["decision"]);
        Assert.Equal("A.Ban", Join(last["answer"]?["applied"], c => c?["clause"]));
        Assert.Contains("Bar (A.Ban) applies", (string?)last["answer"]?["text"], StringComparison.Ordinal);
        JsonNode? consent = Assert.Single((last["questions"] as JsonArray ?? []), q => (string?)q?["name"] == "explicit_consent");
        Assert.Equal(1, (int?)consent?["weight"]);

        JsonNode wrong = await AskAsync(server, "policy/ask", """{"case":{"action":"transfer","date":"yesterday"}}""");
        Assert.Null(wrong["answer"]);
        Assert.Equal("'yesterday' is not a date for 'date'; write it as YYYY-MM-DD, for example 2025-01-31.", (string?)wrong["problems"]?[0]);
    }

    private const string Asked = """{"action":"transfer","date":"2022-01-01","actor":["Exporter"],"data":"Health","origin":"DE","destination":"US"}""";

    [Fact]
    public async Task A_case_is_kept_as_a_scenario_that_expects_the_present_answer()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonNode? edit = (await AskAsync(server, "policy/caseScenario", $$"""{"case":{{Asked}},"title":"held"}"""))["edit"]?["changes"]?[Uri]?[0];

        Assert.Equal("""


            scenario "held (2)" {
              Exporter transfer Health
              from DE
              to US
              on 2022-01-01
              expect conflicting by A.Ban, B.Order
            }

            """.ReplaceLineEndings("\n"), (string?)edit?["newText"]);
        Assert.Equal(Text.ReplaceLineEndings("\n").Split('\n').Length, (int?)edit?["range"]?["start"]?["line"] + 1);
        Assert.Equal("The scenario needs a title.", await RefusedAsync(server, "policy/caseScenario", $$"""{"case":{{Asked}},"title":" "}"""));
        Assert.Equal("The case has no date; add one, for example date=2025-01-31.", await RefusedAsync(server, "policy/caseScenario", """{"case":{"action":"transfer"},"title":"x"}"""));
    }

    [Fact]
    public async Task A_case_is_told_as_a_memo_with_its_grounds_citations_and_sources()
    {
        await using ServerUnderTest server = await OpenAsync("uses GDPR, CBPRSystem\n\norganisation Acme under EU\n");
        string memo = (string?)(await AskAsync(server, "policy/caseMemo", $$"""{"case":{{Asked}}}"""))["text"] ?? string.Empty;

        Assert.StartsWith("# Prohibited\n\nOn 2022-01-01, Exporter transfers Health from DE to US, organisation is Acme.\n\n*A reading aid, not legal advice.*\n", memo, StringComparison.Ordinal);
        foreach (string part in (string[])["### GDPR.Art44 General principle for transfers\n\nArt. 44 of General Data Protection Regulation, in force since 2018-05-25.\n\n> Exporter must not transfer PersonalData",
            "\nIt applies wherever ", "\n## Ways to comply\n\n- ", "\n## What alone would change the answer\n\n", "read as of 2026-11-01: <http://data.europa.eu/eli/reg/2016/679/oj>\n"])
        {
            Assert.Contains(part, memo, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_project_is_started_from_the_law_library()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonNode starters = await AskAsync(server, "policy/starters", """{"under":["DE"]}""");
        JsonArray instruments = starters["instruments"] as JsonArray ?? [];
        Assert.Equal("DataAct EEvidence FreeFlowRegulation GDPR", string.Join(' ', instruments.Where(i => (bool?)i?["suggested"] == true).Select(i => (string?)i?["name"])));
        JsonNode? gdpr = instruments.Single(i => (string?)i?["name"] == "GDPR");
        Assert.Equal(("EU", "European Union", "statute", "in force since 2018-05-25", "2026-11-01", "http://data.europa.eu/eli/reg/2016/679/oj"),
            ((string?)gdpr?["order"], (string?)gdpr?["orderTitle"], (string?)gdpr?["rank"], (string?)gdpr?["force"], (string?)gdpr?["readAsOf"], (string?)gdpr?["source"]));
        Assert.StartsWith("Regulation (EU) 2016/679", (string?)gdpr?["citation"], StringComparison.Ordinal);

        JsonNode made = await AskAsync(server, "policy/newProject", """{"title":"Acme","from":"2026-01-01","under":["DE"],"data":["Financial"],"destinations":["US"],"uses":["GDPR"]}""");
        Assert.Equal(("Acme", "policy.policy"), ((string?)made["name"], (string?)made["first"]));
        string[] files = [.. (made["files"] as JsonArray ?? []).Select(f => (string?)f?["path"] ?? string.Empty)];
        Assert.Equal(["policy.policy", "scenarios.policy", "policy.json", ".github/workflows/policy.yml", ".vscode/extensions.json"], files);
        Assert.Contains("Exporter must not transfer Financial\n    from anywhere\n    to US\n", (string?)made["files"]?[0]?["text"], StringComparison.Ordinal);
        Assert.Contains("scenario \"Financial to US, as the law is now\"", (string?)made["files"]?[1]?["text"], StringComparison.Ordinal);
        Assert.Equal("There is no framework of the law library 'GDPRR'. Did you mean 'GDPR'?", await RefusedAsync(server, "policy/newProject", """{"title":"Acme","from":"2026-01-01","uses":["GDPRR"]}"""));
    }

    [Fact]
    public async Task The_clauses_of_a_document_are_read_out()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonNode reading = await AskAsync(server, "policy/reading", $$"""{"uri":"{{Uri}}"}""");
        Assert.Equal("A.Ban B.Order", Join(reading["clauses"], c => c?["clause"]));
        JsonNode? ban = reading["clauses"]?[0];
        Assert.Equal(("Bar", "in force since 2020-01-01", 4), ((string?)ban?["title"], (string?)ban?["force"], (int?)ban?["range"]?["start"]?["line"]));
        JsonNode? says = Assert.Single(ban?["says"] as JsonArray ?? []);
        Assert.Equal("Forbidden where", (string?)says?["kind"]);
        Assert.Equal("Exporter transfers Health from European Economic Area to United States; it is not so that the person concerned has explicitly consented after being told of the risks; on or after 2020-01-01", (string?)says?["where"]?[0]);
        Assert.Equal("Due where", (string?)reading["clauses"]?[1]?["says"]?[0]?["kind"]);
    }

    [Fact]
    public async Task Scenarios_and_checks_are_listed_and_run()
    {
        await using ServerUnderTest server = await OpenAsync();
        Assert.Equal("scenario:held scenario:missed check:proved", Join((await AskAsync(server, "policy/scenarios"))["items"], i => i?["id"]));

        JsonNode? all = (await AskAsync(server, "policy/runScenarios"))["results"];
        Assert.Equal("true false true", Join(all, r => r?["passed"]));
        Assert.Equal(("prohibited", "conflicting by A.Ban and B.Order"), ((string?)all?[1]?["expected"], ((string?)all?[1]?["actual"])?.Split('\n')[0]));
        Assert.Contains("B.Order applies", (string?)all?[1]?["explanation"], StringComparison.Ordinal);
        Assert.Equal("check:proved", Join((await AskAsync(server, "policy/runScenarios", """{"ids":["check:proved"]}"""))["results"], r => r?["id"]));
    }

    [Fact]
    public async Task An_edit_is_compared_by_meaning_with_an_earlier_text()
    {
        await using ServerUnderTest server = await OpenAsync();
        string Old(string text) => new JsonObject { ["uri"] = Uri, ["oldText"] = text.ReplaceLineEndings("\n") }.ToJsonString();

        Assert.Equal("none", (string?)(await AskAsync(server, "policy/semanticDiff", Old(Text)))["level"]);
        Assert.Equal("patch", (string?)(await AskAsync(server, "policy/semanticDiff", Old("// a remark\n" + Text)))["level"]);
        JsonNode wider = await AskAsync(server, "policy/semanticDiff", Old(Text.Replace("unless explicit_consent", "unless explicit_consent or us_warrant", StringComparison.Ordinal)));
        Assert.Equal("major", (string?)wider["level"]);
        Assert.Contains("us_warrant", (string?)wider["text"], StringComparison.Ordinal);
        Assert.Equal("The earlier version has errors that may hide rules; correct them first.", await RefusedAsync(server, "policy/semanticDiff", Old("framework {")));
    }

    [Fact]
    public async Task The_names_of_a_taxonomy_can_be_chosen_from()
    {
        await using ServerUnderTest server = await OpenAsync();

        Assert.Contains((await AskAsync(server, "policy/vocabulary", """{"kind":"jurisdiction"}"""))["names"] as JsonArray ?? [], n => (string?)n?["name"] == "DE" && (string?)n?["title"] == "Germany");
        Assert.Contains((await AskAsync(server, "policy/vocabulary", """{"kind":"viewpoint"}"""))["names"] as JsonArray ?? [], n => (string?)n?["name"] == "EU" && (string?)n?["title"] == "European Union");
        Assert.StartsWith("There is no taxonomy 'place'; there are ", await RefusedAsync(server, "policy/vocabulary", """{"kind":"place"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_models_of_a_document_are_shown_as_they_would_be_generated_now()
    {
        await using ServerUnderTest server = await OpenAsync();
        JsonNode? files = (await AskAsync(server, "policy/preview", new JsonObject { ["uri"] = Uri }.ToJsonString()))["files"];

        Assert.Equal("A.cs B.cs", Join(files, f => f?["name"]));
        Assert.Contains("\"a.policy\"", (string?)files?[0]?["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("/laws", (string?)files?[0]?["text"], StringComparison.Ordinal);
        JsonNode command = await AskAsync(server, "workspace/executeCommand", new JsonObject { ["command"] = "policy.preview", ["arguments"] = new JsonArray(Uri) }.ToJsonString());
        Assert.Equal(files?.ToJsonString(), command["files"]?.ToJsonString());
        Assert.Equal("policy.preview needs the document.", await RefusedAsync(server, "workspace/executeCommand", """{"command":"policy.preview"}"""));

        await server.OpenAsync("file:///laws/empty.policy", string.Empty);
        Assert.Empty((await AskAsync(server, "policy/preview", """{"uri":"file:///laws/empty.policy"}"""))["files"] as JsonArray ?? [1]);
    }
}
