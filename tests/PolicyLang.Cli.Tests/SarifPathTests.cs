using System.Text.Json;

namespace PolicyLang.Cli.Tests;

/// <summary>How SARIF names files: relative to a root, from which a scanner finds them.</summary>
public sealed class SarifPathTests
{
    private const string Mistake = "framework F { authority Nowhere }\n";

    [Theory]
    [InlineData("repo", "check", "laws/own law.policy")]
    [InlineData("repo", "check laws", "laws/own law.policy")]
    [InlineData("repo/laws", "check", "laws/own law.policy")]
    [InlineData("repo/other", "check ../laws", "laws/own law.policy")]
    [InlineData("repo/other", "conflicts ../laws/*.policy", "laws/own law.policy")]
    [InlineData("", "check repo/laws", "repo/laws/own law.policy")]
    [InlineData("elsewhere", "check ../repo/laws", "laws/own law.policy")]
    [InlineData("elsewhere", "check {0}/repo/laws", "laws/own law.policy")]
    public void Files_are_relative_to_the_repository(string folder, string command, string expected)
    {
        using CommandRun run = Files("repo/laws/own law.policy");
        Directory.CreateDirectory(run.PathOf("repo/.git"));
        Directory.CreateDirectory(run.PathOf("repo/other"));
        Directory.CreateDirectory(run.PathOf("elsewhere"));
        using JsonDocument report = Report(run, command, folder);
        string root = run.PathOf(folder.Length == 0 ? "." : "repo");
        Assert.Equal([(Encoded(expected), "%SRCROOT%")], Places(report).Distinct());
        Assert.Equal(new Uri(Path.GetFullPath(root) + "/").AbsoluteUri, Root(report));
    }

    [Theory]
    [InlineData("here", "check", "here", "sub/a.policy")]
    [InlineData("here", "check sub", "here", "sub/a.policy")]
    [InlineData("there", "check ../here", "here", "sub/a.policy")]
    [InlineData("there", "check {0}/here/sub/a.policy", "here/sub", "a.policy")]
    [InlineData("there", "check . ../here", ".", "here/sub/a.policy")]
    public void Without_a_repository_they_are_relative_to_the_folder_that_is_checked(string folder, string command, string root, string expected)
    {
        using CommandRun run = Files("here/sub/a.policy", "there/b.policy");
        using JsonDocument report = Report(run, command, folder);
        Assert.Contains((expected, "%SRCROOT%"), Places(report));
        Assert.Equal(new Uri(Path.GetFullPath(run.PathOf(root)) + "/").AbsoluteUri, Root(report));
    }

    [Fact]
    public void A_worktree_has_a_file_in_place_of_the_folder_of_git()
    {
        using CommandRun run = Files("repo/laws/a.policy");
        run.Write("repo/.git", "gitdir: /nowhere\n"u8.ToArray());
        using JsonDocument report = Report(run, "check", "repo/laws");
        Assert.Equal([("laws/a.policy", "%SRCROOT%")], Places(report).Distinct());
    }

    [Fact]
    public void Each_relative_name_leads_to_the_file_it_names()
    {
        using CommandRun run = Files("50% & #1/ä b.policy", "plain.policy");
        using JsonDocument report = Report(run, "check", "");
        Uri root = new(Root(report));
        string[] named = [.. Places(report).Select(p => new Uri(root, p.Uri).LocalPath).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal([run.PathOf("50% & #1/ä b.policy"), run.PathOf("plain.policy")], named);
    }

    [Fact]
    public void What_is_outside_of_the_root_has_an_absolute_name_and_no_root()
    {
        using CommandRun run = Files("repo/a.policy", "b.policy");
        Directory.CreateDirectory(run.PathOf("repo/.git"));
        using JsonDocument report = Report(run, "check . ../b.policy", "repo");
        Assert.Equal(
            [(new Uri(run.PathOf("b.policy")).AbsoluteUri, null), ("a.policy", "%SRCROOT%")],
            Places(report).Distinct().OrderBy(p => p.Base is not null));
    }

    [Fact]
    public void Law_that_comes_with_policyc_has_a_root_of_its_own_that_is_no_folder()
    {
        using var run = new CommandRun(("own.policy", "uses GDPR, CloudAct\n"));
        using JsonDocument report = Report(run, "check", "");
        Assert.Contains(("own.policy", "%SRCROOT%"), Places(report));
        Assert.Contains(("law/eu/gdpr.policy", "%POLICYC%"), Places(report));
        JsonElement library = Run(report).GetProperty("originalUriBaseIds").GetProperty("%POLICYC%");
        Assert.False(library.TryGetProperty("uri", out _));
        Assert.NotEmpty(library.GetProperty("description").GetProperty("text").GetString() ?? "");
    }

    [Fact]
    public void The_vocabulary_is_no_file_of_the_user()
    {
        using var run = new CommandRun(("own.policy", "jurisdiction DE \"Germany\"\n"));
        using JsonDocument report = Report(run, "check", "");
        Assert.Contains(("prelude/jurisdictions.policy", "%POLICYC%"), Places(report));
    }

    [Fact]
    public void Law_of_a_folder_is_found_in_that_folder()
    {
        (string, string) law = ("library/eu/ban.policy", """
            framework Ban "Ban" { authority EU in force from 2020-01-01
              transfer No { any must not transfer Health from DE to US } }
            """);
        using var run = new CommandRun(("repo/own.policy", """
            uses Ban
            framework Own { authority US in force from 2020-01-01
              transfer Yes { any must transfer Health from DE to US } }
            """));
        Directory.CreateDirectory(run.PathOf("repo/.git"));
        using JsonDocument report = Report(run, "check . --law ../library", "repo", law);
        Assert.Contains((new Uri(run.PathOf("library/eu/ban.policy")).AbsoluteUri, null), Places(report));
        Assert.DoesNotContain(Places(report), p => p.Base == "%POLICYC%");
    }

    [Fact]
    public void What_cannot_be_read_is_relative_to_the_root_too()
    {
        using CommandRun run = Files("repo/laws/a.policy");
        Directory.CreateDirectory(run.PathOf("repo/.git"));
        run.Write("repo/laws/b.policy", [0xFF, 0xFE]);
        using JsonDocument report = Report(run, "check", "repo/laws");
        Assert.Contains(("laws/b.policy", "%SRCROOT%"), Places(report));
        run.Write("repo/laws/policy.json", "{"u8.ToArray());
        using JsonDocument broken = Report(run, "check", "repo/laws");
        Assert.Contains(("laws/policy.json", "%SRCROOT%"), Places(broken));
    }

    [Fact]
    public void Standard_input_has_no_root()
    {
        using var run = new CommandRun();
        using JsonDocument report = JsonDocument.Parse(run.Run("check - --format sarif", Mistake).Output);
        Assert.Equal([("%3Cstdin%3E", null)], Places(report).Distinct());
    }

    private static CommandRun Files(params string[] files) => new([.. files.Select(file => (file, Mistake))]);

    private static JsonDocument Report(CommandRun run, string command, string folder, params (string Path, string Text)[] more)
    {
        foreach ((string path, string text) in more)
        {
            run.Write(path, System.Text.Encoding.UTF8.GetBytes(text));
        }

        return JsonDocument.Parse(
            run.Run(command.Replace("{0}", run.Folder, StringComparison.Ordinal) + " --format sarif", folder: run.PathOf(folder)).Output);
    }

    private static JsonElement Run(JsonDocument report) => report.RootElement.GetProperty("runs")[0];

    private static string Root(JsonDocument report) =>
        Run(report).GetProperty("originalUriBaseIds").GetProperty("%SRCROOT%").GetProperty("uri").GetString() ?? "";

    private static string Encoded(string path) => path.Replace(" ", "%20", StringComparison.Ordinal);

    private static IEnumerable<(string Uri, string? Base)> Places(JsonDocument report) =>
        from result in Run(report).GetProperty("results").EnumerateArray()
        from places in result.EnumerateObject().Where(p => p.Name is "locations" or "relatedLocations")
        from place in places.Value.EnumerateArray()
        let artifact = place.GetProperty("physicalLocation").GetProperty("artifactLocation")
        select (artifact.GetProperty("uri").GetString() ?? "", artifact.TryGetProperty("uriBaseId", out JsonElement id) ? id.GetString() : null);
}
