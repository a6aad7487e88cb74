using System.Text;

namespace PolicyLang.Cli.Tests;

/// <summary>How files are rewritten; what the layout is, the transcripts show.</summary>
public sealed class FormatTests
{
    private const string Messy = "framework   F { authority   EU }\n";

    [Fact]
    public void Permissions_links_and_byte_order_marks_are_kept()
    {
        using var run = new CommandRun();
        run.Write("laws/a.policy", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Messy)]);
        File.CreateSymbolicLink(run.PathOf("link.policy"), "laws/a.policy");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(run.PathOf("laws/a.policy"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        Assert.Equal(new CommandRun.Result(0, "link.policy\n", ""), run.Run("format link.policy"));
        byte[] written = File.ReadAllBytes(run.PathOf("laws/a.policy"));
        Assert.Equal([0xEF, 0xBB, 0xBF], written.Take(3));
        Assert.DoesNotContain("   EU", Encoding.UTF8.GetString(written));
        Assert.NotNull(new FileInfo(run.PathOf("link.policy")).LinkTarget);
        Assert.Single(Directory.GetFiles(run.PathOf("laws")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(run.PathOf("laws/a.policy")));
        }
    }

    [Fact]
    public void What_is_formatted_is_not_written_again()
    {
        using var run = new CommandRun(("a.policy", Messy));
        Assert.Equal("a.policy\n", run.Run("format .").Output);
        DateTime long_ago = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(run.PathOf("a.policy"), long_ago);
        Assert.Equal(new CommandRun.Result(0, "", ""), run.Run("format ."));
        Assert.Equal(long_ago, File.GetLastWriteTimeUtc(run.PathOf("a.policy")));
    }

    [Fact]
    public void Checking_writes_nothing()
    {
        using var run = new CommandRun(("a.policy", Messy));
        Assert.Equal(new CommandRun.Result(1, "a.policy\n", ""), run.Run("format --check"));
        Assert.Equal(Messy, File.ReadAllText(run.PathOf("a.policy")));
    }
}
