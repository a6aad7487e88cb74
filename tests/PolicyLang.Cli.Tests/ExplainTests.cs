namespace PolicyLang.Cli.Tests;

/// <summary>The help pages.</summary>
public sealed class ExplainTests
{
    public static TheoryData<string> ProjectCodes => [.. ProjectDiagnostics.All.Select(descriptor => descriptor.Code)];

    [Theory]
    [MemberData(nameof(ProjectCodes))]
    public void Every_project_diagnostic_has_a_page(string code)
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run("explain " + code);
        string title = ProjectDiagnostics.All.Single(descriptor => descriptor.Code == code).Title;
        Assert.Equal(0, result.Code);
        Assert.StartsWith($"# {code}: {title}\n\n", result.Output, StringComparison.Ordinal);
        int[] parts = [.. new[] { "\n## Bad\n", "\n## Good\n", "\n## Why\n" }.Select(part => result.Output.IndexOf(part, StringComparison.Ordinal))];
        Assert.True(parts[0] > 0 && parts[0] < parts[1] && parts[1] < parts[2], "Bad, Good and Why stand in this order.");
    }

    [Fact]
    public void Project_codes_are_unique() =>
        Assert.Equal(ProjectDiagnostics.All.Length, ProjectDiagnostics.All.Select(descriptor => descriptor.Code).Distinct().Count());

    [Fact]
    public void A_code_may_be_written_small()
    {
        using var run = new CommandRun();
        Assert.Equal(run.Run("explain PL7001").Output, run.Run("explain pl7001").Output);
    }

    [Fact]
    public void Without_a_code_all_are_listed()
    {
        using var run = new CommandRun();
        string[] lines = run.Run("explain").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("PL7001: Path not found", lines);
        Assert.Contains(lines, line => line.StartsWith("PL4001: ", StringComparison.Ordinal));
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void An_unknown_code_names_the_nearest()
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run("explain PL7009");
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains("PL7008", result.Error);
        Assert.Contains("'policyc explain' lists all", run.Run("explain what").Error);
    }
}
