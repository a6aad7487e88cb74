using System.Text.RegularExpressions;
using PolicyLang.Diagnostics;
using PolicyLang.Tests.Library;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Project;

/// <summary>Every code has a page; the page's Bad block triggers exactly that code and its Good block nothing.</summary>
public sealed partial class DiagnosticPagesTests
{
    private static readonly ImmutableArray<DiagnosticDescriptor> All =
        [.. DiagnosticCatalog.All];

    public static TheoryData<string> Codes => [.. All.Select(d => d.Code)];

    [Fact]
    public void Codes_are_unique_and_well_formed()
    {
        Assert.Equal(All.Length, All.Select(d => d.Code).Distinct().Count());
        Assert.All(All, d => Assert.Matches("^PL[1-9][0-9]{3}$", d.Code));
        Assert.All(All, d => Assert.False(string.IsNullOrWhiteSpace(d.Title)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_shows_a_bad_and_a_good_example(string code)
    {
        DiagnosticDescriptor descriptor = All.Single(d => d.Code == code);
        string page = Repository.Read($"docs/diagnostics/{code}.md");
        Assert.StartsWith($"# {code}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Match bad = BadBlock().Match(page);
        Match good = GoodBlock().Match(page);
        if (code.StartsWith("PL9", StringComparison.Ordinal))
        {
            // An example beyond the limits would not fit on a page; the limits have tests of their own.
            Assert.Contains("## Bad", page);
            return;
        }

        // Hints about drafting are for editors; an example of something else may have them.
        bool hint = descriptor.Severity <= DiagnosticSeverity.Information && !code.StartsWith("PL4", StringComparison.Ordinal);
        Assert.Equal([code], Diagnose(bad.Groups["text"].Value, descriptor).Where(d => d.Code == code || (!hint && d.Severity > DiagnosticSeverity.Information)).Select(d => d.Code).Distinct());
        Assert.Empty(Diagnose(good.Groups["text"].Value, descriptor).Where(d => d.Code == code || d.Severity > DiagnosticSeverity.Information).Select(d => d.Code));
    }

    // An example of a literate file stands in a fence of four.
    private static IEnumerable<Diagnostic> Diagnose(string text, DiagnosticDescriptor descriptor) =>
        LibraryWorkspaces.AtHand.With(Settings(descriptor)).With(text.Contains("```", StringComparison.Ordinal) ? "page.policy.md" : "page.policy", text).Diagnostics;

    private static WorkspaceSettings Settings(DiagnosticDescriptor descriptor) => WorkspaceSettings.Default with
    {
        Edition = descriptor == StyleDiagnostics.OtherMeaning ? 1 : 2,
        AsOf = descriptor == LibraryDiagnostics.Old ? CalendarDay.FromDate(2099, 12, 31) : null,
    };

    [GeneratedRegex("## Bad\n.*?(?:````markdown\n(?<text>.*?)````|```policy\n(?<text>.*?)```)", RegexOptions.Singleline)]
    private static partial Regex BadBlock();

    [GeneratedRegex("## Good\n.*?(?:````markdown\n(?<text>.*?)````|```policy\n(?<text>.*?)```)", RegexOptions.Singleline)]
    private static partial Regex GoodBlock();
}
