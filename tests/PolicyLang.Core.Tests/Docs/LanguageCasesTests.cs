using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Docs;

/// <summary>What the reference says of each construct, as scenarios in <c>tests/cases/language</c>.</summary>
public sealed class LanguageCasesTests
{
    public static TheoryData<string> Files => [.. Repository.Files("tests/cases/language", "*.policy").Where(f => !f.Contains("/description/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_scenario_passes(string file)
    {
        Workspace workspace = Law.Of(Repository.Read(file));
        Assert.NotEmpty(workspace.RunScenarios());
        Assert.Empty(workspace.RunScenarios().SelectMany(r => r.Failures.Select(f => $"{r.Scenario.Title}: {f.Message}")));
    }
}
