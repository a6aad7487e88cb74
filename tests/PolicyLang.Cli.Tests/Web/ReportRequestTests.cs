using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyLang.LanguageServer.Reports.Document;

namespace PolicyLang.Cli.Tests.Web;

/// <summary>The request <c>policy/report</c> answers what the command writes, byte for byte.</summary>
public sealed class ReportRequestTests
{
    private const string Drafts = """
        organisation Acme under EU
        organisation Beta under US
        framework A { authority Acme in force from 2024-01-01
          transfer Out { Exporter may transfer PersonalData from EU to US }
        }
        scenario "Out" { Exporter of Acme transfer Health from DE to US on 2025-01-01 expect prohibited }
        """;

    private static readonly (string Path, string Text)[] Files =
    [
        ("policy.json", """{ "unknown": 1 }"""),
        ("zones/drafts.policy", Drafts),
        ("b.policy.md", "# Notes\n\n```policy\nuses UkCopoAct\nframework B { authority EU in force from 2024-01-01 transfer T { must not transfer Health from EU to US } }\n```\n"),
    ];

    [Theory]
    [InlineData("", "{}")]
    [InlineData(" --on 2024-02-01 --title <June>", """{ "on": "2024-02-01", "title": "<June>" }""")]
    [InlineData(" --as-of 2029-01-02", """{ "asOf": "2029-01-02" }""")]
    public async Task A_report_is_that_of_the_command(string options, string request)
    {
        using var run = new CommandRun(Files);
        string written = run.Run($"report .{options}").Output;
        await using WebSession session = await new WebSession(Files).BegunAsync();
        JsonElement answer = await session.AskAsync("policy/report", JsonNode.Parse(request)?.AsObject() ?? []);
        JsonElement result = answer.GetProperty("result");
        Assert.Equal(written, result.GetProperty("html").GetString());
        Assert.Contains("id=\"clause-A-Out\"", written, StringComparison.Ordinal);

        // Every clause with a place in the page has one in the text, those of the library too.
        JsonElement[] places = [.. result.GetProperty("clauses").EnumerateArray()];
        Assert.EndsWith("zones/drafts.policy", Uri(places, "A.Out"), StringComparison.Ordinal);
        Assert.Contains(places, p => p.GetProperty("uri").GetString()?.EndsWith("copo-act.policy", StringComparison.Ordinal) == true);
        Assert.Equal(
            written.Split(" id=\"clause-").Skip(1).Select(part => $"clause-{part[..part.IndexOf('"', StringComparison.Ordinal)]}").Order(StringComparer.Ordinal),
            places.Select(p => Anchors.Clause(p.GetProperty("clause").GetString() ?? string.Empty)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_reported_is_refused_with_a_sentence()
    {
        await using WebSession session = await new WebSession([("a.policy", "framework A { transfer T { may trnsfer Health to Nowhere } }")]).BegunAsync();
        JsonElement answer = await session.AskAsync("policy/report", []);
        Assert.StartsWith("The text cannot be asked about while it has errors that may hide rules. The first: ", Message(answer), StringComparison.Ordinal);
        answer = await session.AskAsync("policy/report", new JsonObject { ["on"] = "soon" });
        Assert.Equal("'soon' is not a date; write it as YYYY-MM-DD, for example 2025-01-31.", Message(answer));
    }

    private static string Uri(JsonElement[] places, string clause) =>
        places.Single(p => p.GetProperty("clause").GetString() == clause).GetProperty("uri").GetString() ?? string.Empty;

    private static string Message(JsonElement answer) => answer.GetProperty("error").GetProperty("message").GetString() ?? string.Empty;
}
