using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PolicyLang.Cli.Tests;

/// <summary>The page of <c>report</c> tells what the other commands tell, needs nothing from elsewhere, and runs nothing but its own script.</summary>
public sealed partial class ReportTests : IDisposable
{
    private const string Law = """
        framework Gdpr "Protection of \"data\" & <b>people</b>" {
          authority EU
          source <https://example.org/gdpr?a=1&b=2>
          citation "Regulation (EU) <1>"
          in force from 2018-05-25
          transfer Art44 "No transfer" { Exporter must not transfer PersonalData from EEA to outside EEA subject to Art45, Art46 }
          transfer Art45 { Exporter may transfer PersonalData from EEA to JP, CH }
          transfer Art46 { Exporter may transfer PersonalData from EEA to outside EEA when safeguards include any of SCC, BCR }
          transfer Art49 { Exporter may transfer PersonalData from EEA to US  in force from 2024-01-01 }
        }
        framework JpAct { authority JP in force from 2022-01-01 until 2030-12-31
          transfer Ban { must not transfer Health from JP to US }
          transfer Shut { must not transfer PersonalData from JP to CH }
          transfer Duty { Exporter must transfer Health from JP to US }
        }
        bloc Signatories "Signatories" { EU JP US }
        framework Pact {
          authority Signatories
          rank treaty
          in force from 2021-01-01
          norm Free "Free flow" { parties must not prohibit transfer any from own territory to Signatories }
          norm Guard { parties must prohibit sell Health from own territory }
          norm Public { parties may prohibit transfer any from own territory to Signatories when legitimate_public_policy prevails over Free }
        }
        scenario "Japan" { Exporter transfer Health from DE to JP on 2020-01-01 expect permitted }
        """;

    private readonly CommandRun _run = new(("law.policy", Law));
    private readonly Lazy<string> _page;

    public ReportTests() => _page = new(() => Output("report --as-of 2025-01-01"));

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Its_groups_are_those_of_check()
    {
        using JsonDocument check = JsonDocument.Parse(Output("check --format json --as-of 2025-01-01", 1));
        JsonElement[] conflicts = [.. check.RootElement.GetProperty("conflicts").EnumerateArray()];
        XElement[] groups = [.. Main().Descendants("details").Where(d => Id(d).StartsWith("group-", StringComparison.Ordinal))];

        Assert.True(conflicts.Length > 2);
        Assert.Equal(conflicts.Select(c => c.GetProperty("group").GetInt32()).Distinct().Count(), groups.Length);
        Assert.All(groups, (group, at) =>
        {
            JsonElement[] own = [.. conflicts.Where(c => c.GetProperty("group").GetInt32() == at + 1)];
            Assert.Contains($"{own.Length} conflict", group.Element("summary")?.Value, StringComparison.Ordinal);
            Assert.All(own, c => Assert.Contains(c.GetProperty("message").GetString() ?? "?", group.Value, StringComparison.Ordinal));
            Assert.All(own[0].GetProperty("parties").EnumerateArray(), p => Assert.Contains(p.GetProperty("party").GetString() ?? "?", group.Value, StringComparison.Ordinal));
        });
        Assert.Contains($"{conflicts.Length} conflicts are open", Section("summary").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_matrices_are_those_of_matrix_on_each_day()
    {
        XElement block = Main().Descendants("div").Single(d => Id(d) == "matrix");
        XElement[] days = [.. block.Elements("template")];
        Assert.True(days.Length > 3);
        Assert.Equal("From 2024-01-01 until 2030-12-31", block.Element("p")?.Value);
        foreach (XElement day in days)
        {
            Match from = Day().Match(day.Attribute("data-label")?.Value ?? string.Empty);
            string on = day.Attribute("data-label")?.Value.StartsWith("Until", StringComparison.Ordinal) == true ? "2000-01-01" : from.Value;
            if (on == "2024-01-01")
            {
                on = "2025-01-01";
            }

            Assert.Equal(Cells(Output($"matrix --on {on} --format html")), Cells(day, Output($"matrix --on {on}")));
        }
    }

    [Fact]
    public void Its_table_of_parties_is_that_of_matrix()
    {
        string[][] told = Rows(Section("treaties").Descendants("table").Single());
        string[][] asked = Rows(XDocument.Parse(Table().Match(Output("matrix Pact --format html")).Value).Root);
        Assert.Equal(asked, told);
    }

    [Fact]
    public void Its_days_are_those_of_timeline()
    {
        using JsonDocument timeline = JsonDocument.Parse(Output("timeline --format json --as-of 2025-01-01"));
        using JsonDocument data = JsonDocument.Parse(Data().Match(_page.Value).Groups[1].Value);
        JsonElement[] asked = [.. timeline.RootElement.GetProperty("days").EnumerateArray()];
        JsonElement[] drawn = [.. data.RootElement.GetProperty("timeline").EnumerateArray()];
        string[] told = [.. Section("timeline").Descendants("tr").Select(Id).Where(i => i.Length > 0)];

        Assert.True(asked.Length > 3);
        Assert.Equal(asked.Select(d => $"day-{d.GetProperty("date").GetString()}"), told);
        Assert.Equal(
            asked.Select(d => (d.GetProperty("conflicts").GetProperty("begin").GetArrayLength(), d.GetProperty("conflicts").GetProperty("end").GetArrayLength(), d.GetProperty("changes").GetArrayLength())),
            drawn.Select(d => (d.GetProperty("begin").GetInt32(), d.GetProperty("end").GetInt32(), d.GetProperty("changes").GetInt32())));
    }

    [Fact]
    public void Its_coverage_is_that_of_coverage()
    {
        string asked = Output("coverage");
        Match[] counts = Touched().Matches(asked).ToArray();
        Assert.Equal(3, counts.Length);
        Assert.Equal(
            counts.Select(c => (c.Groups[1].Value, c.Groups[2].Value)),
            Section("coverage").Descendants("tbody").First().Elements("tr").Select(r => (r.Elements("td").First().Value, r.Elements("td").Skip(1).First().Value)));
    }

    [Fact]
    public void Every_link_within_the_page_leads_somewhere_and_every_clause_has_its_place()
    {
        XElement main = Main();
        HashSet<string> ids = [.. main.Descendants().Select(Id).Where(i => i.Length > 0)];
        string[] links = [.. main.Descendants("a").Select(a => a.Attribute("href")?.Value ?? string.Empty)];

        Assert.All(links.Where(l => l[0] == '#'), l => Assert.Contains(l[1..], ids));
        Assert.Contains("https://example.org/gdpr?a=1&b=2", links);
        Assert.All(["Gdpr-Art44", "Gdpr-Art49", "JpAct-Duty", "Pact-Guard"], c => Assert.Contains($"clause-{c}", ids));
        Assert.Equal(ids.Count, main.Descendants().Count(e => Id(e).Length > 0));
        Assert.Contains("Exporter may transfer PersonalData from EEA to US in force from 2024-01-01", Section("clauses").Value, StringComparison.Ordinal);
        Assert.Contains("Protection of \"data\" & <b>people</b>", Section("clauses").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_nothing_from_elsewhere_and_runs_its_own_script_alone()
    {
        string policy = Policy().Match(_page.Value).Groups[1].Value;
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src 'sha256-{Hash(Script().Match(_page.Value).Groups[1].Value)}'", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{Hash(Style().Match(_page.Value).Groups[1].Value)}'", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)<(link|img|iframe|object|embed)\b|\ssrc=|\son[a-z]+=|\sstyle=|@import|url\(", Script().Replace(_page.Value, string.Empty).Replace(policy, string.Empty, StringComparison.Ordinal));
        Assert.Equal(2, Regex.Count(_page.Value, "(?i)<script"));
        Assert.Equal(_page.Value, Output("report --as-of 2025-01-01"));
        Assert.Contains("A reading aid, not legal advice.", _page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_would_be_markup_stay_text()
    {
        const string hostile = "</script><script>alert(1)</script>\u202E\u200F'\"<!--";
        using var run = new CommandRun(("law.policy", $$"""
            framework F "{{hostile.Replace("\"", "\\\"", StringComparison.Ordinal)}}" { authority JP source <javascript:alert(1)> in force from 2020-01-01
              // {{hostile}}
              transfer A "</title><img src=x>" { Exporter must not transfer Health from JP to US }
              transfer B { Exporter may transfer Health from JP to US prevails over A }
            }
            """));
        string page = run.Run("report --title </title><script>alert(2)</script>").Output;

        Assert.Equal(2, Regex.Count(page, "(?i)<script"));
        Assert.Equal(2, Regex.Count(page, "(?i)</script"));
        Assert.DoesNotMatch("(?i)<img|href=\"javascript|\u202E|\u200F", page);
        Assert.Contains("&lt;/title&gt;&lt;img src=x&gt;", page, StringComparison.Ordinal);
        Assert.Equal("</title><script>alert(2)</script>", XElement.Parse(Regex.Match(page, "<h1.*?</h1>").Value).Value);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_and_nothing_is_left()
    {
        Directory.CreateDirectory(_run.PathOf("report.html"));
        CommandRun.Result result = _run.Run("report --output report.html");

        Assert.Equal((2, string.Empty), (result.Code, result.Output));
        Assert.StartsWith("error[PL7008]: 'report.html' cannot be written: it is a folder.", result.Error, StringComparison.Ordinal);
        Assert.Equal(["law.policy", "report.html"], Directory.EnumerateFileSystemEntries(_run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Markdown_and_Word_tell_the_same_groups_and_clauses()
    {
        string[] titles = [.. Main().Descendants("summary").SelectMany(s => s.Elements("h3")).Select(h => h.Elements("span").Last().Value)];
        string markdown = Output("report --as-of 2025-01-01 --format md").Replace("\\", string.Empty, StringComparison.Ordinal);
        string word = string.Concat(WordText(Word("--as-of 2025-01-01")).Descendants(W + "t").Select(t => t.Value));

        Assert.True(titles.Length > 5);
        Assert.All(titles, t => Assert.Contains(t, markdown, StringComparison.Ordinal));
        Assert.All(titles, t => Assert.Contains(t, word, StringComparison.Ordinal));
        Assert.Contains("https://example.org/gdpr?a=1&b=2", markdown, StringComparison.Ordinal);
        Assert.Contains("Exporter must not transfer PersonalData from EEA", word, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)(?<!\\)<(?!a id=|/a>|https|#)", Output("report --format md"));
    }

    private string Output(string command, int code = 0)
    {
        CommandRun.Result result = _run.Run(command);
        Assert.Equal((code, string.Empty), (result.Code, result.Error));
        return result.Output;
    }

    private XElement Main() => XElement.Parse(MainPart().Match(_page.Value).Value, LoadOptions.PreserveWhitespace);

    private XElement Section(string id) => Main().Elements("section").Single(s => Id(s) == id);

    private static string Id(XElement element) => element.Attribute("id")?.Value ?? string.Empty;

    private static string[][] Rows(XElement? table) => [.. (table?.Descendants("tr") ?? []).Select(r => r.Elements().Select(c => c.Value).ToArray())];

    // The page has signs where the command's own page has words; each sign stands for one word of the legend.
    private static string[][] Cells(string html) => [.. Rows(XDocument.Parse(Table().Match(html).Value).Root).Skip(1).Select(r => r.Select(c => c.Split(':')[0]).ToArray())];

    private static string[][] Cells(XElement day, string text)
    {
        Dictionary<string, string> words = Regex.Match(text, "(?m)^[PSX!.-] .*$").Value.Split(", ").ToDictionary(w => w[..1], w => w[2..]);
        return [.. Rows(day.Descendants("table").First()).Skip(1).Select(r => r.Select((c, i) => i == 0 ? c : words[c[..1]]).ToArray())];
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Day();

    [GeneratedRegex("<table>.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<main>.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex(@"Scenarios touch (\d+) of (\d+)|All (\d+)")]
    private static partial Regex Touched();
}
