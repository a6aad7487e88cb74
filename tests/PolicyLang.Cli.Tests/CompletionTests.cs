using System.Diagnostics;

namespace PolicyLang.Cli.Tests;

/// <summary>What shells complete.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("policyc time", "timeline")]
    [InlineData("policyc check --form", "--format")]
    [InlineData("policyc check --format sa", "sarif")]
    [InlineData("policyc explain PL400", "PL4001")]
    [InlineData("policyc law GD", "GDPR")]
    [InlineData("policyc completion z", "zsh")]
    [InlineData("policyc export gr", "graph")]
    [InlineData("policyc import odrl x --synt", "--syntax")]
    public void Commands_options_and_names_are_suggested(string line, string suggestion)
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run([$"[suggest:{line.Length}]", line], []);
        Assert.Equal(0, result.Code);
        Assert.Contains(suggestion, result.Output.Split('\n'));
    }

    [Theory]
    [InlineData("bash", "complete -o filenames -F _policyc policyc")]
    [InlineData("zsh", "compdef _policyc policyc")]
    [InlineData("fish", "complete -c policyc")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName policyc")]
    public void Each_shell_has_a_script(string shell, string registration)
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run(["completion", shell], []);
        Assert.Equal(0, result.Code);
        Assert.StartsWith($"# ", result.Output.Replace("#compdef policyc\n", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(registration, result.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shell_is_told_which_there_are()
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run(["completion", "tcsh"], []);
        Assert.Equal(2, result.Code);
        Assert.Contains("'fish'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void In_bash_the_script_hands_the_line_over_and_takes_the_words()
    {
        GitFolder.SkipWithout("bash");
        using var run = new CommandRun();
        string script = run.Run(["completion", "bash"], []).Output;
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process bash = Process.Start(start) ?? throw new InvalidOperationException("bash does not start");
        bash.StandardInput.Write(script + """

            policyc() { printf '%s\n' "asked $1 of $2"; }
            COMP_LINE='policyc check --f'; COMP_POINT=17; COMP_WORDS=(policyc check --f); COMP_CWORD=2
            _policyc
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        bash.StandardInput.Close();
        string output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        Assert.Equal("asked [suggest:17] of policyc check --f", output.Trim());
    }
}
