using System.Text;
using System.Text.Json;
using PolicyLang.Law;
using PolicyLang.Library;
using PolicyLang.Projects;
using PolicyLang.Text;

namespace PolicyLang.Cli.Tests;

/// <summary><c>policyc new</c> makes a project that works.</summary>
public sealed class NewProjectTests
{
    [Theory]
    [InlineData("EU", "GDPR")]
    [InlineData("EU,US,CN", "GDPR,CloudAct,PIPL,DSL")]
    [InlineData("JP", "none")]
    public void Its_commands_find_nothing_to_mend(string under, string uses)
    {
        using var run = new CommandRun();
        Assert.Equal(0, run.Run($"new made --organisation Example --under {under} --uses {uses}").Code);
        Assert.All(["check made", "test made", "format --check made"], command => Assert.Equal((0, string.Empty), (run.Run(command).Code, run.Run(command).Error)));
        Assert.Equal("today", JsonDocument.Parse(File.ReadAllText(run.PathOf("made/policy.json"))).RootElement.GetProperty("asOf").GetString());
        Assert.True(File.Exists(run.PathOf("made/.github/workflows/policy.yml")) && File.Exists(run.PathOf("made/.vscode/extensions.json")));
    }

    [Theory]
    [InlineData("DE", "Health,CustomerData", "US,IN,GB", "GDPR,CloudAct,DataAct")]
    [InlineData("US", "PersonalData,Financial", "CN", "CFR202,CloudAct,PIPL")]
    [InlineData("CN,JP", "ImportantData,PaymentData", "EU,SG", "PIPL,DSL,CSL,APPI")]
    [InlineData("BR", "TelemetryData", "EU,DE", "")]
    public void Whatever_is_chosen_it_has_no_finding_and_its_scenarios_pass(string under, string data, string destinations, string uses)
    {
        using var run = new CommandRun();
        var project = new NewProject("Example & Sons", Listed(under), Listed(uses))
        { From = CalendarDay.FromDate(2026, 1, 1), Data = data.Length == 0 ? ["Health"] : Listed(data), Destinations = Listed(destinations) };
        LawCatalog law = new(LawLibrary.Version, LawLibrary.ReadIndex, LawLibrary.Read);
        Assert.Empty(NewProjectProblems.Find(project, law));
        foreach ((string path, string text) in NewProjectFiles.Write(project, law))
        {
            string file = run.PathOf("made/" + path);
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? string.Empty);
            File.WriteAllText(file, text);
        }

        CommandRun.Result found = run.Run("check made --as-of 2026-11-29");
        string[] told = [.. found.Output.Split('\n').Where(l => l.Contains("[PL", StringComparison.Ordinal))];
        Assert.True(found.Code == 0 && told.All(l => l.StartsWith("information[", StringComparison.Ordinal) && l.EndsWith("(acknowledged)", StringComparison.Ordinal)), found.Output + found.Error);
        CommandRun.Result tested = run.Run("test made");
        Assert.True(tested.Code == 0, tested.Output);
        int cases = Listed(destinations).Length * project.Data.Length;
        Assert.Equal(4 + Math.Min(cases, 6), tested.Output.Split('\n').Count(l => l.StartsWith("ok ", StringComparison.Ordinal)));
        Assert.Equal(0, run.Run("format --check made").Code);

        static ImmutableArray<string> Listed(string names) => [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries)];
    }

    [Fact]
    public void Models_are_generated_from_it()
    {
        using var run = new CommandRun();
        run.Run("new made --organisation Example --under EU --uses GDPR");
        Assert.Equal(0, run.Run("generate made").Code);
        Assert.Contains("namespace Example.Policies", File.ReadAllText(run.PathOf("made/Generated/Gdpr.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_at_a_terminal_is_asked()
    {
        using var run = new CommandRun();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var answers = new MemoryStream(Encoding.UTF8.GetBytes("Müller & Söhne \"Nord\"\nJP\n\nhere\n"));
        int code = PolicyCommand.Run(["new"], new CommandHost(answers, Stream.Null, output, error, run.Folder) { InputIsTerminal = true, Today = () => CalendarDay.FromDate(2026, 3, 4) });
        Assert.Equal(0, code);
        Assert.Equal(4, error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        string policy = File.ReadAllText(run.PathOf("here/policy.policy"));
        Assert.Contains("organisation MüllerSöhneNord \"Müller & Söhne \\\"Nord\\\"\" under JP", policy, StringComparison.Ordinal);
        Assert.Contains("uses APPI, AppiSR", policy, StringComparison.Ordinal);
        Assert.Contains("from 2026-01-01", policy, StringComparison.Ordinal);
        Assert.Equal(0, run.Run("check here").Code);
    }

    [Fact]
    public void Nothing_that_is_there_is_overwritten()
    {
        using var run = new CommandRun(("made/policy.json", "{}"));
        CommandRun.Result result = run.Run("new made --organisation Example");
        Assert.Equal(2, result.Code);
        Assert.Contains("made/policy.json is there already; nothing was written.", result.Error, StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(run.PathOf("made/policy.json")));
        Assert.False(File.Exists(run.PathOf("made/policy.policy")));
    }
}
