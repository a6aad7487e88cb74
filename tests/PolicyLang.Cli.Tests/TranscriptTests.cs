using PolicyLang.Testing;

namespace PolicyLang.Cli.Tests;

/// <summary>The README, the tour and every session in <c>tests/cases/cli</c> run as written.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Cases => ["README.md", "docs/language/tour.md", .. RepositoryFiles.Files("tests/cases/cli", "*.md")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_session_runs_as_written(string file) => Verify(file, folder: null);

    /// <summary>Pages whose sessions work on the studies run in the repository.</summary>
    [Theory]
    [InlineData("docs/analyses.md")]
    [InlineData("docs/analyses-comparisons.md")]
    public void The_session_runs_as_written_in_the_repository(string file) => Verify(file, RepositoryFiles.Root);

    private static void Verify(string file, string? folder) => Transcript.Verify(RepositoryFiles.PathOf(file), command =>
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run(command.Words, command.Input, folder ?? command.Folder);
        return new SessionResult(result.Code, result.Output, result.Error);
    });
}
