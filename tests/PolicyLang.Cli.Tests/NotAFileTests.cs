using System.Diagnostics;
using System.Text.Json;
using PolicyLang.Cli.Streams;

namespace PolicyLang.Cli.Tests;

/// <summary>Paths and streams that are no files: none is read without end, and none hides what the others hold.</summary>
public sealed class NotAFileTests
{
    private const string Mistake = "framework F { authority Atlantis in force from 2020-01-01 }";

    public static TheoryData<string, string> Kinds => new()
    {
        { "zero", "'laws/bad.policy' is a link out of the folder, and is not read." },
        { "outside", "'laws/bad.policy' is a link out of the folder, and is not read." },
        { "pipe", "'laws/bad.policy' is no regular file, but a device, a pipe or the like." },
        { "nowhere", "'laws/bad.policy' cannot be read: it is gone, or it is a link that leads nowhere." },
        { "binary", "'laws/bad.policy' is a binary file: byte 0 is zero." },
        { "latin", "'laws/bad.policy' is not UTF-8: byte 0xE9 at offset 0 (line 1)." },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_cannot_be_read_hides_nothing_and_is_in_every_report(string kind, string message)
    {
        using CommandRun run = Folder(kind);
        CommandRun.Result text = run.Run("check laws");
        Assert.Equal(2, text.Code);
        Assert.StartsWith($"error[PL7", text.Error, StringComparison.Ordinal);
        Assert.Contains(message, text.Error, StringComparison.Ordinal);
        Assert.Contains("PL2002", text.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 input could not be read; there may be more findings.\n", text.Output, StringComparison.Ordinal);
        foreach (string format in new[] { "json", "sarif", "github", "msbuild", "junit" })
        {
            foreach (string command in new[] { "check", "conflicts" })
            {
                CommandRun.Result result = run.Run($"{command} laws --format {format}");
                Assert.Equal(2, result.Code);
                Assert.Contains(message.Split(':')[0].Split('\'')[2].Trim(), result.Output, StringComparison.Ordinal);
                Assert.Contains("PL2002", result.Output, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("check first --format sarif", "PL7001")]
    [InlineData("conflicts first --format json", "PL7001")]
    [InlineData("check --format github", "PL7002")]
    public void A_report_is_whole_where_there_is_nothing_to_read(string command, string code)
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run(command);
        Assert.Equal(2, result.Code);
        Assert.Contains(code, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unusable_project_file_is_in_the_report_with_the_findings_of_all_files()
    {
        using var run = new CommandRun(("policy.json", """{"sources": 5}"""), ("a.policy", Mistake));
        CommandRun.Result result = run.Run("check --format sarif");
        Assert.Equal(2, result.Code);
        using var sarif = JsonDocument.Parse(result.Output);
        Assert.Equal(["PL7010", "PL2002"], sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString()).Distinct());
        Assert.Contains("::error file=policy.json,line=1,col=13,", run.Run("check --format github").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_decided_or_generated_while_a_file_cannot_be_read()
    {
        using CommandRun run = Folder("latin");
        Assert.Equal(2, run.Run("decide laws date=2024-01-01").Code);
        Assert.Equal(2, run.Run("generate laws --output out").Code);
        Assert.False(Directory.Exists(run.PathOf("out")));
        CommandRun.Result tests = run.Run("test laws");
        Assert.Equal(2, tests.Code);
        Assert.Contains("not ok 1 - file: laws/bad.policy\n", tests.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_of_the_folder_counts_once()
    {
        using var run = new CommandRun(("laws/real/a.policy", Mistake));
        File.CreateSymbolicLink(run.PathOf("laws/again.policy"), "real/a.policy");
        Assert.EndsWith("1 error in 1 file, 0 clauses\n", run.Run("check laws").Output, StringComparison.Ordinal);
        Assert.EndsWith("1 error in 1 file, 0 clauses\n", run.Run("check laws/again.policy laws/real/a.policy").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decide a.policy --case /dev/zero")]
    [InlineData("conflicts a.policy --case /dev/zero")]
    [InlineData("decide a.policy --case pipe")]
    public void A_case_is_a_regular_file(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such paths.");
        using var run = new CommandRun(("a.policy", ""));
        MakePipe(run.PathOf("pipe"));
        CommandRun.Result result = run.Run(command);
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error[PL7005]: '", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check -", 0)]
    [InlineData("format", 0)]
    [InlineData("decide a.policy --case -", 0)]
    [InlineData("decide a.policy", 0)]
    [InlineData("check -", 'a')]
    public void An_input_without_end_ends(string command, int letter)
    {
        using var run = new CommandRun(("a.policy", ""));
        using var endless = new Endless((byte)letter);
        (int code, _, string error) = Run(run, command, endless);
        Assert.Equal(2, code);
        Assert.StartsWith(letter == 0 ? "error[PL7003]: '" : "error[PL7006]: '<stdin>' is larger; the limit is 64 MB.", error, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 1, letter == 0 ? 1 << 20 : 65 << 20);
    }

    [Theory]
    [InlineData("check -")]
    [InlineData("format")]
    [InlineData("decide a.policy --case -")]
    public void A_closed_input_is_told(string command)
    {
        using var run = new CommandRun(("a.policy", ""));
        using var closed = new ClosedStream("it is closed");
        Assert.Equal((2, "", "error[PL7005]: '<stdin>' cannot be read: it is closed."), Run(run, command, closed) is var (code, output, error) ? (code, output, error.Split('\n')[0]) : default);
    }

    private static (int Code, string Output, string Error) Run(CommandRun run, string command, Stream input)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = PolicyCommand.Run(command.Split(' '), new CommandHost(input, Stream.Null, output, error, run.Folder));
        return (code, output.ToString(), error.ToString());
    }

    private static CommandRun Folder(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and pipes are made differently on Windows.");
        var run = new CommandRun(("laws/good.policy", Mistake), ("outside.policy", ""));
        string bad = run.PathOf("laws/bad.policy");
        switch (kind)
        {
            case "zero":
                File.CreateSymbolicLink(bad, "/dev/zero");
                break;
            case "outside":
                File.CreateSymbolicLink(bad, "../outside.policy");
                break;
            case "nowhere":
                File.CreateSymbolicLink(bad, "gone.policy");
                break;
            case "pipe":
                MakePipe(bad);
                break;
            default:
                File.WriteAllBytes(bad, kind == "binary" ? [0, 1] : [0xE9, (byte)'\n']);
                break;
        }

        return run;
    }

    private static void MakePipe(string path)
    {
        using Process process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private sealed class Endless(byte letter) : MemoryStream
    {
        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill(letter);
            Given += count;
            return count;
        }

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill(letter);
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
