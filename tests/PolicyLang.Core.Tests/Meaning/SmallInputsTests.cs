using PolicyLang.Diagnostics;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Meaning;

/// <summary>
/// Small inputs that once meant what no lawyer would have read in them: <c>tests/cases/meaning</c> holds each beside what is found in it, the
/// outcomes of its scenarios and checks among that.
/// </summary>
public sealed class SmallInputsTests
{
    private const string Folder = "tests/cases/meaning";
    private const string End = ".case";

    public static TheoryData<string> Inputs => [.. Repository.Files(Folder, "*" + End).Select(f => f[(Folder.Length + 1)..^End.Length])];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void An_input_means_what_it_should(string name)
    {
        string file = name.EndsWith(".md", StringComparison.Ordinal) ? name[..^3] + ".policy.md" : name + ".policy";
        Workspace workspace = Workspace.Empty.With(file, Repository.Read($"{Folder}/{name}{End}").ReplaceLineEndings("\n"));
        IEnumerable<string> found =
            from d in workspace.Diagnostics
            let at = d.Location.Start
            select $"{at.Line + 1}:{at.Character + 1} {d.Severity} {d.Code} {d.Message}";
        string outcome = $"{workspace.RunScenarios().Count(s => s.Passed)} scenarios and {workspace.ProveChecks().Count(c => c.Failure is null && !c.IsVacuous)} checks hold.";
        Baseline.Verify(RepositoryFiles.PathOf($"{Folder}/{name}.txt"), string.Join("\n", found.Append(outcome)) + "\n");
    }
}
