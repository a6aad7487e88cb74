using PolicyLang.Diagnostics;
using PolicyLang.Law;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary>
/// The examples pass together with the law library, in which the same instrument is left out, and with it what names clauses of it that the example does not have.
/// </summary>
public sealed class LibraryExamplesTests
{
    // Chapter V of the GDPR has a name of its own among the examples.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal) { ["GdprChapterV"] = "GDPR" };

    private static readonly Workspace Library = LibraryWorkspaces.All;

    [Theory]
    [InlineData("eu-transfers", "us/cloud-act.scenarios", 503, 61)]
    [InlineData("foreign-access", "cn/cac22.scenarios cn/cac24 cn/cac24.scenarios cn/cert26 cn/cert26.scenarios cn/csl.scenarios", 402, 52)]
    [InlineData("localisation", "", 534, 62)]
    [InlineData("eu-transfers foreign-access localisation", "cn/cac22.scenarios cn/cac24 cn/cac24.scenarios cn/cert26 cn/cert26.scenarios cn/csl.scenarios", 377, 47)]
    public void Examples_pass_with_the_rest_of_the_library(string folders, string without, int scenarios, int checks)
    {
        KeyValuePair<string, string>[] examples =
            [.. folders.Split(' ').SelectMany(f => Repository.Files($"tests/cases/first-examples/{f}", "*.policy")).Select(f => new KeyValuePair<string, string>(f, Repository.Read(f)))];
        HashSet<string> same = [.. Workspace.Empty.With(examples).Model.Frameworks.Select(f => OtherNames.GetValueOrDefault(f.Name, f.Name))];
        HashSet<string> left = [.. Library.Model.Frameworks.Where(f => same.Contains(f.Name)).Select(f => f.Location.File)];
        Assert.Equal(same.Count, left.Count);
        List<LawFile> kept = [.. LawLibrary.Files.Where(f => f.Order != LibraryWorkspaces.Interplay && !left.Contains(f.Path) && !left.Contains(f.Path.Replace(".scenarios.", ".", StringComparison.Ordinal)))];

        // What names clauses that the example does not have is left out, too; without it the rest is whole.
        var named = new List<string>();
        Workspace whole = With(examples, kept);
        while (whole.Diagnostics.FirstOrDefault(IsMistake) is { } mistake)
        {
            LawFile file = Assert.Single(kept, f => f.Path == mistake.Location.File);
            kept.Remove(file);
            named.Add(file.Path["law/".Length..].Replace(".policy", string.Empty, StringComparison.Ordinal));
            whole = With(examples, kept);
        }

        Assert.Equal(without, string.Join(" ", named.Order(StringComparer.Ordinal)));
        LibraryWorkspaces.Passes(whole, scenarios, checks);
    }

    private static bool IsMistake(Diagnostic d) => d.Severity == DiagnosticSeverity.Error && !d.Code.StartsWith("PL4", StringComparison.Ordinal) && !d.Code.StartsWith("PL6", StringComparison.Ordinal);

    private static Workspace With(IEnumerable<KeyValuePair<string, string>> examples, IEnumerable<LawFile> law) => Workspace.Empty.With([.. examples, .. law.Select(Text)]);

    private static KeyValuePair<string, string> Text(LawFile file) => new(file.Path, file.Read());
}
