using System.Text.Json.Nodes;
using PolicyLang.Analysis;
using PolicyLang.Analysis.Compliance;
using PolicyLang.Analysis.Interop;
using PolicyLang.Conflicts;
using PolicyLang.LanguageService;
using PolicyLang.Repairs.Hypotheses;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>The questions of negotiators: each answer is that of the function of Core that the command asks.</summary>
public sealed class AnswerTests
{
    private const string File = "/laws/a.policy";
    private const string Uri = "file:///laws/a.policy";
    private const string Text = """
        bloc Club { JP since 2026-01-01 }
        framework Pact "A pact" {
          authority Club
          rank treaty
          in force from 2026-01-01
          norm Flow "Free flow" {
            parties must allow transfer NonPersonalData
            from own territory
            to anywhere
          }
        }
        party BR { adopts Pact since 2027-01-01 }
        party GH { adopts Pact since 2027-01-01 until 2030-12-31 }

        framework A "First" {
          authority BR
          in force from 2020-01-01
          transfer Ban "Bar" { Exporter must not transfer NonPersonalData from BR to outside BR unless explicit_consent }
          transfer Leave { Exporter may transfer Health from BR to US when explicit_consent }
        }

        framework B "Second" {
          authority GH
          in force from 2021-01-01
          transfer Order { Exporter must transfer Health from GH to US }
          transfer Open { Exporter may transfer NonPersonalData from BR to US }
        }
        """;

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static Workspace Law(string text) => Workspace.Empty.With(File, Lines(text));

    private static async Task<JsonNode> AskAsync(string method, JsonObject parameters, string text = Text)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, Lines(text));
        JsonObject answer = await server.Client.RequestAsync(method, parameters.ToJsonString());
        Assert.True(answer["result"] is not null, answer.ToJsonString());
        return answer["result"] ?? new JsonObject();
    }

    private static async Task<string?> RefusedAsync(string method, JsonObject parameters, string text = Text)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, Lines(text));
        return (string?)(await server.Client.RequestAsync(method, parameters.ToJsonString()))["error"]?["message"];
    }

    private static JsonObject[] Rows(JsonNode answer, Func<string, bool>? section = null) =>
        [.. (answer["sections"] as JsonArray ?? []).Where(s => section?.Invoke((string?)s?["title"] ?? "") ?? true)
            .SelectMany(s => s?["rows"] as JsonArray ?? []).OfType<JsonObject>()];

    private static string Words(JsonNode? place, string text = Text)
    {
        string line = Lines(text).Split('\n')[(int?)place?["range"]?["start"]?["line"] ?? 0];
        int from = (int?)place?["range"]?["start"]?["character"] ?? 0;
        bool oneLine = (int?)place?["range"]?["start"]?["line"] == (int?)place?["range"]?["end"]?["line"];
        return oneLine ? line[from..((int?)place?["range"]?["end"]?["character"] ?? 0)] : line[from..];
    }

    private static JsonObject Old(string text, string uri = Uri) =>
        new() { ["oldFiles"] = new JsonArray(new JsonObject { ["uri"] = uri, ["text"] = Lines(text) }) };

    [Fact]
    public async Task Differences_are_those_of_two_workspaces_and_lead_to_the_changed_words()
    {
        string before = Text.Replace(" unless explicit_consent", "", StringComparison.Ordinal).Replace("Exporter must transfer Health", "Exporter must transfer Genetic", StringComparison.Ordinal);
        JsonNode answer = await AskAsync("policy/differences", Old(before));
        VersionComparison comparison = Law(Text).CompareWith(Law(before), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(WireNames.NameOf(comparison.Level), (string?)answer["level"]);
        Assert.Equal(
            comparison.Clauses.Select(c => WireNames.NameOf(c.Change)).Concat(comparison.Changes.Select(c => WireNames.NameOf(c.Kind))),
            Rows(answer, title => !title.Contains("onflict", StringComparison.Ordinal) || title.StartsWith("Now", StringComparison.Ordinal)).Select(r => (string?)r["kind"]));
        Assert.All(comparison.Changes, change => Assert.Contains(Rows(answer), r => ((string?)r["text"])?.TrimEnd('.').Equals(char.ToUpperInvariant(change.Turn[0]) + change.Turn[1..], StringComparison.Ordinal) ?? false));
        JsonObject clause = Rows(answer, t => t == "Clauses").First(r => ((string?)r["text"])!.StartsWith("A.Ban ", StringComparison.Ordinal));
        Assert.Equal("unless explicit_consent", Words(clause["places"]?[0]));
        JsonObject order = Rows(answer, t => t == "Clauses").First(r => ((string?)r["text"])!.StartsWith("B.Order ", StringComparison.Ordinal));
        Assert.Equal("Health", Words(order["places"]?[0]));
    }

    [Fact]
    public async Task A_difference_names_the_clause_that_decides_and_no_other()
    {
        // Before, a permission of another order stands beside the prohibition, and decides nothing.
        JsonNode answer = await AskAsync("policy/differences", Old(Text.Replace(" unless explicit_consent", "", StringComparison.Ordinal)));
        JsonObject row = Assert.Single(Rows(answer, t => t == "Now permitted"));
        Assert.Equal("Was prohibited by A.Ban, is now permitted by B.Open.", (string?)row["text"]);
        Assert.Equal(["A.Ban", "B.Open"], (row["places"] as JsonArray ?? []).Select(p => (string?)p?["clause"]));
    }

    [Fact]
    public async Task A_clause_that_is_gone_leads_to_its_framework_and_a_rewording_is_one()
    {
        JsonNode answer = await AskAsync("policy/differences", Old(Text.Replace("\"Bar\"", "\"Barrier\"", StringComparison.Ordinal).Replace("transfer Open {", "transfer Old {", StringComparison.Ordinal)));
        Assert.Equal(["A.Ban has other words that mean the same", "B.Old is gone", "B.Open is new"], Rows(answer, t => t == "Clauses").Select(r => (string?)r["text"]));
        Assert.Equal("B", Words(Rows(answer, t => t == "Clauses")[1]["places"]?[0]));
        JsonNode unsound = await AskAsync("policy/differences", Old("framework {"));
        Assert.Equal("The earlier version has errors that may hide rules, which then seem to be new. The first: The framework has no name.", (string?)unsound["notes"]?[0]);
        Assert.Equal("The earlier version has no policy files of this project.", await RefusedAsync("policy/differences", new JsonObject { ["oldFiles"] = new JsonArray() }));
    }

    [Fact]
    public async Task Files_that_came_later_are_gone_in_the_earlier_version()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, Lines(Text));
        await server.OpenAsync("file:///laws/b.policy", "framework C {\n  authority US\n  in force from 2020-01-01\n  transfer New { Exporter must not transfer Health from US }\n}\n");
        JsonObject answer = await server.Client.RequestAsync("policy/differences", Old(Text).ToJsonString());
        Assert.Contains(Rows(answer["result"] ?? new JsonObject()), r => (string?)r["text"] == "C.New is new" && (string?)r["places"]?[0]?["uri"] == "file:///laws/b.policy");
    }

    [Fact]
    public async Task Compliance_is_the_table_of_the_treaty_and_each_entry_opens_its_list()
    {
        JsonNode answer = await AskAsync("policy/compliance", new JsonObject { ["treaty"] = "Pact", ["on"] = "2028-01-01" });
        Workspace law = Law(Text);
        Assert.True(CalendarDay.TryParse("2028-01-01", out CalendarDay day));
        ComplianceMatrix? matrix = law.Compliance(law.Model.Frameworks.First(f => f.Name == "Pact"), day, out _, TestContext.Current.CancellationToken);
        Assert.NotNull(matrix);

        JsonNode? table = answer["table"];
        Assert.Equal(matrix.Rows.Select(r => r.Party), (table?["rows"] as JsonArray ?? []).Select(r => (string?)r?["name"]));
        Assert.Equal(matrix.Articles.Select(a => a.Name), (table?["columns"] as JsonArray ?? []).Select(r => (string?)r?["name"]));
        for (int row = 0; row < matrix.Rows.Length; row++)
        {
            for (int column = 0; column < matrix.Articles.Length; column++)
            {
                ComplianceCell cell = matrix.Rows[row].Cells[column];
                JsonNode? told = table?["cells"]?[row]?[column];
                Assert.Equal(cell.Breaches.Concat(cell.Missing).Select(c => WireNames.NameOf(c.Kind)), (told?["rows"] as JsonArray ?? []).Select(r => (string?)r?["kind"]));
            }
        }

        JsonNode? breach = table?["cells"]?[1]?[0];
        Assert.Equal(("1 !", "1 breach, 0 excusable", "bad"), ((string?)breach?["sign"], (string?)breach?["text"], (string?)breach?["tone"]));
        Assert.Contains(breach?["rows"]?[0]?["places"] as JsonArray ?? [], p => (string?)p?["clause"] == "A.Ban" && Words(p) == "Ban");
        Assert.Equal("There is no framework 'Pakt'; did you mean 'Pact'?", await RefusedAsync("policy/compliance", new JsonObject { ["treaty"] = "Pakt" }));
        Assert.Equal("No clause of 'A' asks anything of a party's law.", await RefusedAsync("policy/compliance", new JsonObject { ["treaty"] = "A" }));
    }

    [Fact]
    public async Task A_timeline_has_the_days_and_each_reason_leads_to_the_day_in_the_text()
    {
        JsonNode answer = await AskAsync("policy/timeline", []);
        Timeline timeline = Law(Text).Timeline(new TimelineQuery(), TestContext.Current.CancellationToken);
        Assert.Equal(timeline.Days.Select(d => d.Day.ToString()), (answer["sections"] as JsonArray ?? []).Select(s => (string?)s?["title"]));
        Assert.All(timeline.Days, day => Assert.Equal(
            day.Reasons.Select(r => r.Text + "."), Rows(answer, t => t == day.Day.ToString()).Where(r => (string?)r["kind"] == "reason").Select(r => (string?)r["text"])));
        JsonObject[] end = Rows(answer, t => t == "2031-01-01");
        Assert.Equal("GH is no longer bound by Pact.", (string?)end[0]["text"]);
        Assert.Equal("2030-12-31", Words(end[0]["places"]?[0]));
        Assert.Equal("2020-01-01", Words(Rows(answer, t => t == "2020-01-01")[0]["places"]?[0]));

        JsonNode one = await AskAsync("policy/timeline", new JsonObject { ["of"] = new JsonArray("B"), ["from"] = "2021-01-01", ["until"] = "2022-01-01" });
        Assert.Equal(["2021-01-01"], (one["sections"] as JsonArray ?? []).Select(s => (string?)s?["title"]));
        Assert.Equal("1 day on which some answer changes, from 2021-01-01 until 2022-01-01.", (string?)one["summary"]?[0]);
    }

    [Fact]
    public async Task Interop_has_the_parts_of_two_laws()
    {
        JsonNode answer = await AskAsync("policy/interop", new JsonObject { ["first"] = "BR", ["second"] = "GH", ["on"] = "2026-01-01" });
        Workspace law = Law(Text);
        InteropReport? report = law.Interop(
            law.Model.Frameworks.First(f => f.Name == "A").Authority!, law.Model.Frameworks.First(f => f.Name == "B").Authority!,
            [new Decisions.RawFact("date", ["2026-01-01"])], 12, out _, TestContext.Current.CancellationToken);
        Assert.NotNull(report);
        Assert.NotEmpty(report.Parts);
        Assert.Equal(report.Parts.Select(p => WireNames.NameOf(p.Kind)), Rows(answer).Select(r => (string?)r["kind"]));
        Assert.Equal(report.Parts.Select(p => string.Join(' ', p.Clauses)), Rows(answer).Select(r => string.Join(' ', (r["places"] as JsonArray ?? []).Select(p => (string?)p?["clause"]))));
        Assert.Contains("Nowhere incompatible: some act complies with both.", (answer["notes"] as JsonArray ?? []).Select(n => (string?)n));
        Assert.Equal("There is no framework or legal order 'Bx'; did you mean 'BR'?", await RefusedAsync("policy/interop", new JsonObject { ["first"] = "Bx", ["second"] = "GH" }));
    }

    [Fact]
    public async Task What_if_tells_what_comes_and_goes_for_the_party_and_for_the_others()
    {
        var supposed = new JsonObject { ["withdraw"] = new JsonArray("BR Pact since 2029-01-01"), ["adopt"] = new JsonArray("US Pact since 2028-01-01") };
        JsonNode answer = await AskAsync("policy/whatIf", supposed);
        Func<WhatIfAnswer>? ask = Law(Text).Suppose(
            new Supposition { Withdraw = ["BR Pact since 2029-01-01"], Adopt = ["US Pact since 2028-01-01"] }, null, out _, out _, TestContext.Current.CancellationToken);
        WhatIfAnswer expected = ask!();

        Assert.Equal(WireNames.NameOf(expected.Comparison.Level), (string?)answer["level"]);
        Assert.Equal(expected.Parties.Select(p => p.Party).Append("The others"), (answer["sections"] as JsonArray ?? []).Select(s => (string?)s?["title"]).Take(expected.Parties.Length + 1));
        Assert.Equal(
            expected.Comparison.Changes.Select(c => WireNames.NameOf(c.Kind)).Order(),
            Rows(answer, t => t.StartsWith("Parties ", StringComparison.Ordinal) || t.StartsWith("Now ", StringComparison.Ordinal) || t.StartsWith("No longer ", StringComparison.Ordinal)).Select(r => (string?)r["kind"]).Order());
        Assert.Contains("'XX' ", await RefusedAsync("policy/whatIf", new JsonObject { ["adopt"] = new JsonArray("XX Pact since 2028-01-01") }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_asked_about_is_listed()
    {
        JsonNode answer = await AskAsync("policy/instruments", []);
        JsonNode? pact = answer["instruments"]?[0];
        Assert.Equal(("Pact", "A pact", true), ((string?)pact?["name"], (string?)pact?["title"], (bool?)pact?["asks"]));
        Assert.Equal(["JP", "BR", "GH"], (pact?["parties"] as JsonArray ?? []).Select(p => (string?)p));
        Assert.Equal("Pact.Flow", (string?)pact?["clauses"]?[0]?["name"]);
        Assert.Null(pact?["breaches"]);
        JsonNode counted = await AskAsync("policy/instruments", new JsonObject { ["breaches"] = true });
        Assert.Equal(Law(Text).OpenConflicts.Where(c => c.Kind == ConflictKind.TreatyBreach).Sum(c => c.Parties.Length), (int?)counted["instruments"]?[0]?["breaches"]);
        Assert.Equal(["BR", "Club", "GH"], (answer["orders"] as JsonArray ?? []).Select(o => (string?)o?["name"]));
    }
}
