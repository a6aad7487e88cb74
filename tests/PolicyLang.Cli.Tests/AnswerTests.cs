using System.Text.Json;
using PolicyLang.Cli.Reporters;
using PolicyLang.Conflicts;
using PolicyLang.Repairs;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Tests;

/// <summary>Answers name what bears on them, and what keeps them from being whole.</summary>
public sealed class AnswerTests
{
    private const string Law = """
        framework Act { authority EU in force from 2020-01-01
          transfer Bar { any must not transfer Health from DE to US }
          transfer Free { any may transfer Health from DE to US when explicit_consent }
          transfer Other { any must not transfer Health from DE to US when court_order }
        }
        """;

    private const string Case = "decide --explain date=2024-01-01 action=transfer data=Health origin=DE destination=US";

    [Fact]
    public void An_explanation_names_what_bears_on_the_answer_and_all_that_is_near_only_when_asked()
    {
        using var run = new CommandRun(("law.policy", Law));
        string bearing = run.Run(Case).Output;
        Assert.Contains("  Act.Free would apply but for one part", bearing, StringComparison.Ordinal);
        Assert.DoesNotContain("Act.Other", bearing, StringComparison.Ordinal);
        Assert.Contains("  Act.Other would apply but for one part", run.Run(Case + " --all").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Act.Other", run.Run(Case + " --format json").Output, StringComparison.Ordinal);
        Assert.Contains("Act.Other", run.Run(Case + " --all --format json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "error[PL2002]")]
    [InlineData("msbuild", "error PL2002")]
    [InlineData("github", "::error ")]
    [InlineData("sarif", "PL2002")]
    [InlineData("junit", "PL2002")]
    public void Errors_are_told_with_the_conflicts_and_never_beside_no_findings(string format, string expected)
    {
        using var run = new CommandRun(("law.policy", Law + "framework Broken { authority Nowhere }"));
        CommandRun.Result result = run.Run($"conflicts --format {format}");
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no findings", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
        Assert.Equal(1, result.Code);
    }

    [Theory]
    [InlineData("--kind PL4001", 1)]
    [InlineData("--kind dilemma", 1)]
    [InlineData("--kind PL4008", 0)]
    [InlineData("--under US", 0)]
    [InlineData("--under US --under Union", 1)]
    [InlineData("--under EU", 0)]
    public void Conflicts_are_chosen_by_code_and_by_whose_law_they_are_within(string options, int expected)
    {
        using var run = new CommandRun(("law.policy", """
            framework Abroad { authority US in force from 2018-03-23
              sovereignty Order { ServiceProvider must disclose CommunicationsData from anywhere to Authority in US when us_warrant } }
            framework Union { authority EU in force from 2018-05-25
              sovereignty Block { Exporter must not disclose PersonalData from EEA to Authority outside EEA } }
            """));
        using JsonDocument json = JsonDocument.Parse(run.Run($"conflicts {options} --format json").Output);
        Assert.Equal(expected, json.RootElement.GetProperty("conflicts").GetArrayLength());
    }

    [Fact]
    public void A_search_for_repairs_that_gave_up_says_so_with_its_code()
    {
        var report = new RepairReport([], new Dictionary<Conflict, ImmutableArray<Repair>>(), new RepairPlan([], [], 0, true), 0);
        using var output = new StringWriter();
        RepairText.Write(report, new AnsiStyle(false), new TerminalWriter(output));
        Assert.Contains("warning[PL9006]: Not every set of amendments was tried", output.ToString(), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(JsonText.Write(writer => RepairJson.Write(writer, report, Workspace.Empty)));
        Assert.Equal("PL9006", json.RootElement.GetProperty("limit").GetString());
    }
}
