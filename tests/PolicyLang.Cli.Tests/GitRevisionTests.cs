namespace PolicyLang.Cli.Tests;

/// <summary><c>policyc diff</c> on revisions of git.</summary>
public sealed class GitRevisionTests
{
    private const string Old = "framework F { authority EU in force from 2020-01-01\n  transfer Bar { Exporter must not transfer Health from DE to US } }\n";
    private const string New = "framework F { authority EU in force from 2020-01-01\n  transfer Bar { Exporter must not transfer Health, Genetic from DE to US } }\n";

    [Fact]
    public void Revisions_folders_and_files_are_compared()
    {
        using CommandRun run = Repository();
        foreach (string words in new[] { "HEAD~1:rules HEAD:rules", "HEAD~1 HEAD", "HEAD~1:rules rules", "first rules", "HEAD~1:rules/f.policy rules/f.policy", "first" })
        {
            CommandRun.Result result = run.Run($"diff {words}");
            Assert.Equal(("", 0), (result.Error, result.Code));
            Assert.StartsWith("major: ", result.Output, StringComparison.Ordinal);
            Assert.Contains("F.Bar wider", result.Output, StringComparison.Ordinal);
        }

        Assert.StartsWith("none: ", run.Run("diff HEAD").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_project_file_of_a_revision_counts_for_it()
    {
        using CommandRun run = Repository();
        run.Write("rules/policy.json", """{ "exclude": ["draft.policy"] }"""u8.ToArray());
        run.Write("rules/draft.policy", "framework G { authority Nowhere }"u8.ToArray());
        GitFolder.Commit(run.Folder, "third");

        Assert.Equal(0, run.Run("diff HEAD~1:rules HEAD:rules --fail-on patch").Code);
    }

    [Theory]
    [InlineData("nowhere rules", "error[PL7016]: 'nowhere' is no file or folder, and git knows no revision 'nowhere'.")]
    [InlineData("HEAD:missing rules", "error[PL7002]: 'HEAD:missing' has no policy files at 'missing'.")]
    [InlineData("HEAD:../elsewhere rules", "error[PL7016]: '../elsewhere' lies outside the working copy")]
    [InlineData("missing/rules.policy rules", "error[PL7001]: There is no file or folder 'missing/rules.policy'.")]
    public void What_git_does_not_know_is_told(string words, string told)
    {
        using CommandRun run = Repository();
        CommandRun.Result result = run.Run($"diff {words}");
        Assert.Equal(2, result.Code);
        Assert.StartsWith(told, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_a_working_copy_a_revision_is_none()
    {
        GitFolder.SkipWithout("git");
        using var run = new CommandRun(("rules/f.policy", New));
        Assert.StartsWith("error[PL7016]: 'HEAD' is no file or folder, and git knows no revision 'HEAD'.", run.Run("diff HEAD rules").Error, StringComparison.Ordinal);
    }

    private static CommandRun Repository()
    {
        GitFolder.SkipWithout("git");
        var run = new CommandRun(("rules/f.policy", Old), ("notes.txt", "no policy"));
        GitFolder.Git(run.Folder, "init -q");
        GitFolder.Commit(run.Folder, "first");
        GitFolder.Git(run.Folder, "tag first");
        run.Write("rules/f.policy", System.Text.Encoding.UTF8.GetBytes(New));
        GitFolder.Commit(run.Folder, "second");
        return run;
    }
}
