using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using PolicyLang.Testing;

namespace PolicyLang.Cli.Tests;

/// <summary>No name, title or path steers a terminal, begins a line of its own, or breaks the form of a report.</summary>
public sealed class UntrustedTextTests
{
    private const string Hostile = "a\u001b[31mred\u001b]8;;http://evil\u0007link\u009b2J\u202E\uFFFF";

    public static TheoryData<string> Commands
    {
        get
        {
            var all = new TheoryData<string>();
            foreach (string format in new[] { "text", "json", "sarif", "github", "msbuild", "junit" })
            {
                all.Add($"check --format {format}");
                all.Add($"check --each --format {format}");
                all.Add($"conflicts --all --format {format}");
            }

            foreach (string other in new[] { "test", "test --coverage", "test --format junit", "vocabulary", "vocabulary --format json", "repair", "repair --format json", "repair --dry-run", "report", "report --format md", "format --check .", "decide date=2024-02-02 action=disclose data=Health actor=Controller --explain", "explain " + Hostile, "check " + Hostile, "generate" })
            {
                all.Add(other);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_output_holds_what_steers_a_terminal(string command)
    {
        bool readsAll = command.StartsWith("check", StringComparison.Ordinal) || command.StartsWith("conflicts", StringComparison.Ordinal);
        using CommandRun run = Folder(readsAll);
        CommandRun.Result result = run.Run(command);
        Assert.All(result.Output + result.Error, c => Assert.True(c == '\n' || !Steers(c), $"U+{(int)c:X4}"));
        Assert.All((result.Output + result.Error).Split('\n'), line => Assert.False(
            line.TrimStart().StartsWith("::", StringComparison.Ordinal) && !command.Contains("github", StringComparison.Ordinal), line));
        if (command.EndsWith("junit", StringComparison.Ordinal))
        {
            Assert.NotEmpty(XDocument.Parse(result.Output).Descendants("testcase"));
        }

        if (command.EndsWith("json", StringComparison.Ordinal) || command.EndsWith("sarif", StringComparison.Ordinal))
        {
            JsonDocument.Parse(result.Output).Dispose();
        }

        if (command.EndsWith("github", StringComparison.Ordinal))
        {
            Assert.All(result.Output.TrimEnd('\n').Split('\n'), line => Assert.Matches("^::(error|warning|notice) file=", line));
            Assert.Contains("file=a%0A%3A%3Aerror title=x", result.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("esc", "PL1024")]
    [InlineData("ffff", "PL1024")]
    public void A_character_that_is_none_is_an_error_at_its_place(string file, string code)
    {
        using var run = new CommandRun(("a.policy", File.ReadAllText(RepositoryFiles.PathOf($"tests/cases/hostile/{file}.txt"))));
        Assert.Contains($"error[{code}]", run.Run("check").Output, StringComparison.Ordinal);
    }

    // Whoever writes a reporter cannot pass them by: the types of the product lead through them.
    [Fact]
    public void Every_reporter_goes_through_the_one_writer_of_its_form()
    {
        string[] allowed = ["TerminalWriter.cs", "XmlOutput.cs", "JunitXml.cs", "CalendarFile.cs"];
        foreach (string file in Directory.EnumerateFiles(RepositoryFiles.PathOf("src/PolicyLang.Cli/Reporters"), "*.cs").Where(f => !allowed.Contains(Path.GetFileName(f))))
        {
            Assert.All(File.ReadLines(file).Where(line => line.Contains(".Write(", StringComparison.Ordinal) || line.Contains(".WriteLine(", StringComparison.Ordinal)), line =>
                Assert.True(line.Contains("output.WriteLine(JsonText.Write(", StringComparison.Ordinal) || !line.Contains("utput.Write", StringComparison.Ordinal), $"{Path.GetFileName(file)}: {line}"));
            Assert.DoesNotContain("XmlWriter", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    private static bool Steers(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || c is '\uFFFE' or '\uFFFF';

    private static CommandRun Folder(bool withUnreadable)
    {
        string law = File.ReadAllText(RepositoryFiles.PathOf("tests/cases/hostile/esc.txt"))
            .Replace("a\u001b[31mred\u001b]8;;http://evil\u0007link", Hostile, StringComparison.Ordinal);
        string name = OperatingSystem.IsWindows() ? "a.policy" : "a\n::error title=x::\u001b[31m,%0A.policy";
        return new CommandRun((name, law), ("b.policy", law.Replace("Atlantis", "Lemuria", StringComparison.Ordinal).Replace("framework F", "framework G", StringComparison.Ordinal).Replace("attribute fl", "attribute fm", StringComparison.Ordinal)), (withUnreadable ? "bad.policy" : "bad.txt", "\0"));
    }
}
