using System.Diagnostics;

namespace PolicyLang.Cli.Tests;

/// <summary>A write that fails is an error: nobody takes an empty report for one without findings, and no file is half written.</summary>
public sealed class LostOutputTests
{
    private const string Law = """
        framework F { authority JP in force from 2020-01-01
          transfer A { Exporter must not transfer Health from JP to US }
          transfer B { Exporter may transfer Health from JP to US }
        }
        scenario "s" { Exporter transfer Health from JP to US on 2024-01-01 expect conflict }
        """;

    public static TheoryData<string> Commands =>
    [
        "check", "check --format json", "check --format sarif", "check --format github", "check --format msbuild", "check --format junit",
        "conflicts", "repair", "repair --format json", "report", "report --format md", "test", "test --format junit", "vocabulary", "vocabulary --format json", "explain",
        "explain PL4001", "format -", "decide date=2024-01-01 action=transfer", "decide --format json date=2024-01-01 action=transfer", "decide",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_full_disk_behind_the_output_is_told_and_the_exit_code_is_2(string command)
    {
        using var run = new CommandRun(("a.policy", Law));
        (int code, string error) = Run(run, command, new IOException("No space left on device"));
        Assert.Equal(2, code);
        Assert.Contains("error[PL7008]: Standard output cannot be written: No space left on device.\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_who_has_seen_enough_is_no_error()
    {
        using var run = new CommandRun(("a.policy", ""));
        Assert.Equal((0, ""), Run(run, "check", new IOException("Broken pipe", 32)));
    }

    [Theory]
    [InlineData("check missing", 2)]
    [InlineData("check", 1)]
    public void Where_nobody_can_be_told_the_exit_code_still_tells(string command, int code)
    {
        using var run = new CommandRun(("a.policy", Law));
        using var output = new StringWriter();
        using var error = new Full(new ObjectDisposedException("standard error"));
        Assert.Equal(code, PolicyCommand.Run(command.Split(' '), new CommandHost(Stream.Null, Stream.Null, output, error, run.Folder)));
    }

    [Theory]
    [InlineData("exec \"$0\" \"$1\" explain PL4001 > /dev/full", 2, "PL7008")]
    [InlineData("exec \"$0\" \"$1\" explain PL4001 >&-", 2, "PL7008")]
    [InlineData("exec \"$0\" \"$1\" explain PL4001 >&- 2>&-", 2, "")]
    [InlineData("exec \"$0\" \"$1\" check - <&-", 2, "PL7005")]
    [InlineData("exec \"$0\" \"$1\" check - </dev/zero", 2, "PL7003")]
    public void The_program_itself_survives_streams_that_are_closed_or_full(string script, int code, string told)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The shell and its devices are those of Linux.");
        var start = new ProcessStartInfo("bash") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        start.ArgumentList.Add("dotnet");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "policyc.dll"));
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("bash does not start");
        string error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(code, process.ExitCode);
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output out", "out/Rulebook.cs", "'out/Rulebook.cs' cannot be written: it is a folder.")]
    [InlineData("--assembly out/Laws.dll", "out/Laws.dll", "'out/Laws.dll' cannot be written: it is a folder.")]
    [InlineData("--output out --assembly lib/Laws.dll", "out/Rulebook.cs", "'out/Rulebook.cs' cannot be written: it is a folder.")]
    public void Models_are_written_all_or_not_at_all(string options, string folder, string told)
    {
        using var run = new CommandRun(("a.policy", Law.Split('\n')[0] + " transfer A { Exporter must not transfer Health from JP to US } }"));
        Directory.CreateDirectory(run.PathOf(folder));
        string[] before = All(run);
        CommandRun.Result result = run.Run("generate " + options);
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error[PL7008]: " + told, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Equal(before, All(run));
    }

    [Fact]
    public void A_set_of_files_that_fails_half_way_is_undone()
    {
        using var run = new CommandRun(("keep.txt", "old"), ("gone.txt", "old"));
        var host = new CommandHost(Stream.Null, Stream.Null, TextWriter.Null, TextWriter.Null, run.Folder);
        var files = new Inputs.FileSet(host);
        files.Write(run.PathOf("keep.txt"), "new"u8.ToArray());
        files.Write(run.PathOf("deep/er/new.txt"), "new"u8.ToArray());
        files.Remove(run.PathOf("gone.txt"));
        files.Remove(run.PathOf("never.txt"));
        string[] before = All(run);
        Assert.Throws<Inputs.InputException>(files.Commit);
        Assert.Equal(before, All(run));
        Assert.Equal("old", File.ReadAllText(run.PathOf("keep.txt")));
        Assert.Equal("old", File.ReadAllText(run.PathOf("gone.txt")));
    }

    private static string[] All(CommandRun run) =>
        [.. Directory.EnumerateFileSystemEntries(run.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static (int Code, string Error) Run(CommandRun run, string command, Exception failure)
    {
        using var output = new Full(failure);
        using var error = new StringWriter { NewLine = "\n" };
        using var input = new MemoryStream("{\"date\":\"2024-01-01\",\"action\":\"transfer\"}\n"u8.ToArray());
        int code = PolicyCommand.Run(command.Split(' '), new CommandHost(input, Stream.Null, output, error, run.Folder));
        return (code, error.ToString());
    }

    // Like a buffer before a full disk: it fails when it is flushed, or when it has been filled.
    private sealed class Full(Exception failure) : StringWriter
    {
        public override void Flush() => throw failure;
    }
}
