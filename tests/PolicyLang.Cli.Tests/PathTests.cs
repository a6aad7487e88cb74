using System.Text.Json;

namespace PolicyLang.Cli.Tests;

/// <summary>Which files a command works on.</summary>
public sealed class PathTests
{
    private const string Broken = "?";

    [Theory]
    [InlineData("check", "a.policy deep/b.policy deep/er/c.policy.md")]
    [InlineData("check .", "a.policy deep/b.policy deep/er/c.policy.md")]
    [InlineData("check deep", "deep/b.policy deep/er/c.policy.md")]
    [InlineData("check *.policy", "a.policy")]
    [InlineData("check **/*.policy", "a.policy deep/b.policy")]
    [InlineData("check deep/**", "deep/b.policy deep/er/c.policy.md")]
    [InlineData("check deep/?.policy a.policy", "a.policy deep/b.policy")]
    [InlineData("check deep/ deep/b.policy ./deep", "deep/b.policy deep/er/c.policy.md")]
    public void Paths_name_files_folders_and_globs(string command, string files)
    {
        using CommandRun run = Tree();
        Assert.Equal(files, FilesOf(run.Run(command + " --format json")));
    }

    [Fact]
    public void Files_are_shown_relative_to_the_working_folder()
    {
        using CommandRun run = Tree();
        Assert.Equal("../a.policy b.policy", FilesOf(run.Run("check ../a.policy b.policy --format json", folder: run.PathOf("deep"))));
    }

    /// <summary>The vocabulary and the law library have files of these names, too.</summary>
    [Theory]
    [InlineData("prelude/jurisdictions.policy")]
    [InlineData("prelude/mine.policy")]
    [InlineData("law/eu/gdpr.policy")]
    public void A_file_may_have_the_name_of_one_that_ships(string file)
    {
        using var run = new CommandRun(
            (file, "framework Mine { authority EU in force from 2020-01-01 transfer A { Exporter must not transfer Health from DE to Nowhere } }\n"),
            ("a.policy", "uses GDPR\n"));
        CommandRun.Result result = run.Run("check --format json");

        Assert.Equal(1, result.Code);
        Assert.Equal("./" + file, FilesOf(result));
    }

    [Fact]
    public void A_version_may_have_files_with_the_names_of_those_that_ship()
    {
        const string law = "framework Mine { authority EU in force from 2020-01-01 transfer A { Exporter must not transfer Health from DE to US } }\n";
        using var run = new CommandRun(("old/prelude/jurisdictions.policy", law), ("new/prelude/jurisdictions.policy", law.Replace("US", "JP", StringComparison.Ordinal)));
        CommandRun.Result result = run.Run("diff old new --fail-on major");

        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Contains("Mine.A", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diff a.policy a.policy --with prelude/jurisdictions.policy")]
    [InlineData("what-if a.policy --add prelude/jurisdictions.policy")]
    [InlineData("what-if a.policy prelude/jurisdictions.policy --without prelude/jurisdictions.policy")]
    public void Law_beside_may_have_such_a_name(string command)
    {
        using var run = new CommandRun(("a.policy", ""), ("prelude/jurisdictions.policy", "framework Mine { authority EU in force from 2020-01-01 }\n"));

        Assert.Equal((0, ""), (run.Run(command).Code, run.Run(command).Error));
    }

    [Fact]
    public void Build_output_packages_and_dot_folders_are_skipped()
    {
        using CommandRun run = Tree();
        foreach (string folder in new[] { "bin", "obj", "node_modules", ".hidden" })
        {
            run.Write($"deep/{folder}/x.policy", "?"u8.ToArray());
        }

        Assert.Equal("deep/b.policy deep/er/c.policy.md", FilesOf(run.Run("check deep --format json")));
    }

    [Fact]
    public void Standard_input_is_a_file_too()
    {
        using CommandRun run = Tree();
        Assert.Equal("<stdin> a.policy", FilesOf(run.Run("check - a.policy --format json", Broken)));
    }

    [Fact]
    public void Without_paths_the_project_above_counts()
    {
        using CommandRun run = Tree();
        run.Write("policy.json", """{ "name": "Laws", "sources": ["deep/*.policy"] }"""u8.ToArray());
        Assert.Equal("b.policy", FilesOf(run.Run("check --format json", folder: run.PathOf("deep"))));
    }

    [Fact]
    public void An_unknown_setting_is_a_warning_at_its_place()
    {
        using var run = new CommandRun(("a.policy", ""), ("policy.json", "{\n  \"name\": \"Laws\",\n  \"source\": [\"x\"]\n}"));
        CommandRun.Result result = run.Run("check");
        Assert.Equal(0, result.Code);
        Assert.Equal(
            """
            warning[PL7011]: 'source' is not a project setting.
             --> policy.json:3:3
              |
            3 |   "source": ["x"]
              |   ^^^^^^^^
              = help: Did you mean 'sources'?

            1 warning in 1 file, 0 clauses

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal(1, run.Run("check --fail-on warning").Code);
    }

    [Theory]
    [InlineData("{ \"sources\": \"laws\" }", "1:14: 'sources' is a list of globs.")]
    [InlineData("{\n  \"sources\": [1]\n}", "2:15: 'sources' is a list of globs.")]
    [InlineData("[]", "1:1: A project file is a JSON object.")]
    [InlineData("{\n \"name\": }", "2:10: ")]
    [InlineData("", "1:1: ")]
    [InlineData("{} x", "1:4: ")]
    public void A_project_file_that_cannot_be_used_is_named_with_line_and_column(string json, string expected)
    {
        using var run = new CommandRun(("a.policy", ""), ("policy.json", json));
        CommandRun.Result result = run.Run("check");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error[PL7010]: policy.json:" + expected, result.Error, StringComparison.Ordinal);
    }

    private static CommandRun Tree() => new(("a.policy", Broken), ("deep/b.policy", Broken), ("deep/er/c.policy.md", "```policy\n?\n```\n"), ("deep/readme.md", Broken));

    // Each file has one stray character, so that the files with findings are the files that were read.
    private static string FilesOf(CommandRun.Result result)
    {
        using JsonDocument json = JsonDocument.Parse(result.Output);
        return string.Join(' ', json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(d => d.GetProperty("file").GetString()).Distinct());
    }
}
