namespace PolicyLang.Cli.Tests;

/// <summary>All the law of the library with a company's policy: what matters fits two screens.</summary>
public sealed class LibraryReportTests
{
    private const int MostLines = 120;
    private const string Library = "src/PolicyLang.Law/Instruments";

    private static readonly string[] Report = Check();

    [Fact]
    public void All_groups_fit_two_screens() => Assert.InRange(Report.Length, 1, MostLines);

    [Fact]
    public void The_three_heaviest_groups_are_told_in_full_and_the_others_in_a_line() =>
        Assert.Equal(3, Report.Count(line => line.StartsWith("  = witness:", StringComparison.Ordinal)));

    [Theory]
    [InlineData("PL4001", "US requires what CN prohibits")]
    [InlineData("PL4001", "US requires what EU prohibits")]
    [InlineData("PL4005", "The law of CN breaks RCEP")]
    [InlineData("PL4005", "The law of US breaks USMCA")]
    [InlineData("PL4008", "Acme permits what CN prohibits")]
    [InlineData("PL4008", "Acme permits what EU prohibits")]
    [InlineData("PL4008", "Acme permits what IN prohibits")]
    [InlineData("PL4008", "Acme permits what JP prohibits")]
    [InlineData("PL4008", "Acme permits what KR prohibits")]
    [InlineData("PL4010", "Acme leaves no way of doing what CN requires")]
    public void A_reader_finds_there(string code, string title) =>
        Assert.Contains(Report, line => line.Contains($"[{code}]", StringComparison.Ordinal) && line.Contains(title, StringComparison.Ordinal));

    [Fact]
    public void Each_finding_about_the_company_says_what_to_write()
    {
        int[] own = [.. Enumerable.Range(0, Report.Length).Where(i => Report[i].StartsWith("error[", StringComparison.Ordinal) && Report[i].Contains(": Acme ", StringComparison.Ordinal))];
        Assert.InRange(own.Length, 5, 10);
        Assert.All(own, i => Assert.Contains(Group(i), line => line.Contains("Write 'subject to law of ", StringComparison.Ordinal) && line.Contains(" in AcmePolicy.", StringComparison.Ordinal)));
    }

    // The lines of a group: one, or all down to the next empty line.
    private static IEnumerable<string> Group(int first) => Report.Skip(first).Take(1).Concat(Report.Skip(first + 1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)));

    // Without what the library accepts between its own instruments.
    private static IEnumerable<string> Orders() =>
        Directory.GetDirectories(Repository.PathOf(Library)).Select(Path.GetFileName).Where(name => name != "interplay").Order(StringComparer.Ordinal).Select(name => $"{Library}/{name}");

    private static string[] Check()
    {
        using var run = new CommandRun();
        CommandRun.Result result = run.Run(["check", .. Orders(), "tests/cases/company/policy.policy"], [], Repository.PathOf("."));
        return result.Code == 1 ? result.Output.TrimEnd('\n').Split('\n') : throw new InvalidOperationException(result.Error);
    }
}
