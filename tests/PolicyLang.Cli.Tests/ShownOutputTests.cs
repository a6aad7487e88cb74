using System.Text.RegularExpressions;
using PolicyLang.Testing;

namespace PolicyLang.Cli.Tests;

/// <summary>Pages that show what policyc prints of the studies: <c>POLICYLANG_UPDATE_BASELINES=1</c> writes what it prints now.</summary>
public sealed partial class ShownOutputTests
{
    public static TheoryData<string> Pages => [.. RepositoryFiles.Files("docs", "analyses*.md")];

    [Fact]
    public void There_are_pages() => Assert.NotEmpty(Pages);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_what_is_printed(string page)
    {
        string file = RepositoryFiles.PathOf(page);
        string text = File.ReadAllText(file).ReplaceLineEndings("\n");
        Assert.NotEmpty(Told().Matches(text));
        Baseline.Verify(file, Told().Replace(text, match => $"```text\n$ policyc {match.Groups[1].Value}\n{Output(match.Groups[1].Value)}```"));
    }

    private static string Output(string arguments)
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run([.. Words().Matches(arguments).Select(word => word.Value.Trim('"'))], [], RepositoryFiles.PathOf("."));
        Assert.Equal("", result.Error);
        return result.Output.TrimEnd('\n') + "\n";
    }

    [GeneratedRegex(@"```text\n\$ policyc ([^\n]*)\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Told();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
