using PolicyLang.Testing;
using Xunit.Sdk;

namespace PolicyLang.Tests.Kit;

public sealed class TranscriptTests
{
    private const string Session = "# T\n\n```file a/law.policy\nbloc B { CH }\n```\n\n```console\n$ policyc check \"a/law.policy\" --quiet\nNo findings.\n```\n\nexit 3\n";

    [Fact]
    public void A_session_is_read()
    {
        Transcript transcript = Transcript.Parse(Session);
        Assert.Equal([new("a/law.policy", "bloc B { CH }\n")], transcript.Files);
        Assert.Equal("policyc check \"a/law.policy\" --quiet", transcript.Command);
        Assert.Equal("No findings.\n", transcript.Output);
        Assert.Equal(3, transcript.ExitCode);
    }

    [Theory]
    [InlineData(3, "No findings.\n", true)]
    [InlineData(0, "No findings.\n", false)]
    [InlineData(3, "No findings!\n", false)]
    public void A_session_is_run_in_a_folder_with_its_files(int exit, string output, bool same)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Session);
            void Run() => Transcript.Verify(path, (words, folder) =>
            {
                Assert.Equal(["check", "a/law.policy", "--quiet"], words);
                Assert.Equal("bloc B { CH }\n", File.ReadAllText(Path.Combine(folder, "a", "law.policy")));
                return new CommandResult(exit, output);
            });
            Assert.Equal(same, Record.Exception(Run) is not XunitException);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
