using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PolicyLang.Cli.Tests;

/// <summary>The script of the GitHub action, run as a workflow does, on small repositories.</summary>
public sealed class ActionRunTests
{
    private const string Old = """
        framework F { authority EU in force from 2020-01-01
          transfer Bar { Exporter must not transfer Health from DE to US } }

        """;

    private const string Duty = """
        framework G { authority US in force from 2020-01-01
          transfer Yes { any must transfer Health from DE to US } }

        """;

    private const string Failing = """
        scenario "wrong" { Exporter transfer Health from DE to US on 2024-01-01 expect permitted }

        """;

    private static readonly string New = Old.Replace("Health", "Health, Genetic", StringComparison.Ordinal);

    [Theory]
    [InlineData("rules")]
    [InlineData("")]
    public void The_summary_says_what_a_pull_request_changes(string paths)
    {
        using CommandRun run = Repository(Old, New);
        Outcome outcome = Run(run, ("INPUT_PATHS", paths), ("INPUT_BASE", "HEAD~1"));
        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("## What the law changes: major\n", outcome.Summary, StringComparison.Ordinal);
        Assert.Contains("- **F.Bar** wider\n", outcome.Summary, StringComparison.Ordinal);
        Assert.Contains("level=major\n", outcome.Outputs, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_path_has_a_part_of_its_own_and_the_heaviest_change_counts()
    {
        using CommandRun run = Repository(Old, New);
        run.Write("same rules/s.policy", Encoding.UTF8.GetBytes(Old.Replace("framework F", "framework S", StringComparison.Ordinal)));
        GitFolder.Commit(run.Folder, "third");
        run.Write("new/n.policy", Encoding.UTF8.GetBytes(Old.Replace("framework F", "framework N", StringComparison.Ordinal)));
        run.Write("rules/f.policy", Encoding.UTF8.GetBytes(Old));
        Outcome outcome = Run(run, ("INPUT_PATHS", "rules\r\n\n  same rules  \nnew"), ("INPUT_BASE", "HEAD"));
        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("# `rules`\n\n## What the law changes: ", outcome.Summary, StringComparison.Ordinal);
        Assert.Contains("# `same rules`\n\n## What the law changes: none\n", outcome.Summary, StringComparison.Ordinal);
        Assert.Contains("`new` has no policies at the base: all of it is new.\n", outcome.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("level=none", outcome.Outputs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("major", 1)]
    [InlineData("", 0)]
    public void A_change_fails_the_job_only_where_that_is_asked_for(string level, int code)
    {
        using CommandRun run = Repository(Old, New);
        Assert.Equal(code, Run(run, ("INPUT_BASE", "HEAD~1"), ("INPUT_FAIL_ON_CHANGE", level)).Code);
    }

    [Fact]
    public void Findings_are_annotations_and_SARIF_with_files_of_the_repository()
    {
        using CommandRun run = Repository(Old, Old + Duty);
        Outcome outcome = Run(run, ("INPUT_PATHS", "rules"));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("::error file=rules/f.policy,line=", outcome.Log, StringComparison.Ordinal);
        Assert.Contains("Nothing is compared: there is no base revision.", outcome.Log, StringComparison.Ordinal);
        Assert.Contains("PL4001", outcome.Codes());
        Assert.Contains("\"uri\": \"rules/f.policy\"", outcome.Sarif, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_uploaded_is_not_told_as_annotations_too()
    {
        using CommandRun run = Repository(Old, Old + Duty);
        Outcome outcome = Run(run, ("INPUT_UPLOAD_SARIF", "true"));
        Assert.Equal(1, outcome.Code);
        Assert.DoesNotContain("::error", outcome.Log, StringComparison.Ordinal);
        Assert.Contains("error[PL4001]", outcome.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_baseline_knows_fails_nothing_but_stays_an_alert()
    {
        using CommandRun run = Repository(Old, Old + Duty);
        run.Write("known.json", Encoding.UTF8.GetBytes(run.Run("check rules --format json").Output));
        Outcome outcome = Run(run, ("INPUT_PATHS", "rules"), ("INPUT_BASELINE", "known.json"));
        Assert.Equal(0, outcome.Code);
        Assert.DoesNotContain("::error", outcome.Log, StringComparison.Ordinal);
        Assert.Contains("PL4001", outcome.Codes());
    }

    [Fact]
    public void A_scenario_that_fails_and_a_mistake_fail_the_job()
    {
        using CommandRun run = Repository(Old, Old + Failing);
        Outcome outcome = Run(run);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("not ok 1", outcome.Log, StringComparison.Ordinal);

        run.Write("rules/f.policy", "framework F { authority Nowhere }\n"u8.ToArray());
        outcome = Run(run, ("INPUT_BASE", "HEAD"));
        Assert.Equal(1, outcome.Code);
        Assert.Equal("Nothing is compared, because of errors; the log tells them.\n\n", outcome.Summary);
    }

    [Fact]
    public void What_is_missing_is_told_and_the_exit_code_is_2()
    {
        using CommandRun run = Repository(Old, New);
        Outcome outcome = Run(run, ("INPUT_BASE", "nowhere"));
        Assert.Equal(2, outcome.Code);
        Assert.Contains("::error::There is no revision 'nowhere' to compare with", outcome.Log, StringComparison.Ordinal);
        Assert.Equal(2, Run(run, ("INPUT_PATHS", "missing")).Code);
    }

    [Theory]
    [InlineData("first")]
    [InlineData("{0}")]
    public void A_base_that_a_shallow_checkout_lacks_is_fetched(string revision)
    {
        using CommandRun run = Repository(Old, New);
        string id = File.ReadAllText(run.PathOf(".git/refs/heads/first")).Trim();
        GitFolder.Git(run.Folder, $"clone -q --depth 1 \"{new Uri(run.Folder)}\" shallow");
        Outcome outcome = Run(run, "shallow", ("INPUT_BASE", revision.Replace("{0}", id, StringComparison.Ordinal)));
        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("## What the law changes: major\n", outcome.Summary, StringComparison.Ordinal);
    }

    private static CommandRun Repository(string old, string text)
    {
        GitFolder.SkipWithout("git");
        GitFolder.SkipWithout("bash");
        var run = new CommandRun(("rules/f.policy", old));
        GitFolder.Git(run.Folder, "init -q");
        GitFolder.Commit(run.Folder, "first");
        GitFolder.Git(run.Folder, "branch first");
        run.Write("rules/f.policy", Encoding.UTF8.GetBytes(text));
        GitFolder.Commit(run.Folder, "second");
        return run;
    }

    private static Outcome Run(CommandRun run, params (string Name, string Value)[] inputs) => Run(run, ".", inputs);

    private static Outcome Run(CommandRun run, string folder, params (string Name, string Value)[] inputs)
    {
        using var runner = new CommandRun(("summary", ""), ("outputs", ""));
        var start = new ProcessStartInfo("bash", [Testing.RepositoryFiles.PathOf(".github/actions/policyc/run.sh")])
        {
            WorkingDirectory = run.PathOf(folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("INPUT_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["POLICYC"] = Path.Combine(AppContext.BaseDirectory, "policyc.dll");
        start.Environment["RUNNER_TEMP"] = runner.Folder;
        start.Environment["GITHUB_STEP_SUMMARY"] = runner.PathOf("summary");
        start.Environment["GITHUB_OUTPUT"] = runner.PathOf("outputs");
        foreach ((string name, string value) in inputs)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("bash does not start");
        Task<string> error = process.StandardError.ReadToEndAsync();
        string log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        string sarif = runner.PathOf("policyc.sarif");
        string outputs = File.ReadAllText(runner.PathOf("outputs"));
        Assert.Contains($"sarif={sarif}\n", outputs, StringComparison.Ordinal);
        return new Outcome(
            process.ExitCode, log + error.Result, File.ReadAllText(runner.PathOf("summary")), outputs, File.ReadAllText(sarif));
    }

    private sealed record Outcome(int Code, string Log, string Summary, string Outputs, string Sarif)
    {
        public string[] Codes()
        {
            using JsonDocument json = JsonDocument.Parse(Sarif);
            return [.. json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString() ?? "")];
        }
    }
}
