using System.Diagnostics;
using PolicyLang.Testing;

namespace PolicyLang.SourceGenerator.Tests;

/// <summary>The package, from a folder as its only source, in a project of its own.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policylang").FullName;

    [Fact]
    public void A_clean_project_builds_runs_and_shows_mistakes_at_their_place()
    {
        string app = App("net10.0", strict: true);
        Write("App/law/gdpr.policy", """
            framework GDPR {
              authority EU
              in force from 2018-05-25
              transfer Art44 { Exporter must not transfer PersonalData from EEA to outside EEA subject to Art46 }
              transfer Art46 cites "Art. 46" { Exporter may transfer PersonalData from EEA to outside EEA when safeguards include SCC }
            }
            """);
        Write("App/Program.cs", """
            using System;
            using App.Policies;
            var act = new Case { Date = new(2024, 3, 1), Actor = Roles.Exporter, Action = ActionKind.Transfer, Data = Data.Health, Origin = Jurisdiction.DE, Destination = Jurisdiction.US };
            Console.WriteLine($"{Rulebook.Decide(act)}; {string.Join(" or ", TransferAssessor.Assess(act).WaysToComply)}; {Gdpr.Clauses.Art46.Citation} at {Gdpr.Clauses.Art46.Position}");
            Console.WriteLine(Rulebook.Decide(act with { Safeguards = Safeguards.SCC }));
            """);
        Dotnet(app, "build -v q");
        string output = Dotnet(app, "run --no-build");
        Assert.Contains("Prohibited; ", output, StringComparison.Ordinal);
        Assert.Contains("safeguards = SCC", output, StringComparison.Ordinal);
        Assert.Contains("Art. 46 at law/gdpr.policy(5,12)", output, StringComparison.Ordinal);
        Assert.EndsWith("Permitted\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        Write("App/law/gdpr.policy", """
            framework GDPR {
              authority EU
              in force from 2018-05-25
              transfer Art44 { Exporter must not transfer PersonalDate from EEA to outside EEA subject to Art46 }
              transfer Art46 cites "Art. 46" { Exporter may transfer PersonalData from EEA to outside EEA when safeguards include SCC }
            }
            """);
        string[] errors = [.. Dotnet(app, "build", fails: true).Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Select(l => l.Trim()).Distinct()];
        string error = Assert.Single(errors);
        Assert.Contains(Path.Combine("law", "gdpr.policy") + "(4,47): error PL2002: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_application_developer_expects_holds()
    {
        string app = App("net10.0", strict: true);
        string cases = RepositoryFiles.PathOf("tests/cases/models/expectations");
        foreach (string file in Directory.EnumerateFiles(cases))
        {
            File.Copy(file, Path.Combine(app, Path.GetFileName(file)));
        }

        Assert.Empty(Answer(app));
    }

    [Fact]
    public void The_set_of_files_is_an_input_of_the_build()
    {
        string app = App("net10.0");
        Write("App/laws/a.policy", "framework A { authority DE in force from 2021-01-01 transfer T { Exporter must not transfer Health from DE to US } transfer T2 { Exporter must not transfer Health from KR, FR to CN } }");
        const string law = "framework B { authority FR in force from 2021-01-01 transfer T { Exporter must not transfer Health from FR to US } }";
        Write("App/laws/b.policy", law);
        Write("App/Program.cs", """
            using App.Policies;
            System.Console.WriteLine(Rulebook.Decide(new Case { Date = new(2024, 3, 1), Actor = Roles.Exporter, Action = ActionKind.Transfer, Data = Data.Health, Origin = Jurisdiction.FR, Destination = Jurisdiction.US }));
            """);
        Assert.StartsWith("Prohibited", Answer(app), StringComparison.Ordinal);
        File.Delete(Path.Combine(app, "laws/b.policy"));
        Assert.StartsWith("Unregulated", Answer(app), StringComparison.Ordinal);
        Write("App/laws/b.policy", law);
        File.SetLastWriteTimeUtc(Path.Combine(app, "laws/b.policy"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.StartsWith("Prohibited", Answer(app), StringComparison.Ordinal);

        Write("policy.json", """{ "severities": { "PL3104": "of" } }""");
        string warned = Dotnet(app, "build");
        Assert.Contains("policy.json(1,29): warning PL7011: ", warned, StringComparison.Ordinal);
    }

    [Fact]
    public void Severities_are_said_in_an_editorconfig_and_by_NoWarn_and_hide_no_mistake()
    {
        string app = App("net10.0");
        const string conflict = "framework F { authority EU in force from 2020-01-01 transfer A { Exporter must not transfer Health from DE to US } transfer B { Exporter may transfer Health from DE to US } }";
        Write("App/Program.cs", "System.Console.WriteLine(App.Policies.Rulebook.Conflicts.Count);");
        Write("App/a.policy", conflict);
        Write("App/.editorconfig", "root = true\n[*.policy]\ndotnet_diagnostic.PL4003.severity = error\n");
        Assert.Contains("error PL4003: ", Dotnet(app, "build", fails: true), StringComparison.Ordinal);

        File.Delete(Path.Combine(app, ".editorconfig"));
        Assert.Contains("warning PL4003: ", Dotnet(app, "build"), StringComparison.Ordinal);
        Assert.DoesNotContain("PL4003", Dotnet(app, "build -p:NoWarn=PL4003"), StringComparison.Ordinal);

        Write("App/a.policy", conflict.Replace("Health", "Helth", StringComparison.Ordinal));
        Assert.Contains("error PL2002: ", Dotnet(app, "build -p:NoWarn=PL2002", fails: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_framework_that_is_too_old_is_one_error()
    {
        string app = App("netstandard2.0");
        Write("App/a.policy", "framework A { authority DE in force from 2021-01-01 }");
        string[] errors = [.. Dotnet(app, "build", fails: true).Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Select(l => l.Trim()).Distinct()];
        Assert.Contains("error PL7014: Generated models need .NET 8 or later, and this project is built for 'netstandard2.0'.", Assert.Single(errors), StringComparison.Ordinal);
    }

    private static string Answer(string app)
    {
        Dotnet(app, "build -v q");
        return Dotnet(app, "run --no-build");
    }

    // A project of its own, with the packages from a folder as its only source.
    private string App(string target, bool strict = false)
    {
        string feed = Path.Combine(_folder, "feed");
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        foreach (string project in (string[])["PolicyLang.Runtime", "PolicyLang.SourceGenerator"])
        {
            Dotnet(RepositoryFiles.Root, $"pack src/{project} --no-build -c {configuration} -p:MinVerVersionOverride=0.1.0 -o \"{feed}\"");
        }

        Write("App/nuget.config", """
            <configuration>
              <config><add key="globalPackagesFolder" value="../packages" /></config>
              <packageSources><clear /><add key="local" value="../feed" /></packageSources>
            </configuration>
            """);
        Write("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>{(target == "net10.0" ? "Exe" : "Library")}</OutputType><TargetFramework>{target}</TargetFramework><DisableImplicitFrameworkReferences>{target != "net10.0"}</DisableImplicitFrameworkReferences><LangVersion>latest</LangVersion><Nullable>enable</Nullable><TreatWarningsAsErrors>{strict}</TreatWarningsAsErrors></PropertyGroup>
              <ItemGroup><PackageReference Include="PolicyLang.SourceGenerator" Version="0.1.0" /></ItemGroup>
            </Project>
            """);
        return Path.Combine(_folder, "App");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string path, string text)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? _folder);
        File.WriteAllText(full, text);
    }

    private static string Dotnet(string folder, string arguments, bool fails = false)
    {
        var start = new ProcessStartInfo("dotnet", arguments + (arguments.StartsWith("run", StringComparison.Ordinal) ? string.Empty : " -nodeReuse:false"))
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k is "DOTNET_CLI_UI_LANGUAGE" or "CI").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True((process.ExitCode == 0) != fails, $"dotnet {arguments} returned {process.ExitCode}:\n{output}\n{error.Result}");
        return output;
    }
}
