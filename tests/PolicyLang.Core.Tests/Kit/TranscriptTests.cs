using PolicyLang.Testing;

namespace PolicyLang.Tests.Kit;

public sealed class TranscriptTests
{
    private const string Session = "# T\n\n```policy a/law.policy\nbloc B { CH }\n```\n\n```console\n$ policyc check \"a law\" 'b c' --quiet < a/law.policy\nNo findings.\n! A note.\nexit 3\n```\n\nText.\n";

    [Theory]
    [InlineData(3, "No findings.\n", "A note.\n", true)]
    [InlineData(3, "No findings.", "A note.", true)]
    [InlineData(0, "No findings.\n", "A note.\n", false)]
    [InlineData(3, "No findings!\n", "A note.\n", false)]
    [InlineData(3, "No findings.\n", "", false)]
    public void A_session_is_run_in_a_folder_with_its_files(int exit, string output, string error, bool same)
    {
        string replayed = Transcript.Replay(Session, command =>
        {
            Assert.Equal(["check", "a law", "b c", "--quiet"], command.Words);
            Assert.Equal("bloc B { CH }\n"u8.ToArray(), command.Input);
            Assert.Equal("bloc B { CH }\n", File.ReadAllText(Path.Combine(command.Folder, "a", "law.policy")));
            return new SessionResult(exit, output, error);
        });
        Assert.Equal(same, replayed == Session);
    }

    [Fact]
    public void A_file_without_a_command_is_no_session()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "# T\n");
            Assert.Throws<FormatException>(() => Transcript.Verify(path, _ => new SessionResult(0, "", "")));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
