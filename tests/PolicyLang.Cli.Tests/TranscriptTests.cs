namespace PolicyLang.Cli.Tests;

/// <summary>The README, the tour and every session in <c>tests/cases/cli</c> run as written. With POLICYLANG_UPDATE=1 the files are rewritten instead; read the difference.</summary>
public sealed class TranscriptTests
{
    private static string Folder { get; } = Repository.PathOf("tests/cases/cli");

    public static TheoryData<string> Cases => ["../../../README.md", "../../../docs/language/tour.md", .. Directory.GetFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_session_runs_as_written(string name)
    {
        string path = Path.Combine(Folder, name);
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        string actual = Transcript.Replay(text);
        if (Environment.GetEnvironmentVariable("POLICYLANG_UPDATE") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Contains("$ policyc ", text);
        Assert.Equal(text, actual);
    }
}
