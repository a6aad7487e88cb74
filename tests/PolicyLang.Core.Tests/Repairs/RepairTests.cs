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
        return Finder(workspace).Find(Assert.Single(workspace.OpenConflicts));
    }

    private static RepairFinder Finder(Workspace workspace, params string[] own) => new(workspace, new OwnLaw(workspace.Model, own));

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
        ImmutableArray<Repair> repairs = Finder(workspace).Find(workspace.OpenConflicts.Single());
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
        var finder = Finder(workspace);
        HashSet<string> open = [.. workspace.OpenConflicts.Select(c => c.Fingerprint)];
        foreach (Conflict conflict in workspace.OpenConflicts)
        {
            ImmutableArray<Repair> repairs = finder.Find(conflict);
            Assert.NotEmpty(repairs);
            foreach (Repair repair in repairs)
            {
                Workspace after = RepairFinder.Apply(workspace, repair.Amendments.Select(a => a.Edit));
                Assert.DoesNotContain(after.OpenConflicts, c => c.Fingerprint == conflict.Fingerprint || !open.Contains(c.Fingerprint));
                Assert.DoesNotContain(after.Diagnostics, d => d.HidesRules);
                Assert.Equal(repair.Afterwards, after.Decide(conflict.Witness.Facts.Select(RawFact.FromFact), out _)?.Outcome);
            }
        }
    }

    [Fact]
    public void A_party_may_declare_what_no_file_says_of_it_where_somebody_asks_for_parties()
    {
        Workspace workspace = Law.Of("""
            bloc Signatories { JP since 2022-03-01  KR }
            framework Pact { authority Signatories rank treaty in force from 2021-01-01
              norm Free { parties must not prohibit transfer any from own territory to US }
              norm Safe { parties may prohibit transfer any from own territory to US when essential_security prevails over Free }
            }
            framework JpAct { authority JP in force from 2020-01-01 transfer Ban { must not transfer Health from JP to US } }
            """);
        Conflict conflict = Assert.Single(workspace.OpenConflicts);
        ImmutableArray<Repair> repairs = Finder(workspace, OwnLaw.Parties).Find(conflict);

        Assert.Equal(["Let JP invoke Pact.Safe for JpAct.Ban since 2022-03-01", "Let JP reserve Pact.Free since 2022-03-01"], repairs.Select(r => r.Title));
        Assert.DoesNotContain(Finder(workspace).Find(conflict), r => r.Title.StartsWith("Let JP", StringComparison.Ordinal));
        Assert.Contains(
            "}\n\nparty JP { adopts Pact since 2022-03-01 reserving Pact.Free }",
            RepairFinder.Apply(workspace, repairs[1].Amendments.Select(a => a.Edit)).Trees.Single().Text.Content.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_breach_may_be_reserved_and_the_plan_takes_the_fewest_amendments()
    {
        Workspace workspace = Law.Example("localisation");
        var finder = Finder(workspace);
        RepairPlan plan = finder.Plan([.. workspace.OpenConflicts.Where(c => c.IsOpen)]);
        Assert.Equal("Let VN reserve CPTPP.Art14_13_2", string.Join("; ", plan.Amendments.Select(a => a.Title)));
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

    [Fact]
    public void A_law_does_not_yield_to_the_policy_that_breaks_it()
    {
        Workspace workspace = Law.Of("organisation Acme under JP\n" + Law.Framework("Act", "JP", "transfer Ban { must not transfer Health from JP to US }") + Law.Framework("Policy", "Acme", "transfer Free { may transfer PersonalData to US }"));
        Workspace later = Law.Of("organisation Acme under JP\n" + Law.Framework("Act", "JP", "transfer Ban { must not transfer Health from JP to US }") + Law.Framework("Policy", "Acme", "transfer Free { may transfer PersonalData to US }").Replace("2020", "2021"));
        Conflict conflict = Assert.Single(workspace.OpenConflicts);
        Assert.Equal(["Policy.Free"], Finder(workspace).Find(conflict).SelectMany(r => r.Amendments).Select(a => a.Clause).Distinct());
        Assert.Equal(["End Act.Ban on 2020-12-31"], Finder(later, "Act").Find(Assert.Single(later.OpenConflicts)).Select(r => r.Title));
        Assert.False(Finder(workspace, OwnLaw.Parties).MayRepair(conflict));
    }

    [Fact]
    public void A_plan_that_is_called_complete_leaves_no_conflict()
    {
        Workspace workspace = Law.Of(Repository.Read("tests/cases/repairs/plan.policy"));
        RepairPlan plan = Finder(workspace).Plan(workspace.OpenConflicts);
        Assert.Equal(
            ["Let Policy.P1 yield to the law of CN, JP and KR", "Let Policy.P2 yield to the law of CN, JP and KR"],
            plan.Amendments.Select(a => a.Title));
        Assert.Equal((8, 8), (plan.Removes.Length, plan.Wanted));
        Assert.Empty(RepairFinder.Apply(workspace, plan.Amendments.Select(a => a.Edit)).OpenConflicts);
    }

    [Fact]
    public void A_company_policy_is_mended_whatever_law_is_above_it()
    {
        Workspace workspace = Workspace.Empty.With(Repository.Files("src/PolicyLang.Law/Instruments", "*.policy").Concat(Repository.Files("tests/cases/first-examples/eu-transfers", "*.policy")).Concat(Repository.Files("tests/cases/company", "*.policy"))
            .Select(f => new KeyValuePair<string, string>(f, Repository.Read(f))));
        ImmutableArray<Conflict> conflicts = [.. workspace.OpenConflicts.Where(c => c.IsOpen && c.Kind != ConflictKind.AvoidableDilemma && c.Clauses.Any(IsOwn))];
        Assert.Equal(7, ConflictGrouping.Group(conflicts).Length);
        RepairPlan plan = Finder(workspace, "AcmePolicy").Plan(conflicts);
        Assert.Equal(
            [
                "Let AcmePolicy.Cloud yield to the law of CN, EU, IN, JP and KR",
                "Let AcmePolicy.Group yield to the law of CN, EU, IN, JP and KR",
                "Let AcmePolicy.Warrants yield to the law of CN, EU, IN and KR",
                "Let AcmePolicy.NoCopies yield to the law of CN and IN",
                "Let AcmePolicy.Audit yield to the law of CN, EU, IN and KR",
            ],
            plan.Amendments.Select(a => a.Title));
        Workspace amended = RepairFinder.Apply(workspace, plan.Amendments.Select(a => a.Edit));
        Assert.DoesNotContain(amended.OpenConflicts, c => c.IsOpen && c.Clauses.Any(IsOwn));

        static bool IsOwn(string clause) => clause.StartsWith("AcmePolicy.", StringComparison.Ordinal);
    }

    [Fact]
    public void No_amendment_is_dated_before_the_conflict_begins()
    {
        Workspace workspace = Law.Of(Repository.Read("tests/cases/repairs/reserve.policy"));
        string[] titles = [.. Finder(workspace).Find(Assert.Single(workspace.OpenConflicts)).Select(r => r.Title)];
        Assert.Equal(
            ["Let IdAct.S1 yield to T.N1", "Let T.N1 yield to IdAct.S1", "Let IdAct.S1 invoke T.N1x", "Let ID reserve T.N1", "End IdAct.S1 on 2024-12-31", "End T.N1 on 2024-12-31"],
            titles);
    }

    [Fact]
    public void A_policy_may_ask_for_the_safeguard_that_ends_the_prohibition()
    {
        string text = "organisation Acme under EU\n" + Law.Framework("Act", "EU", "transfer Bar { any must not transfer PersonalData from EEA to US unless safeguards include any of SCC, BCR or explicit_consent }")
            + Law.Framework("Own", "Acme", "transfer Cloud { any may transfer PersonalData from EEA to US }");
        Workspace workspace = Law.Of(text);
        Repair repair = Finder(workspace).Find(Assert.Single(workspace.OpenConflicts)).Single(r => r.Amendments[0].Kind == RepairKind.Safeguard);
        Assert.Equal("Add 'when safeguards include any of SCC, BCR' to Own.Cloud", repair.Title);
        Workspace amended = RepairFinder.Apply(workspace, repair.Amendments.Select(a => a.Edit));
        Assert.Empty(amended.OpenConflicts);
        Assert.Equal(Outcome.Permitted, amended.Decide("organisation=Acme", "action=transfer", "data=PersonalData", "origin=DE", "destination=US", "safeguards=SCC").Outcome);
    }

    [Fact]
    public void A_privacy_law_is_not_narrowed_to_what_a_treaty_leaves_out()
    {
        string text = "bloc Signatories { JP KR }\n" + Law.Framework("Treaty", "Signatories", "norm Free { parties must not prohibit transfer PersonalData to US unless state_held }", "rank treaty")
            + Law.Framework("JpAct", "JP", "transfer Ban { must not transfer PersonalData from JP to US }");
        Workspace workspace = Law.Of(text);
        ImmutableArray<Repair> repairs = Finder(workspace).Find(Assert.Single(workspace.OpenConflicts));
        Assert.NotEmpty(repairs);
        Assert.DoesNotContain(repairs, r => r.Title.Contains("'when state_held' to JpAct.Ban", StringComparison.Ordinal));
    }
}
