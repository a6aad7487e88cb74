using System.Text;

namespace PolicyLang.Cli.Tests;

/// <summary>The frame around the commands: usage, help, exit codes, failures.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Without_a_command_the_help_is_a_usage_error()
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run("");
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains("decide", result.Error);
        Assert.Contains("conflicts", result.Error);
    }

    [Theory]
    [InlineData("chek", "check")]
    [InlineData("check --fromat json", "Did you mean '--format'?")]
    [InlineData("check --nocolor", "Did you mean '--no-color'?")]
    [InlineData("decide --everything", "--help lists them")]
    [InlineData("check --format xml", "sarif")]
    [InlineData("check --fail-on never", "warning")]
    public void Wrong_usage_says_what_is_right(string arguments, string right)
    {
        using var run = new CommandRun(("a.policy", ""));
        CommandRun.Result result = run.Run(arguments);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(right, result.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("--version")]
    public void Help_and_version_are_no_errors(string arguments)
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run(arguments);
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.NotEmpty(result.Output);
    }

    [Fact]
    public void A_bug_is_told_in_a_sentence()
    {
        using var run = new CommandRun(("a.policy", ""));
        using var error = new StringWriter { NewLine = "\n" };
        using var broken = new BrokenWriter(() => new InvalidOperationException("out of ink"));
        int code = PolicyCommand.Run(["check"], new CommandHost(Stream.Null, Stream.Null, broken, error, run.Folder));
        Assert.Equal(3, code);
        Assert.Contains("internal error: policyc", error.ToString());
        Assert.Contains("InvalidOperationException: out of ink", error.ToString());
        Assert.Contains("open an issue", error.ToString());
        Assert.DoesNotContain("   at ", error.ToString());
    }

    [Fact]
    public void A_reader_that_has_seen_enough_is_no_error()
    {
        using var run = new CommandRun(("a.policy", ""));
        using var error = new StringWriter();
        using var broken = new BrokenWriter(() => new IOException("Broken pipe", 32));
        int code = PolicyCommand.Run(["check"], new CommandHost(Stream.Null, Stream.Null, broken, error, run.Folder));
        Assert.Equal((0, ""), (code, error.ToString()));
    }

    [Fact]
    public void Colour_needs_a_terminal_and_can_be_refused()
    {
        using var run = new CommandRun(("a.policy", ""));
        Assert.Contains('\u001b', Coloured("check"));
        Assert.DoesNotContain('\u001b', Coloured("check", "--no-color"));
        Assert.DoesNotContain('\u001b', Coloured("--no-color", "check"));

        string Coloured(params string[] arguments)
        {
            using var output = new StringWriter();
            PolicyCommand.Run(arguments, new CommandHost(Stream.Null, Stream.Null, output, TextWriter.Null, run.Folder) { Color = true });
            return output.ToString();
        }
    }

    private sealed class BrokenWriter(Func<Exception> failure) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw failure();
    }
}
