using System.Text.Json;
using PolicyLang.Testing;

namespace PolicyLang.SourceGenerator.Tests;

/// <summary>The package, from a folder as its only source, in a project of its own.</summary>
public sealed class PackageTests : IClassFixture<ConsumerProject>
{
    private const string Strict = "-p:TreatWarningsAsErrors=true";

    private readonly ConsumerProject _project;

    public PackageTests(ConsumerProject project)
    {
        _project = project;
        project.Clear();
    }

    [Fact]
    public void A_clean_project_builds_runs_and_shows_mistakes_at_their_place()
    {
        _project.Write("App/law/gdpr.policy", """
            framework GDPR {
              authority EU
              in force from 2018-05-25
              transfer Art44 { Exporter must not transfer PersonalData from EEA to outside EEA subject to Art46 }
              transfer Art46 cites "Art. 46" { Exporter may transfer PersonalData from EEA to outside EEA when safeguards include SCC }
            }
            """);
        _project.Write("App/Program.cs", """
            using System;
            using App.Policies;
            var act = new Case { Date = new(2024, 3, 1), Actor = Roles.Exporter, Action = ActionKind.Transfer, Data = Data.Health, Origin = Jurisdiction.DE, Destination = Jurisdiction.US };
            Console.WriteLine($"{Rulebook.Decide(act)}; {string.Join(" or ", TransferAssessor.Assess(act).WaysToComply)}; {Gdpr.Clauses.Art46.Citation} at {Gdpr.Clauses.Art46.Position}");
            Console.WriteLine(Rulebook.Decide(act with { Safeguards = Safeguards.SCC }));
            """);
        string output = _project.Run(Strict);
        Assert.Contains("Prohibited; ", output, StringComparison.Ordinal);
        Assert.Contains("safeguards = SCC", output, StringComparison.Ordinal);
        Assert.Contains("Art. 46 at law/gdpr.policy(5,12)", output, StringComparison.Ordinal);
        Assert.EndsWith("Permitted\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        _project.Write("App/law/gdpr.policy", """
            framework GDPR {
              authority EU
              in force from 2018-05-25
              transfer Art44 { Exporter must not transfer PersonalDate from EEA to outside EEA subject to Art46 }
              transfer Art46 cites "Art. 46" { Exporter may transfer PersonalData from EEA to outside EEA when safeguards include SCC }
            }
            """);
        string[] errors = [.. _project.Build(fails: true).Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Select(l => l.Trim()).Distinct()];
        string error = Assert.Single(errors);
        Assert.Contains(Path.Combine("law", "gdpr.policy") + "(4,47): error PL2002: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_application_developer_expects_holds()
    {
        string cases = RepositoryFiles.PathOf("tests/cases/models/expectations");
        foreach (string file in Directory.EnumerateFiles(cases))
        {
            File.Copy(file, Path.Combine(_project.App, Path.GetFileName(file)));
        }

        Assert.Empty(_project.Run(Strict));
    }

    [Fact]
    public void The_set_of_files_is_an_input_of_the_build()
    {
        _project.Write("App/laws/a.policy", "framework A { authority DE in force from 2021-01-01 transfer T { Exporter must not transfer Health from DE to US } transfer T2 { Exporter must not transfer Health from KR, FR to CN } }");
        const string law = "framework B { authority FR in force from 2021-01-01 transfer T { Exporter must not transfer Health from FR to US } }";
        _project.Write("App/laws/b.policy", law);
        _project.Write("App/Program.cs", """
            using App.Policies;
            System.Console.WriteLine(Rulebook.Decide(new Case { Date = new(2024, 3, 1), Actor = Roles.Exporter, Action = ActionKind.Transfer, Data = Data.Health, Origin = Jurisdiction.FR, Destination = Jurisdiction.US }));
            """);
        Assert.StartsWith("Prohibited", _project.Run(), StringComparison.Ordinal);
        File.Delete(Path.Combine(_project.App, "laws/b.policy"));
        Assert.StartsWith("Unregulated", _project.Run(), StringComparison.Ordinal);
        _project.Write("App/laws/b.policy", law);
        File.SetLastWriteTimeUtc(Path.Combine(_project.App, "laws/b.policy"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.StartsWith("Prohibited", _project.Run(), StringComparison.Ordinal);

        _project.Write("policy.json", """{ "severities": { "PL3104": "of" } }""");
        string warned = _project.Build();
        Assert.Contains("policy.json(1,29): warning PL7011: ", warned, StringComparison.Ordinal);
    }

    [Fact]
    public void Severities_are_said_in_an_editorconfig_and_by_NoWarn_and_hide_no_mistake()
    {
        const string conflict = "framework F { authority EU in force from 2020-01-01 transfer A { Exporter must not transfer Health from DE to US } transfer B { Exporter may transfer Health from DE to US } }";
        _project.Write("App/Program.cs", "System.Console.WriteLine(App.Policies.Rulebook.Conflicts.Count);");
        _project.Write("App/a.policy", conflict);
        _project.Write("App/.editorconfig", "root = true\n[*.policy]\ndotnet_diagnostic.PL4003.severity = error\n");
        Assert.Contains("error PL4003: ", _project.Build(fails: true), StringComparison.Ordinal);

        File.Delete(Path.Combine(_project.App, ".editorconfig"));
        Assert.Contains("warning PL4003: ", _project.Build(), StringComparison.Ordinal);
        Assert.DoesNotContain("PL4003", _project.Build("-p:NoWarn=PL4003"), StringComparison.Ordinal);

        _project.Write("App/a.policy", conflict.Replace("Health", "Helth", StringComparison.Ordinal));
        Assert.Contains("error PL2002: ", _project.Build("-p:NoWarn=PL2002", fails: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_framework_that_is_too_old_is_one_error()
    {
        string[] errors = [.. _project.BuildFor("netstandard2.0").Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Select(l => l.Trim()).Distinct()];
        Assert.Contains("error PL7014: Generated models need .NET 8 or later, and this project is built for 'netstandard2.0'.", Assert.Single(errors), StringComparison.Ordinal);
    }

    /// <summary>What <c>dotnet watch</c> looks at: MSBuild says so without a watch that runs.</summary>
    [Fact]
    public void Policies_from_anywhere_and_the_project_file_are_watched()
    {
        _project.Write("App/laws/a.policy", string.Empty);
        _project.Write("App/memo.policy.md", string.Empty);
        _project.Write("elsewhere/b.policy", string.Empty);
        _project.Write("policy.json", "{}");
        _project.Write("App/Directory.Build.props", """<Project><ItemGroup><AdditionalFiles Include="../elsewhere/*.policy" /></ItemGroup></Project>""");
        using JsonDocument items = JsonDocument.Parse(_project.Items("Watch"));
        string[] watched =
        [
            .. items.RootElement.GetProperty("Items").GetProperty("Watch").EnumerateArray()
                .Select(i => Path.GetRelativePath(_project.App, i.GetProperty("FullPath").GetString() ?? string.Empty).Replace('\\', '/')).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["../elsewhere/b.policy", "../policy.json", "laws/a.policy", "memo.policy.md"], watched);
    }
}
