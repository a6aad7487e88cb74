using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>A clause with what is around it, and the status of clauses.</summary>
public sealed class ClauseTests
{
    private const string Text = """
        framework F "First law" {
          authority EU
          source <https://example.org/law>
          in force from 2020-01-01

          /// What stays.
          /// @status approved by Jane Doe on 2026-11-30
          transfer Ban "Health data stay" cites "Art. 1" { Exporter must not transfer Health from EEA to US }

          /// @status reviewed
          transfer Consent { Exporter may transfer Health from EEA to US when explicit_consent prevails over Ban }
          transfer Other { Exporter may transfer Financial from EEA to US }
          /// @status nearly done
          transfer Odd { Exporter may transfer Financial from EEA to JP }
        }

        scenario "Without consent" { Exporter transfer Health from DE to US on 2023-01-01 expect prohibited }
        scenario "Of accounts" { Exporter transfer Financial from DE to US on 2023-01-01 expect prohibited }
        scenario "With consent" { Exporter transfer Health from DE to US on 2023-01-01 where explicit_consent expect permitted }
        """;

    private static async Task<JsonNode?> ClauseAsync(Session session, string at) => (await session.RequestAsync("policy/clause", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"},"position":{{{session.Place(session.Text.IndexOf(at, StringComparison.Ordinal))}}} }"""))?["clause"];

    [Fact]
    public async Task A_clause_comes_with_its_article_its_status_what_prevails_and_the_scenarios_that_touch_it()
    {
        await using Session session = await Session.OpenAsync(Text);
        await session.AnalysedAsync();
        JsonNode? ban = await ClauseAsync(session, "must not transfer");
        Assert.Equal("F.Ban Health data stay", $"{ban?["place"]?["clause"]} {ban?["place"]?["title"]}");
        Assert.Equal("Ban", session.At(ban?["place"]?["range"]));
        Assert.Equal("""{"name":"F","title":"First law"}""", ban?["instrument"]?.ToJsonString());
        Assert.Equal("EU", (string?)ban?["order"]);
        Assert.Equal("Exporter must not transfer Health from EEA to US", (string?)ban?["sentence"]);
        Assert.Equal("Art. 1 https://example.org/law", $"{ban?["citation"]} {ban?["link"]}");
        Assert.Equal("""{"word":"approved","known":true,"by":"Jane Doe","on":"2026-11-30"}""", ban?["status"]?.ToJsonString());
        Assert.Equal("F.Consent explicit: prevails over F.Ban", string.Join("; ", (ban?["above"] as JsonArray ?? []).Select(o => $"{o?["place"]?["clause"]} {o?["why"]}")));
        Assert.Empty(ban?["below"] as JsonArray ?? [1]);
        Assert.Equal(["Without consent True", "With consent True"], (ban?["scenarios"] as JsonArray ?? []).Select(s => $"{s?["name"]} {(bool?)s?["passed"]}"));
        string lines = string.Join("\n", (ban?["lines"] as JsonArray ?? []).Select(l => (string?)l));
        Assert.StartsWith("In force since 2020-01-01.\nBinds Exporter, as statute of EU.\n", lines);
        Assert.EndsWith("What stays.", lines);
        Assert.DoesNotContain("status", lines, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Yields to", lines);

        JsonNode? other = await ClauseAsync(session, "may transfer Financial");
        Assert.Null(other?["status"]);
        Assert.Equal(["Of accounts False"], (other?["scenarios"] as JsonArray ?? []).Select(s => $"{s?["name"]} {(bool?)s?["passed"]}"));
        Assert.Null(await ClauseAsync(session, "scenario \"Without"));
    }

    [Fact]
    public async Task The_outline_and_the_sides_of_conflicts_say_the_status()
    {
        await using Session session = await Session.OpenAsync(Text);
        await session.AnalysedAsync();
        JsonNode? outline = await session.RequestAsync("textDocument/documentSymbol", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"} }""");
        Assert.Equal(
            ["Ban \u25CF approved  Health data stay", "Consent \u25CF reviewed", "Other ", "Odd \u25CF nearly done"],
            (outline?[0]?["children"] as JsonArray ?? []).Select(c => $"{c?["name"]} {c?["detail"]}"));
        JsonNode? found = await session.RequestAsync("policy/conflicts", "{}");
        Assert.Contains("F.Ban approved + F.Consent reviewed", (found?["conflicts"] as JsonArray ?? []).Select(
            c => string.Join(" + ", (c?["sides"] as JsonArray ?? []).Select(s => $"{s?["clause"]} {s?["status"]}"))));
    }

    [Fact]
    public async Task Clauses_are_listed_with_their_status_and_another_word_is_a_hint()
    {
        await using Session session = await Session.OpenAsync(Text);
        JsonNode? found = await session.RequestAsync("policy/clauses", "{}");
        Assert.Equal(
            ["F.Ban approved True", "F.Consent reviewed True", "F.Other  ", "F.Odd nearly done False"],
            (found?["clauses"] as JsonArray ?? []).Select(c => $"{c?["place"]?["clause"]} {c?["status"]?["word"]} {(bool?)c?["status"]?["known"]}"));
        JsonArray findings = await session.Server.Client.DiagnosticsAsync(Session.Uri, all => all.Any(d => (string?)d?["code"] == "PL3115"));
        JsonNode? hint = Assert.Single(findings, d => (string?)d?["code"] == "PL3115");
        Assert.Equal(4, (int?)hint?["severity"]);
        Assert.Equal("@status nearly done", session.At(hint?["range"]));
        Assert.StartsWith("'nearly done' is not a status of a clause.\nhelp: Write '@status draft', '@status reviewed', '@status approved', with 'by NAME'", (string?)hint?["message"], StringComparison.Ordinal);
    }
}
