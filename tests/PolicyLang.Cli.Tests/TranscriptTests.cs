using PolicyLang.Testing;

namespace PolicyLang.Cli.Tests;

/// <summary>The README, the tour and every session in <c>tests/cases/cli</c> run as written.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Cases => ["README.md", "docs/language/tour.md", .. RepositoryFiles.Files("tests/cases/cli", "*.md")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_session_runs_as_written(string file) => Transcript.Verify(RepositoryFiles.PathOf(file), command =>
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run(command.Words, command.Input, command.Folder);
        return new SessionResult(result.Code, result.Output, result.Error);
    });
}
