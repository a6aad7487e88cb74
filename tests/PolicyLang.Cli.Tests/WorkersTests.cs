using System.Text;
using PolicyLang.Testing;
using PolicyLang.Testing.Corpora;

namespace PolicyLang.Cli.Tests;

/// <summary>However many may work at a time, what a command tells is the same byte for byte.</summary>
public sealed class WorkersTests
{
    [Fact]
    public void Examples_are_told_alike()
    {
        using var run = new CommandRun();
        AssertAlike(run, "check --format json .", Repository.PathOf("examples"), 2, 8);
    }

    [Fact]
    public void The_law_library_is_told_alike()
    {
        using var run = new CommandRun();
        AssertAlike(run, "check --format json --law", run.Folder, 8);
    }

    /// <summary>So many rules are compared and searched in pieces.</summary>
    [Fact]
    public void Many_files_are_told_alike()
    {
        using var run = new CommandRun([.. LawCorpus.Files(3_000, seed: 3).Select(f => (f.Key, f.Value))]);
        AssertAlike(run, "check --format json .", run.Folder, 2, 8);
    }

    [Fact]
    public void One_large_file_is_told_alike()
    {
        var text = new StringBuilder("framework Many \"Many\" {\n  authority DE\n  rank statute\n  in force from 2020-01-01\n");
        for (int i = 0; i < 600; i++)
        {
            text.Append("  transfer T").Append(i).Append(i % 7 == 0 ? " {\n    Controller must not transfer Heath\n  }\n" : " {\n    Controller may transfer Health\n    to JP\n  }\n");
        }

        using var run = new CommandRun(("many.policy", text.Append("}\n").ToString()));
        AssertAlike(run, "check --format json .", run.Folder, 2, 8);
    }

    /// <summary>So many days of so much law are shared among workers, each with rules of its own.</summary>
    [Fact]
    public void The_days_of_a_timeline_are_told_alike()
    {
        using var run = new CommandRun([.. LawCorpus.Files(1_000, seed: 3).Select(f => (f.Key, f.Value))]);
        AssertAlike(run, "timeline --format json .", run.Folder, 2, 8);
    }

    private static void AssertAlike(CommandRun run, string command, string folder, params int[] several)
    {
        CommandRun.Result alone = run.Run(command.Split(' '), [], folder);
        Assert.Equal(string.Empty, alone.Error);
        Assert.Contains("\"clauses\"", alone.Output, StringComparison.Ordinal);
        foreach (int workers in several)
        {
            Assert.Equal(alone, run.Run(command.Split(' '), [], folder, workers));
        }
    }
}
