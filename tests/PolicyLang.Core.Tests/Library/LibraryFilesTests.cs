using System.Text.RegularExpressions;
using PolicyLang.Law;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary>What every file of the law library has: its place, its header, its sources.</summary>
public sealed partial class LibraryFilesTests
{
    // Of legislators, depositaries and authorities.
    private static readonly string[] OfficialHosts =
    [
        "au.int",
        "data.europa.eu",
        "eur-lex.europa.eu",
        "peraturan.go.id",
        "pravo.gov.ru",
        "rcepsec.org",
        "undocs.org",
        "uscode.house.gov",
        "ustr.gov",
        "vanban.chinhphu.vn",
        "www.cac.gov.cn",
        "www.coe.int",
        "www.congress.gov",
        "www.ecfr.gov",
        "www.globalcbpr.org",
        "www.law.go.kr",
        "www.legislation.gov.uk",
        "www.meity.gov.in",
        "www.mfat.govt.nz",
        "www.npc.gov.cn",
        "www.planalto.gov.br",
        "www.ppc.go.jp",
        "www.rbi.org.in",
    ];

    private static readonly string[] Header = ["// Stated: ", "// Not stated: ", "// Sure: ", "// Read as of "];
    private static readonly Workspace All = LibraryWorkspaces.All;

    public static TheoryData<string> Instruments => [.. LawLibrary.Instruments.Select(f => f.Path)];

    private static LawFile File(string path) => LawLibrary.Files.Single(f => f.Path == path);

    private static IEnumerable<FrameworkSymbol> Frameworks(string path) => All.Model.Frameworks.Where(f => f.Location.File == path);

    [Fact]
    public void The_library_holds_the_files_of_its_folder() =>
        Assert.Equal(
            Repository.Files("src/PolicyLang.Law/Instruments", "*.policy").Select(f => f.Replace("src/PolicyLang.Law/Instruments/", "law/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            LawLibrary.Files.Select(f => f.Path));

    [Theory]
    [MemberData(nameof(Instruments))]
    public void An_instrument_says_what_it_states_and_how_sure_that_is(string path)
    {
        string text = File(path).Read();
        Assert.StartsWith("// A reading aid, not legal advice.", text, StringComparison.Ordinal);
        bool shared = File(path).Name == "shared";
        Assert.Equal(shared, !Frameworks(path).Any());
        Assert.All(Header, line => Assert.Equal(!shared, text.Contains($"\n{line}", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Instruments))]
    public void What_is_not_stated_has_a_reason_and_the_day_of_reading_is_a_day(string path)
    {
        string text = File(path).Read();
        if (File(path).Name == "shared")
        {
            return;
        }

        string left = text[text.IndexOf(Header[1], StringComparison.Ordinal)..text.IndexOf(Header[2], StringComparison.Ordinal)];
        Assert.Contains("because", left, StringComparison.Ordinal);
        int day = text.IndexOf(Header[3], StringComparison.Ordinal) + Header[3].Length;
        Assert.True(CalendarDay.TryParse(text[day..(day + 10)], out _));
        Assert.All(Frameworks(path), f => Assert.True(f.Adopted is not null || left.Contains("day of adoption", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_file_says_that_it_is_no_legal_advice() =>
        Assert.All(LawLibrary.Files, f => Assert.StartsWith("// A reading aid, not legal advice.", f.Read(), StringComparison.Ordinal));

    [Fact]
    public void Every_source_is_official() =>
        Assert.Empty(LawLibrary.Instruments.SelectMany(f => Addresses().Matches(f.Read()).Select(m => m.Groups[1].Value)).Distinct().Except(OfficialHosts));

    [Theory]
    [MemberData(nameof(Instruments))]
    public void An_instrument_has_a_citation_a_source_and_an_article_for_each_clause(string path)
    {
        Assert.True(Frameworks(path).Count() <= 1);
        Assert.All(Frameworks(path), f => Assert.False(f.Citation is null || f.Source is null || f.Clauses.IsEmpty));
        Assert.All(Frameworks(path).SelectMany(f => f.Clauses), c => Assert.NotNull(c.Cites));
    }

    [Theory]
    [MemberData(nameof(Instruments))]
    public void An_instrument_stands_in_the_folder_of_its_order(string path) =>
        Assert.All(Frameworks(path), f => Assert.Equal(File(path).Order, Order(f).ToLowerInvariant()));

    [Fact]
    public void Instruments_have_no_scenarios_and_scenarios_stand_beside_their_instrument()
    {
        var instruments = new HashSet<string>(LawLibrary.Instruments.Select(f => f.Path), StringComparer.Ordinal);
        Assert.DoesNotContain(All.RunScenarios().Select(r => r.Scenario.Head.File).Concat(All.ProveChecks().Select(p => p.Location.File)), instruments.Contains);
        Assert.All(LawLibrary.Scenarios.Where(s => s.Order != LibraryWorkspaces.Interplay), s => Assert.Contains($"law/{s.Order}/{s.Name}.policy", instruments));
        Assert.All(LawLibrary.Files.Where(f => f.Order == LibraryWorkspaces.Interplay), f => Assert.True(f.HasScenarios));
    }

    [Fact]
    public void Names_are_unique_and_every_clause_is_understood()
    {
        Assert.Empty(All.Diagnostics.Where(d => d.Severity > Diagnostics.DiagnosticSeverity.Information && !d.Code.StartsWith("PL4", StringComparison.Ordinal)).Select(d => $"{d.Location.File}: {d.Code} {d.Message}"));
        Assert.All(All.Model.Clauses, c => Assert.NotNull(c.Meaning));
    }

    // The rules of a scheme are those of the bloc that made it.
    private static string Order(FrameworkSymbol framework) =>
        (framework.Authority is OrganisationSymbol organisation ? organisation.Under[0] : framework.Authority)?.Name ?? string.Empty;

    [GeneratedRegex("https?://([a-z0-9.-]+)")]
    private static partial Regex Addresses();
}
