using System.Text.Json;
using PolicyLang.Cli.Reporters;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Tests;

/// <summary>Each output format, to the letter.</summary>
public sealed class ReporterTests
{
    private static readonly SourceText Gdpr = new("framework GDPR {\n\tsovereignty Art48 {\n  }\n}\n");
    private static readonly SourceText Cloud = new("framework 云 {\n  sovereignty S2713 {\n  }\n}\n");
    private static readonly DiagnosticDescriptor Dilemma = new("PL4001", "Dilemma", DiagnosticSeverity.Error, DiagnosticCategory.Conflict);

    [Fact]
    public void Text_shows_line_marks_witness_related_places_and_help() => Assert.Equal(
        """
        error[PL4001]: GDPR.Art48 forbids what CloudAct.S2713 requires
         --> laws/gdpr.policy:2:2
          |
        2 |     sovereignty Art48 {
          |     ^^^^^^^^^^^^^^^^^
          = witness: on 2018-05-25, Exporter and ServiceProvider disclose CommunicationsData from DE to Authority in US, us_warrant
         --> laws/cloud, act.policy:2:3   CloudAct.S2713 obliges
          = help: Let one yield.

        1 error in 2 files, 9 clauses

        """.ReplaceLineEndings("\n"),
        Write(new TextReporter(new AnsiStyle(false), each: true)));

    [Fact]
    public void Json_has_its_keys_in_order() => Assert.Equal(
        """
        {
          "version": 1,
          "files": 2,
          "clauses": 9,
          "conflicts": [
            {
              "code": "PL4001",
              "kind": "dilemma",
              "status": "unresolved",
              "severity": "error",
              "clauses": [
                "CloudAct.S2713",
                "GDPR.Art48"
              ],
              "resolution": {
                "by": "specialis",
                "prevails": "GDPR.Art48"
              },
              "witness": {
                "date": "2018-05-25",
                "actor": [
                  "Exporter",
                  "ServiceProvider"
                ],
                "action": "disclose",
                "data": "CommunicationsData",
                "origin": "DE",
                "destination": "US",
                "recipient": "Authority",
                "subjects": 10000,
                "us_warrant": true
              },
              "avoidBy": [
                {
                  "destination": "JP"
                }
              ],
              "message": "GDPR.Art48 forbids what CloudAct.S2713 requires",
              "locations": [
                {
                  "clause": "CloudAct.S2713",
                  "file": "laws/cloud, act.policy",
                  "line": 2,
                  "column": 3,
                  "endLine": 2,
                  "endColumn": 20
                }
              ],
              "group": 1,
              "days": [
                {
                  "from": "2018-05-25",
                  "until": null
                }
              ],
              "parties": [
                {
                  "party": "JP",
                  "days": [
                    {
                      "from": null,
                      "until": "2020-02-29"
                    }
                  ],
                  "owedTo": [
                    "KR"
                  ],
                  "witness": {
                    "destination": "JP"
                  }
                }
              ],
              "excuses": [
                {
                  "clause": "T.Art5",
                  "requires": [
                    "when emergency"
                  ],
                  "reach": "part"
                }
              ]
            }
          ],
          "asOf": null
        }

        """.ReplaceLineEndings("\n"),
        Write(new JsonReporter(withDiagnostics: false), Conflict() with
        {
            Resolution = new Resolution(Principle.Specialis, "GDPR.Art48"),
            AvoidBy = [new CaseFacts([new Fact("destination", new NodeValue("JP"))])],
            Parties = [new ConcernedParty("JP", [new DayRange(CalendarDay.First, CalendarDay.FromDate(2020, 2, 29))], ["KR"], new CaseFacts([new Fact("destination", new NodeValue("JP"))]))],
            Excuses = [new PossibleExcuse("T.Art5", ["when emergency"], IsWhole: false)],
            Witness = new CaseFacts([.. Witness.Facts.RemoveAt(7), new Fact("subjects", new CountValue(10000)), Witness.Facts[7]]),
        }));

    [Fact]
    public void Json_of_check_adds_the_diagnostics()
    {
        using JsonDocument json = JsonDocument.Parse(Write(new JsonReporter(withDiagnostics: true)));
        JsonElement diagnostic = json.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal(
            ["code", "severity", "file", "line", "column", "endLine", "endColumn", "message", "help", "related"],
            diagnostic.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["version", "files", "clauses", "diagnostics", "conflicts", "asOf"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("CloudAct.S2713 obliges", diagnostic.GetProperty("related")[0].GetProperty("message").GetString());
    }

    [Fact]
    public void Github_escapes_what_would_end_a_property() => Assert.Equal(
        "::error file=laws/gdpr.policy,line=2,col=2,endLine=2,endColumn=19,title=PL4001 Dilemma::GDPR.Art48 forbids what CloudAct.S2713 requires%0ALet one yield.\n",
        Write(new GithubReporter()));

    [Fact]
    public void Msbuild_has_one_line_each() => Assert.Equal(
        "laws/gdpr.policy(2,2): error PL4001: GDPR.Art48 forbids what CloudAct.S2713 requires\n",
        Write(new MsbuildReporter()));

    [Fact]
    public void Junit_has_one_case_each_and_its_witness() => Assert.Equal(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <testsuites tests="1" failures="1">
          <testsuite name="laws/gdpr.policy" tests="1" failures="1">
            <testcase name="PL4001 GDPR.Art48 forbids what CloudAct.S2713 requires" classname="laws/gdpr.policy.PL4001" file="laws/gdpr.policy" line="2">
              <failure message="error PL4001: GDPR.Art48 forbids what CloudAct.S2713 requires">laws/gdpr.policy:2:2
        witness: on 2018-05-25, Exporter and ServiceProvider disclose CommunicationsData from DE to Authority in US, us_warrant
        help: Let one yield.</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """.ReplaceLineEndings("\n"),
        Write(new JunitFindingsReporter()));

    [Theory]
    [InlineData("check")]
    [InlineData("conflicts")]
    public void Sarif_leaves_out_what_is_acknowledged_unless_all_is_asked_for(string command)
    {
        const string Law = """
            framework F { authority JP in force from 2020-01-01
              transfer A { Controller may transfer Health from JP to US }
              transfer B { Exporter must not transfer PersonalData from JP to US }
            }
            acknowledge conflict between F.A and F.B because "a test case"
            """;
        using var run = new CommandRun(("law.policy", Law));
        Assert.DoesNotContain("PL4003", run.Run(command + " --format sarif").Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(run.Run(command + " --all --format sarif").Output);
        JsonElement suppression = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Single(r => r.GetProperty("ruleId").GetString() == "PL4003").GetProperty("suppressions")[0];
        Assert.Equal(("inSource", "a test case"), (suppression.GetProperty("kind").GetString(), suppression.GetProperty("justification").GetString()));
    }

    [Fact]
    public void Sarif_keeps_the_fingerprint_and_the_places()
    {
        using var run = new CommandRun();
        var host = new CommandHost(Stream.Null, Stream.Null, TextWriter.Null, TextWriter.Null, run.Folder);
        var artifacts = new SarifArtifacts(host, run.Folder, ImmutableDictionary<string, string?>.Empty);
        using JsonDocument json = JsonDocument.Parse(Write(new SarifReporter(all: false, artifacts)));
        JsonElement told = json.RootElement.GetProperty("runs")[0];
        JsonElement result = told.GetProperty("results")[0];
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.Equal("PL4001", told.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("PL4001:CloudAct.S2713+GDPR.Art48", result.GetProperty("partialFingerprints").GetProperty("policylang/v1").GetString());
        JsonElement related = result.GetProperty("relatedLocations")[0].GetProperty("physicalLocation");
        Assert.Equal("laws/cloud%2C%20act.policy", related.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(20, related.GetProperty("region").GetProperty("endColumn").GetInt32());
    }

    [Fact]
    public void Colour_is_only_added_to_the_text()
    {
        string plain = Write(new TextReporter(new AnsiStyle(false), each: true));
        string coloured = Write(new TextReporter(new AnsiStyle(true), each: true));
        Assert.Contains("\u001b[1;31merror[PL4001]\u001b[0m", coloured);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", string.Empty));
    }

    [Theory]
    [InlineData("a ??", 2, 2, "a ??", "  ^^")]
    [InlineData("\tx?", 2, 1, "    x?", "     ^")]
    [InlineData("云云?", 2, 1, "云云?", "    ^")]
    [InlineData("e\u0301?", 2, 1, "e\u0301?", " ^")]
    [InlineData("a\u202E?", 2, 1, "a\uFFFD?", "  ^")]
    [InlineData("a\u001b[31m", 1, 1, "a\uFFFD[31m", " ^")]
    [InlineData("abc", 3, 0, "abc", "   ^")]
    [InlineData("", 0, 0, "", "^")]
    [InlineData("ab\ncd", 1, 3, "ab", " ^")]
    public void Marks_stand_under_the_place(string text, int start, int length, string line, string marks)
    {
        Excerpt excerpt = Excerpt.Read(new Location("a.policy", new SourceText(text), new TextSpan(start, length)));
        Assert.Equal((line, marks), (excerpt.Text, excerpt.Marks));
    }

    [Fact]
    public void Of_a_long_line_only_the_neighbourhood_is_shown()
    {
        string text = new string('a', 1000) + "?" + new string('b', 1000);
        Excerpt excerpt = Excerpt.Read(new Location("a.policy", new SourceText(text), new TextSpan(1000, 1)));
        Assert.InRange(excerpt.Text.Length, 100, 170);
        Assert.Equal('?', excerpt.Text[excerpt.Marks.IndexOf('^')]);
    }

    private static CaseFacts Witness { get; } = new(
    [
        new Fact("date", new DateValue(CalendarDay.FromDate(2018, 5, 25))),
        new Fact("actor", new SetValue(["Exporter", "ServiceProvider"])),
        new Fact("action", new NodeValue("disclose")),
        new Fact("data", new NodeValue("CommunicationsData")),
        new Fact("origin", new NodeValue("DE")),
        new Fact("destination", new NodeValue("US")),
        new Fact("recipient", new NodeValue("Authority")),
        new Fact("us_warrant", new FlagValue(true)),
    ]);

    private static Conflict Conflict()
    {
        var place = new Location("laws/cloud, act.policy", Cloud, new TextSpan(Cloud.Content.IndexOf("sov", StringComparison.Ordinal), 17));
        return new Conflict(
            Dilemma,
            ConflictKind.Dilemma,
            ConflictStatus.Unresolved,
            DiagnosticSeverity.Error,
            ["CloudAct.S2713", "GDPR.Art48"],
            null,
            Witness,
            [],
            "GDPR.Art48 forbids what CloudAct.S2713 requires",
            "Let one yield.",
            [new ClauseLocation("CloudAct.S2713", place)])
        {
            Sides = [new ClauseSide("US", ["CloudAct.S2713"]), new ClauseSide("EU", ["GDPR.Art48"])],
            Days = [new DayRange(CalendarDay.FromDate(2018, 5, 25), CalendarDay.Last)],
        };
    }

    [Fact]
    public void Text_tells_a_limit_once_with_the_number_of_places()
    {
        Finding[] limits = [.. Enumerable.Range(0, 40).Select(n => new Finding(
            LimitDiagnostics.Undecided.Create(new Location("laws/gdpr.policy", Gdpr, new TextSpan(n, 1)), $"The conflicts of 'A{n}' are not decided.", "Narrow it."), null))];
        string told = Written(new TextReporter(new AnsiStyle(false), each: false, "--all"));
        Assert.Contains("The conflicts of 'A0' are not decided. The same is true of 39 other places (--all).", told, StringComparison.Ordinal);
        Assert.DoesNotContain("'A1'", told, StringComparison.Ordinal);
        Assert.Contains("40 errors in 1 file", told, StringComparison.Ordinal);

        string all = Written(new TextReporter(new AnsiStyle(false), each: false));
        Assert.All(Enumerable.Range(0, 40), n => Assert.Contains($"'A{n}'", all, StringComparison.Ordinal));

        string Written(TextReporter reporter)
        {
            using var output = new StringWriter { NewLine = "\n" };
            reporter.Write(new Report(1, 40, [.. limits], []), output);
            return output.ToString();
        }
    }

    private static string Write(IReporter reporter, Conflict? conflict = null)
    {
        conflict ??= Conflict();
        Diagnostic diagnostic = Dilemma.Create(
            new Location("laws/gdpr.policy", Gdpr, new TextSpan(Gdpr.Content.IndexOf("sov", StringComparison.Ordinal), 17)),
            conflict.Message,
            conflict.Help,
            [new RelatedLocation(conflict.Locations[0].Location, "CloudAct.S2713 obliges")]);
        using var output = new StringWriter { NewLine = "\n" };
        reporter.Write(new Report(2, 9, [new Finding(diagnostic, conflict)], [conflict]), output);
        return output.ToString();
    }
}
