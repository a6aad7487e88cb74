namespace PolicyLang.Cli.Tests;

/// <summary>What policyc says of inputs that it cannot use: one clear sentence, exit code 2, never a stack trace.</summary>
public sealed class InputTests
{
    [Fact]
    public void A_misspelled_path_names_the_nearest_one()
    {
        using var run = new CommandRun(("examples/a.policy", ""));
        Assert.Equal(
            new CommandRun.Result(2, "", "error[PL7001]: There is no file or folder 'exmaples'.\n  = help: Did you mean 'examples'?\n"),
            run.Run("check exmaples"));
        Assert.Contains("Did you mean 'examples/a.policy'?", run.Run("check examples/b.policy").Error);
    }

    [Fact]
    public void Every_bad_path_is_named()
    {
        using var run = new CommandRun();
        string error = run.Run("check first second").Error;
        Assert.Contains("'first'", error);
        Assert.Contains("'second'", error);
    }

    [Fact]
    public void An_empty_folder_says_so()
    {
        using var run = new CommandRun();
        Directory.CreateDirectory(run.PathOf("drafts"));
        CommandRun.Result result = run.Run("check drafts");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error[PL7002]: The folder 'drafts' is empty.\n", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("error[PL7002]: The folder '.' has no policy files.\n", run.Run("check").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_policies_and_a_pattern_without_matches_say_so()
    {
        using var run = new CommandRun(("notes/readme.md", "text"), ("notes/bin/a.policy", ""), ("notes/.git/b.policy", ""));
        Assert.StartsWith("error[PL7002]: The folder 'notes' has no policy files.\n", run.Run("check notes").Error, StringComparison.Ordinal);
        Assert.StartsWith("error[PL7002]: No policy file matches 'notes/**/*.policy'.\n", run.Run("check notes/**/*.policy").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_file_is_refused()
    {
        using var run = new CommandRun(("gdpr.txt", ""));
        Assert.Equal("error[PL7007]: 'gdpr.txt' is not a policy file.\n  = help: A policy file ends with .policy, or with .policy.md when it is Markdown with policy blocks.\n", run.Run("check gdpr.txt").Error);
    }

    [Fact]
    public void A_binary_file_is_named_with_the_byte()
    {
        using var run = new CommandRun();
        run.Write("image.policy", [0x89, (byte)'P', 0, 1]);
        CommandRun.Result result = run.Run("check image.policy");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error[PL7003]: 'image.policy' is a binary file: byte 2 is zero.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_another_encoding_is_named_with_offset_and_line()
    {
        using var run = new CommandRun();
        run.Write("latin.policy", [(byte)'a', (byte)'\n', (byte)'b', 0xE9, (byte)'c']);
        run.Write("marked.policy", [0xEF, 0xBB, 0xBF, (byte)'a', 0xFF]);
        run.Write("wide.policy", [0xFF, 0xFE, (byte)'a', 0]);
        Assert.StartsWith("error[PL7004]: 'latin.policy' is not UTF-8: byte 0xE9 at offset 3 (line 2).\n", run.Run("check latin.policy").Error, StringComparison.Ordinal);
        Assert.StartsWith("error[PL7004]: 'marked.policy' is not UTF-8: byte 0xFF at offset 4 (line 1).\n", run.Run("check marked.policy").Error, StringComparison.Ordinal);
        Assert.StartsWith("error[PL7004]: 'wide.policy' is UTF-16.\n", run.Run("check wide.policy").Error, StringComparison.Ordinal);
        CommandRun.Result input = run.Run(["check", "-"], [0xC3, 0x28]);
        Assert.StartsWith("error[PL7004]: '<stdin>' is not UTF-8: byte 0xC3 at offset 0 (line 1).\n", input.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_not_read()
    {
        using var run = new CommandRun();
        using (FileStream file = File.Create(run.PathOf("huge.policy")))
        {
            file.SetLength(65L * 1024 * 1024);
        }

        Assert.StartsWith("error[PL7006]: 'huge.policy' has 65 MB; the limit is 64 MB.\n", run.Run("check huge.policy").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_named()
    {
        using var run = new CommandRun(("laws/a.policy", ""));
        File.CreateSymbolicLink(run.PathOf("laws/lost.policy"), "gone.policy");
        CommandRun.Result result = run.Run("check laws");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error[PL7005]: 'laws/lost.policy' cannot be read: it is gone, or it is a link that leads nowhere.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_links_to_itself_ends()
    {
        using var run = new CommandRun(("laws/a.policy", ""));
        Directory.CreateSymbolicLink(run.PathOf("laws/again"), run.PathOf("laws"));
        Assert.Equal("no findings in 1 file, 0 clauses\n", run.Run("check laws").Output);
    }

    [Fact]
    public void A_missing_permission_is_named()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Permissions are set differently on Windows.");
            return;
        }

        using var run = new CommandRun(("secret/a.policy", ""), ("b.policy", ""));
        File.SetUnixFileMode(run.PathOf("b.policy"), UnixFileMode.None);
        File.SetUnixFileMode(run.PathOf("secret"), UnixFileMode.None);
        try
        {
            Assert.SkipWhen(CanRead(run.PathOf("b.policy")), "This user may read everything (root).");
            Assert.StartsWith("error[PL7005]: 'b.policy' cannot be read: permission denied.\n", run.Run("check b.policy").Error, StringComparison.Ordinal);
            Assert.StartsWith("error[PL7005]: The folder 'secret' cannot be listed: permission denied.\n", run.Run("check secret").Error, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(run.PathOf("secret"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static bool CanRead(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
