using PolicyLang.Analysis;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class ScenarioTests
{
    private static readonly string Clauses = Law.Framework("F", "EU", """
        transfer Bar { Exporter must not transfer PersonalData from EEA to outside EEA within 10 days subject to Free, Safe }
        transfer Free { Exporter may transfer PersonalData from EEA to CH }
        transfer Safe { Exporter may transfer PersonalData from EEA to outside EEA when safeguards include SCC }
        transfer Late { Exporter may transfer PersonalData from EEA to outside EEA not before 10 days }
        sovereignty Keep { Exporter must store PersonalData from EEA in EEA }
        """);

    private static ImmutableArray<string> Run(string expectations, string objects = "Health")
    {
        string scenario = $"scenario \"S\" {{ Exporter transfer {objects} from DE to US on 2024-01-01 {expectations} }}";
        ScenarioResult result = Assert.Single(Workspace.Empty.With("law.policy", Clauses + scenario).RunScenarios());
        return [.. result.Failures.Select(f => f.Message)];
    }

    [Theory]
    [InlineData("expect prohibited")]
    [InlineData("expect prohibited by F.Bar")]
    [InlineData("expect no conflict")]
    [InlineData("expect duty F.Keep")]
    [InlineData("expect way add SCC")]
    [InlineData("expect way send to CH")]
    [InlineData("expect way wait 10 days")]
    [InlineData("where safeguards include SCC expect permitted by F.Safe")]
    [InlineData("where elapsed = 241 expect permitted by F.Late")]
    public void What_is_so_is_met(string expectations) => Assert.Empty(Run(expectations));

    [Theory]
    [InlineData("expect permitted", "Expected permitted, but the case is prohibited by F.Bar.")]
    [InlineData("expect prohibited by F.Free", "The case is prohibited, but F.Free takes no part in that; these do: F.Bar.")]
    [InlineData("expect conflict between F.Bar and F.Free", "A conflict between F.Bar and F.Free is expected; there is none.")]
    [InlineData("expect duty F.Bar", "The duty F.Bar is expected; due are F.Keep.")]
    [InlineData("expect way add BCR", "The way 'add BCR' is expected; the shortest way is ")]
    [InlineData("expect way remove SCC", "The way 'remove SCC' is expected; the shortest way is ")]
    [InlineData("where safeguards include BCR expect way add BCR", "The way 'add BCR' is expected; the shortest way is ")]
    [InlineData("expect way wait 11 days", "Waiting 264 hours is expected to comply; the shortest way is ")]
    [InlineData("expect way send to JP", "The way 'send to JP' is expected; the shortest way is ")]
    [InlineData("expect way wait 9 days", "Waiting 216 hours is expected to comply; the shortest way is ")]
    public void What_is_not_so_is_told(string expectations, string start) => Assert.StartsWith(start, Assert.Single(Run(expectations)), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "T.Flow is expected to apply, and it does not.")]
    [InlineData("in force from 2020-01-01", null)]
    public void What_a_draft_asks_of_its_parties_applies_nowhere(string force, string? failure)
    {
        string text = $$"""
            framework T { authority DEPA rank treaty {{force}} norm Flow { parties must allow transfer any from own territory to anywhere } }
            framework L { authority NZ in force from 2020-01-01 transfer Out { must not transfer Health from NZ to outside NZ } }
            scenario "S" { Exporter transfer Health from NZ to SG on 2024-01-01 where counterpart is SG expect T.Flow applies }
            """;
        ScenarioResult result = Assert.Single(Workspace.Empty.With("law.policy", text).RunScenarios());
        Assert.Equal(failure, result.Failures.SingleOrDefault()?.Message);
    }

    [Fact]
    public void Of_several_kinds_of_data_the_strictest_outcome_counts()
    {
        Assert.Empty(Run("expect prohibited", "Health and IndustrialData"));
        Assert.Single(Run("expect unregulated", "Health and IndustrialData"));
        Assert.Empty(Run("expect unregulated", "IndustrialData and TradeSecret"));
    }

    [Theory]
    [InlineData("in force from 2020-01-01", true)]
    [InlineData("in force until 2021-12-31", false)]
    [InlineData("in force from 2022-01-01 in force from 2021-01-01 until 2021-06-30", true)]
    public void A_check_may_look_at_some_days_only(string days, bool proved)
    {
        Workspace workspace = Workspace.Empty.With("law.policy", Clauses + $"check \"A\" {{ always regulated: Exporter store Health from DE in DE {days} }}");
        Assert.Equal(proved, Assert.Single(workspace.ProveChecks()).Failure is null);
    }

    [Fact]
    public void A_check_is_proved_or_refuted_with_the_smallest_case()
    {
        Workspace workspace = Workspace.Empty.With("law.policy", Clauses + """
            check "A" { never permitted: Exporter transfer Health from DE to US when safeguards include none and elapsed < 240 and date >= 2020-01-01 }
            check "B" { never permitted: Exporter transfer Health from DE to US when date >= 2020-01-01 }
            """);
        ImmutableArray<CheckResult> results = workspace.ProveChecks();
        Assert.Null(results[0].Failure);
        Assert.Equal("date=2020-01-01 actor=Exporter action=transfer data=Health origin=DE destination=US safeguards=SCC", results[1].Witness?.Tell());
        Assert.Equal(["PL6002"], workspace.Diagnostics.Where(d => d.Code.StartsWith("PL6", StringComparison.Ordinal)).Select(d => d.Code));
    }

    [Fact]
    public void Coverage_names_what_no_scenario_touches()
    {
        Workspace workspace = Workspace.Empty.With("law.policy", Clauses + "scenario \"S\" { Exporter transfer Health from DE to CH on 2024-01-01 expect permitted }");
        string[] open = [.. workspace.Coverage().Where(p => !p.Covered).Select(p => $"{p.Clause.Name} {(p.Stands ? "stands" : "yields")}")];
        Assert.Equal(["Bar stands", "Safe stands", "Late stands", "Keep stands"], open);
    }
}
