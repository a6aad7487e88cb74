using System.Text.RegularExpressions;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Docs;

/// <summary>Every block marked <c>policy</c> on any page is sound. The pages of diagnostics, which show mistakes, have a test of their own.</summary>
public sealed partial class BlocksTests
{
    // Syntax, names, form and style, and scenarios; what the law of an example comes to is up to the example.
    private static readonly string[] Families = ["PL1", "PL2", "PL3", "PL6"];

    public static TheoryData<string> Pages =>
        ["README.md", .. Repository.Files("docs", "*.md").Where(p => !p.StartsWith("docs/diagnostics/", StringComparison.Ordinal) && PolicyBlocks.Of(p).Length > 0)];

    [Fact]
    public void The_pages_about_the_language_have_blocks() =>
        Assert.All(["reference/clause", "tour", "exceptions"], name => Assert.Contains(Pages, row => row.Data == $"docs/language/{name}.md"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_compiles(string page)
    {
        foreach ((PolicyBlock block, Workspace workspace) in PolicyBlocks.Workspaces(page))
        {
            string[] unexpected = [.. workspace.Found().Where(f => Families.Any(c => f.StartsWith(c, StringComparison.Ordinal)) && !block.Finds.Any(c => f.StartsWith(c, StringComparison.Ordinal)))];
            Assert.True(unexpected.Length == 0, $"{block}: {string.Join("; ", unexpected)}");
            Assert.True(workspace.Trees.Any(t => t.Frameworks.Length + t.Declarations.Length > 0), $"{block} declares nothing.");
        }
    }

    public static TheoryData<string> AllPages => ["README.md", .. Repository.Files("docs", "*.md")];

    [Theory]
    [MemberData(nameof(AllPages))]
    public void A_page_links_to_what_is_there(string page)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(page)) ?? Repository.Root;
        IEnumerable<string> targets = Link().Matches(Repository.Read(page)).Select(m => m.Groups[1].Value);
        Assert.All(targets, t => Assert.True(Path.Exists(Path.Combine(folder, t)), $"{page} links to {t}"));
    }

    [Fact]
    public void The_semantics_say_which_findings_are_still_to_come()
    {
        string page = Repository.Read("docs/language/semantics.md");
        string note = page.Split('\n').SingleOrDefault(l => l.Contains("not yet reported", StringComparison.Ordinal)) ?? string.Empty;
        HashSet<string> reported = [.. DiagnosticCatalog.All.Select(d => d.Code)];
        Assert.Equal(
            Code().Matches(page).Select(m => m.Value).Distinct().Where(c => !reported.Contains(c)).Order(StringComparer.Ordinal),
            Code().Matches(note).Select(m => m.Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("PL[0-9]{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)#:\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
