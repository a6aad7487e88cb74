using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Repairs;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Repairs;

/// <summary>Amendments that remove a conflict and bring no other.</summary>
public sealed class RepairTests
{
    private const string Order = "sovereignty Order { ServiceProvider must disclose CommunicationsData from anywhere to Authority in US when us_warrant }";
    private const string Block = "sovereignty Block { Exporter must not disclose PersonalData from EEA to Authority outside EEA unless mlat_request }";

    private static ImmutableArray<Repair> Of(string text)
    {
        Workspace workspace = Law.Of(text);
        return new RepairFinder(workspace).Of(Assert.Single(workspace.OpenConflicts));
    }

    private static string[] Titles(string text) => [.. Of(text).Select(r => r.Title)];

    [Fact]
    public void A_dilemma_has_every_way_out_that_was_tried()
    {
        string text = Law.Framework("Abroad", "US", Order).Replace("2020-01-01", "2018-01-01") + Law.Framework("Union", "EU", Block);
        Assert.Equal(
            [
                "Let Abroad.Order yield to Union.Block", "Let Union.Block yield to Abroad.Order", "Add 'when mlat_request' to Abroad.Order", "Add 'unless us_warrant' to Union.Block",
                "Take EEA out of 'from' in Abroad.Order", "Take US out of 'to' in Union.Block", "End Abroad.Order on 2019-12-31",
            ],
            Titles(text));
    }

    [Fact]
    public void Each_repair_is_the_text_that_its_title_says()
    {
        string text = Law.Framework("Abroad", "US", Order) + Law.Framework("Union", "EU", "sovereignty Block {\r\n    Exporter must not disclose PersonalData\r\n    from EEA\r\n    to Authority outside EEA\r\n    prevails over Other\r\n  }\r\n  sovereignty Other { Exporter may disclose PersonalData from EEA to Authority outside EEA }");
        Workspace workspace = Law.Of(text);
        ImmutableArray<Repair> repairs = new RepairFinder(workspace).Of(workspace.OpenConflicts.Single());
        string After(string title) => RepairFinder.Apply(workspace, repairs.Single(r => r.Title == title).Amendments.Select(a => a.Edit)).Trees.Single().Text.Content;
        Assert.Contains("to Authority outside EEA\r\n    subject to Abroad.Order\r\n    prevails over Other", After("Let Union.Block yield to Abroad.Order"), StringComparison.Ordinal);
        Assert.Contains("outside EEA, US\r\n", After("Take US out of 'to' in Union.Block"), StringComparison.Ordinal);
        Assert.Contains("from outside EEA to Authority in US", After("Take EEA out of 'from' in Abroad.Order"), StringComparison.Ordinal);
        Assert.Contains("when us_warrant subject to Union.Block }", After("Let Abroad.Order yield to Union.Block"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_added_to_a_list_that_is_there()
    {
        string text = Law.Framework("Abroad", "US", Order) + Law.Framework("Union", "EU", Block.Replace(" }", " subject to Free }") + " sovereignty Free { Exporter may disclose PersonalData from EEA to Authority in JP }");
        Repair repair = Of(text).Single(r => r.Title == "Let Union.Block yield to Abroad.Order");
        Assert.Equal(", Abroad.Order", Assert.Single(repair.Amendments).Edit.Edit.NewText);
    }

    [Fact]
    public void Every_repair_removes_its_conflict_and_leaves_no_new_one()
    {
        Workspace workspace = Law.Example("localisation");
        var finder = new RepairFinder(workspace);
        HashSet<string> open = [.. workspace.OpenConflicts.Select(c => c.Fingerprint)];
        foreach (Conflict conflict in workspace.OpenConflicts)
        {
            ImmutableArray<Repair> repairs = finder.Of(conflict);
            Assert.NotEmpty(repairs);
            foreach (Repair repair in repairs)
            {
                Workspace after = RepairFinder.Apply(workspace, repair.Amendments.Select(a => a.Edit));
                Assert.DoesNotContain(after.OpenConflicts, c => c.Fingerprint == conflict.Fingerprint || !open.Contains(c.Fingerprint));
                Assert.DoesNotContain(after.Diagnostics, d => d.HidesRules);
                Assert.Equal(repair.Afterwards, after.Decide(conflict.Witness.Facts.Select(RawFact.Of), out _)?.Outcome);
            }
        }
    }

    [Fact]
    public void A_breach_may_be_reserved_and_the_plan_takes_the_fewest_amendments()
    {
        Workspace workspace = Law.Example("localisation");
        var finder = new RepairFinder(workspace);
        ImmutableArray<Amendment> plan = finder.Plan(workspace.OpenConflicts.ToDictionary(c => c, c => finder.Of(c)));
        Assert.Equal("Let VN reserve CPTPP.Art14_13_2", Assert.Single(plan).Title);
    }

    [Fact]
    public void Ending_a_law_is_no_way_out_where_both_begin_together()
    {
        string text = Law.Framework("F", "JP", """
            transfer A { Controller may transfer Health, Genetic from JP to US, CN }
            transfer B { Exporter must not transfer Health, Genetic from JP to US, CN }
            """);
        ImmutableArray<Repair> repairs = Of(text);
        Assert.All(repairs, r => Assert.Single(r.Amendments));
        Assert.Contains("Let F.B yield to F.A", repairs.Select(r => r.Title));
        Assert.DoesNotContain(repairs, r => r.Amendments[0].Kind == RepairKind.EndDate);
    }
}
