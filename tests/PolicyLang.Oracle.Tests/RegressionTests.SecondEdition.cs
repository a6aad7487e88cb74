using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Tests.Reading;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

public partial class RegressionTests
{
    [Theory]
    [InlineData("1 months", "elapsed_months")]
    [InlineData("1 working days", "elapsed_working_days")]
    [InlineData("1 months of fa", "months_since_fa")]
    [InlineData("1 working days of fa", "working_days_since_fa")]
    public void A_clock_that_no_sentence_compares_is_told_in_no_change(string time, string clock)
    {
        Workspace workspace = Read($$"""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Work within {{time}} } }
            """);
        Decision decision = Decide(workspace, "action=Work");
        Assert.All(decision.Ways, way => Assert.Equal([clock], way.Change.Facts.Select(f => f.Attribute)));
        Assert.NotEmpty(decision.Ways);
        Assert.Equal([clock], decision.Assumed.Select(f => f.Attribute).Where(a => a.Contains("elapsed", StringComparison.Ordinal) || a.Contains("since", StringComparison.Ordinal)));
    }

    [Fact]
    public void Working_days_agree_with_months_where_nothing_compares_hours()
    {
        Workspace workspace = Read("""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must Work within 1 months not before 40 working days }
              sovereignty C1 { must Work within 2 months not before 40 working days } }
            """);
        Assert.Equal(["F0.C0"], workspace.Diagnostics.Where(d => d.Code == "PL5002").Select(d => d.Message.Split('\'')[1]));
    }

    [Fact]
    public void A_clause_that_is_repealed_contains_none_that_is_not()
    {
        Workspace workspace = Read("""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Keep }
              sovereignty C2 { must not Keep } }
            framework F1 { authority XA in force from 2023-03-15 repeals F0.C0
              sovereignty C0 { may Work } }
            """);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Code == "PL5001");
    }

    [Fact]
    public void A_member_that_reserves_a_duty_to_make_law_need_not_make_it()
    {
        Workspace workspace = Read("""
            jurisdiction XC
            bloc Su supranational { XC }
            party XC { adopts L0 since 2021-06-30 reserving L0.G0 }
            framework L0 { authority XA in force from 2021-06-30 parties XA, Su
              norm G0 { parties must require Work } }
            framework F0 { authority Su in force from 2021-06-30
              sovereignty C0 { must not Send } }
            """);
        Assert.DoesNotContain("PL4006 L0.G0", Told(workspace));
    }

    [Fact]
    public void A_member_of_a_bloc_makes_the_law_that_the_bloc_owes()
    {
        Workspace workspace = Read("""
            jurisdiction XC
            bloc Su supranational { XA XC }
            framework L0 { authority XB in force from 2021-07-01 parties Su, XC
              norm G0 { parties must prohibit Send to another party } }
            framework F0 { authority XA in force from 2021-07-01
              sovereignty C1 { must Work } }
            """);
        Assert.Equal(new NodeValue("XC"), Assert.Single(workspace.OpenConflicts).Witness.Facts.Single(f => f.Attribute == "destination").Value);
    }

    [Fact]
    public void To_invoke_a_leave_makes_no_circle()
    {
        Workspace workspace = Read("""
            bloc Tr { XA, XB }
            framework L0 { authority Tr in force from 2020-01-01
              norm G0 { parties must not prohibit Keep }
              norm E0 { parties may prohibit Keep prevails over L0.G0 } }
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { need not Keep subject to L0.G0 invoking L0.E0 } }
            """);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_breach_that_an_order_decides_by_itself_is_resolved_though_both_stand()
    {
        Workspace workspace = Read("""
            bloc Tr supranational { XA since 2023-03-15 XB since 2023-03-15 until 2023-03-15 }
            assume never not sa
            party XB { adopts L0 since 2023-03-15 }
            resolve conflicts of XB by superior, posterior, specialis
            framework L0 { authority XA rank treaty in force from 2020-01-01
              norm G0 { parties must allow Keep, delete } }
            framework F0 { authority Tr rank constitution in force from 2023-03-15
              sovereignty C0 { must delete to any }
              sovereignty C1 { must not Keep, delete to Exporter in any with sa } }
            framework F1 { authority XB rank constitution in force from 2023-03-15
              sovereignty C0 { must any where na >= 0 }
              sovereignty C1 { must Keep, delete to Importer in any where na >= 0 and sa } }
            """);
        Assert.Contains(workspace.Conflicts, c => c.Kind == ConflictKind.TreatyBreach && c.Status == ConflictStatus.Resolved && c.Resolution is not null);
    }

    [Fact]
    public void A_tension_is_not_excusable()
    {
        Workspace workspace = Read("""
            bloc Tr { XA, XB }
            framework L0 { authority Tr rank treaty in force from 2021-07-01
              norm G0 { parties should not require Work }
              norm E0 { parties may require Work when fa prevails over L0.G0 } }
            framework F0 { authority XA in force from 2021-07-01
              sovereignty C0 { must Work } }
            """);
        Assert.Equal(ConflictStatus.Unresolved, Assert.Single(workspace.OpenConflicts).Status);
    }

    [Fact]
    public void Whose_conduct_a_law_is_about_may_be_told_where_to_as_well()
    {
        Workspace workspace = Read("""
            bloc Tr { XA, XB }
            framework L0 { authority Tr in force from 2021-07-01
              norm G0 { parties must require Exporter to transfer, store from XB to another party } }
            """);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Severity == DiagnosticSeverity.Error && !d.Code.StartsWith("PL4", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_is_a_member_again_where_its_bloc_adopts_what_named_it_without()
    {
        Workspace workspace = Read("""
            bloc Tr { XA since 2021-06-30 XB }
            bloc Su supranational { XA XC }
            party Su { adopts L0 since 2021-06-30 towards XB }
            framework L0 { authority Tr rank treaty in force from 2020-01-01
              parties Su, XB except XA
              norm G0 { parties must not prohibit Send } }
            framework F0 { authority XA in force from 2021-06-29 until 2021-06-30
              sovereignty C0 { must not Send } }
            """);
        Assert.Equal(["PL4005 F0.C0+L0.G0"], Told(workspace));
        Assert.Equal("2021-06-30", Assert.Single(Assert.Single(workspace.OpenConflicts).Days).From.ToString());
    }

    [Fact]
    public void No_way_has_a_part_that_is_a_way_with_another_number()
    {
        Workspace workspace = Read("""
            jurisdiction XA { XD } jurisdiction XB { XD }
            organisation Oa under XA, XB
            framework F0 { authority Oa in force from 2023-03-15
              sovereignty C0 { may Keep, delete } }
            framework F1 { authority XA in force from 2023-03-15
              sovereignty C0 { any must not delete to XA, XB except XB within 24 hours of fa }
              sovereignty C1 { must Keep, delete to XA not before 1 days of fa } }
            resolve conflicts by specialis, superior
            """);
        Decision decision = Decide(workspace, "action=delete", "organisation=Oa", "destination=XD", "elapsed_since_fa=23");
        Assert.Contains("elapsed_since_fa", Assert.Single(decision.Ways, w => w.Change.Facts.Any(f => f.Attribute != "destination")).Change.Facts.Select(f => f.Attribute));
    }

    [Fact]
    public void A_duty_is_missed_by_a_member_whose_law_is_that_of_another_bloc()
    {
        Workspace workspace = Read("""
            bloc Tr supranational { XA since 2023-03-15 XB since 2023-03-15 }
            bloc Su supranational { XA since 2023-03-15 XB }
            framework L1 { authority Tr rank treaty in force from 2020-01-01
              parties Su except XB
              norm G0 { parties must prohibit Work, Send }
              norm G1 { parties must prohibit Keep }
              norm E1 { parties may require Keep prevails over L1.G1 }
              sovereignty K0 { must not Work } }
            """);
        Assert.Equal(["PL4006 L1.G0"], Told(workspace));
    }

    [Fact]
    public void Whose_conduct_is_spoken_of_may_stand_before_the_own_territory()
    {
        Workspace workspace = Read("""
            taxonomy role { Ra }
            framework L0 { authority XA rank treaty in force from 2020-01-01
              norm G0 { parties must not prohibit Ra to Keep in own territory towards anyone } }
            framework F0 { authority XA rank constitution in force from 2020-01-01
              sovereignty C0 { Ra must not Keep in XA } }
            """);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.HidesRules);
        Assert.Equal(["PL4005 F0.C0+L0.G0"], Told(workspace));
    }

    [Fact]
    public void A_conflict_is_decided_though_more_choices_avoid_it_than_can_be_told()
    {
        Workspace workspace = Read("""
            jurisdiction XC
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must not transfer, access to XC }
              transfer C1 { must not transfer from XA with not fa }
              transfer C2 { must transfer to XA, XC where fa or location is XC except XA } }
            """);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Code == "PL9002");
        Assert.Contains(workspace.OpenConflicts, c => !c.AvoidByIsComplete);
    }

    [Fact]
    public void The_oracle_names_a_breach_that_membership_resolves_before_one_that_a_rank_does()
    {
        Court court = CourtOf("""
            jurisdiction XC
            bloc Su supranational { XA XB }
            framework L0 { authority Su rank treaty in force from 2020-01-01
              norm G1 { parties must not require Send in XA, XB } }
            framework F0 { authority XA in force from 2021-07-01
              sovereignty C1 { must Send only in XB subject to F1.C0 } }
            framework F1 { authority Su rank regulation in force from 2021-07-01 until 2023-03-15
              sovereignty C0 { need not any }
              sovereignty C1 { must Send } }
            framework F2 { authority XA rank statute in force from 2023-03-15 repeals F0
              sovereignty C0 { need not Send in XC } }
            """);
        ImmutableArray<Finding> all = new Verdicts.Conflicts(court).All();
        Assert.True(all.Single(f => f.Clauses == "F0.C1+L0.G1").IsResolvedByMembership);
        Assert.DoesNotContain("PL5002 F0.C1", new Superfluous(court, all).All());
    }

    [Fact]
    public void To_the_oracle_hours_are_known_where_working_days_are_told()
    {
        Court court = CourtOf("""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must Work within 24 hours }
              sovereignty C1 { may Work within 1 working days } }
            """);
        Judgement now = court.Judgements.First(j => j.Verdict == Verdict.Permitted && court.World.Clocks[0].Attributes.All(a => j.Case.Number(a) == 0));
        int date = court.Lexicon.Attribute("date");
        int action = court.Lexicon.Attribute("action");
        int working = court.Lexicon.Attribute("elapsed_working_days");
        Assert.DoesNotContain(court.Lexicon.Attribute("elapsed"), Verdicts.Decisions.Assumed(court, now.Case, new HashSet<int> { date, action, working }));
        Assert.Contains(court.Lexicon.Attribute("elapsed"), Verdicts.Decisions.Assumed(court, now.Case, new HashSet<int> { date, action }));
    }

    [Fact]
    public void A_part_of_two_members_is_no_member_by_itself()
    {
        Workspace workspace = Read("""
            jurisdiction XA { XD } jurisdiction XB { XD }
            bloc Su supranational { XA since 2020-01-01 XB until 2023-03-15 }
            framework L0 { authority Su rank treaty in force from 2020-01-01
              parties Su
              norm G0 { parties must prohibit Keep } }
            framework F0 { authority Su in force from 2020-01-01
              sovereignty C0 { must Work } }
            framework F1 { authority XB in force from 2020-01-01
              sovereignty C0 { must not Keep } }
            framework F2 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Keep } }
            """);
        Assert.Empty(Told(workspace));
    }

    [Fact]
    public void A_reservation_for_a_measure_outlasts_the_adoption()
    {
        Workspace workspace = Read("""
            bloc Tr { XA XB }
            party XA { adopts L0 since 2020-01-01 until 2023-03-15 reserving L0.G0 for F0 }
            framework L0 { authority Tr in force from 2020-01-01
              norm G0 { parties must not require Send } }
            framework F0 { authority XA in force from 2021-07-01
              sovereignty C0 { must Send } }
            """);
        Assert.Empty(Told(workspace));
    }

    [Fact]
    public void A_bloc_whose_places_are_all_among_some_is_one_of_them()
    {
        Workspace workspace = Read("""
            bloc Su supranational { XA }
            party XB { adopts L0 since 2020-01-01 towards XA }
            framework L0 { authority Su rank treaty in force from 2020-01-01 until 2020-01-01
              parties Su
              norm G0 { parties must allow Work } }
            framework L1 { authority XA rank treaty in force from 2020-01-01
              parties Su
              norm G1 { parties must allow Work } }
            party XB { adopts L1 since 2020-01-01 towards XA }
            framework F1 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Work } }
            """);
        Assert.Equal(["Su"], workspace.OpenConflicts.Single(c => c.Clauses.Contains("L1.G1")).Parties.Select(p => p.Party));
    }

    [Fact]
    public void A_leave_of_a_member_bears_not_on_the_duty_of_its_bloc()
    {
        Workspace workspace = Read("""
            bloc Tr { XA XB }
            bloc Su supranational { XA XB }
            framework L0 { authority Tr in force from 2020-01-01
              parties Su
              norm G1 { parties must prohibit Send } }
            framework L1 { authority Tr rank treaty in force from 2020-01-01
              parties XA, XB
              norm G0 { parties must allow Send }
              norm E0 { parties may require Send } }
            """);
        Assert.Equal(["PL4011 L0.G1+L1.G0"], Told(workspace));
    }

    [Fact]
    public void To_the_oracle_a_bloc_without_a_member_in_both_instruments_is_not_bound_by_both()
    {
        Court court = CourtOf("""
            bloc Su supranational { XA XB }
            framework L0 { authority XA in force from 2020-01-01
              parties Su except XA
              norm G0 { parties must prohibit Send } }
            framework L1 { authority XA in force from 2020-01-01
              parties Su except XB
              norm G0 { parties must allow Send towards anyone } }
            """);
        Assert.DoesNotContain(new Verdicts.Conflicts(court).All(), f => f.Code == "PL4011");
    }

    [Fact]
    public void To_the_oracle_a_leave_of_a_draft_defeats_no_duty_that_is_in_force()
    {
        Court court = CourtOf("""
            bloc Tr { XA XB }
            framework L0 { authority Tr rank treaty
              norm E0 { parties may require Keep } }
            framework L1 { authority Tr in force from 2020-01-01
              norm G0 { parties must allow Keep }
              norm G1 { parties must prohibit Keep } }
            """);
        Assert.Equal("unresolved", new Verdicts.Conflicts(court).All().Single(f => f.Code == "PL4011").Status);
    }

    [Theory]
    [InlineData("2021-06-01", true)]
    [InlineData("2022-01-01", false)]
    public void Who_was_a_member_of_a_bloc_that_adopts_is_a_party_no_longer(string since, bool isBound)
    {
        Workspace workspace = Read($$"""
            bloc Su supranational { XA XB until 2021-06-30 }
            party Su { adopts L0 since {{since}} }
            framework L0 { authority Su rank treaty in force from 2020-01-01
              parties XC
              norm G0 { parties must prohibit Send } }
            framework F0 { authority XB in force from 2020-01-01
              sovereignty C0 { may Keep } }
            """);
        Assert.Equal(isBound ? ["PL4006 L0.G0"] : [], Told(workspace));
    }

    [Theory]
    [InlineData("within 3 months", true)]
    [InlineData("within 4 months", true)]
    [InlineData("within 5 months", false)]
    [InlineData("within 100 working days", false)]
    public void Clocks_of_which_only_a_check_speaks_agree_with_those_of_clauses(string time, bool holds)
    {
        // 3000 hours are 125 days.
        Workspace workspace = Read($$"""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { may Keep not before 3000 hours } }
            check "late" { never permitted: Keep {{time}} }
            """);
        Assert.Equal(holds, Assert.Single(workspace.ProveChecks()).Failure is null);
    }

    [Fact]
    public void A_way_to_comply_leaves_no_clock_that_does_not_agree()
    {
        // A draft compares working days, and hours are compared only with more of them.
        Workspace workspace = Read("""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { may Keep within 24 hours of fa }
              sovereignty C1 { must not Keep } }
            framework F1 { authority XB
              sovereignty C0 { must not Keep within 3 working days of fa } }
            resolve conflicts by specialis, superior
            """);
        Decision decision = Decide(workspace, "action=Keep", "elapsed_since_fa=1608", "working_days_since_fa=3");
        Assert.Equal(["elapsed_since_fa", "working_days_since_fa"], Assert.Single(decision.Ways).Change.Facts.Select(f => f.Attribute).Order());
    }

    [Fact]
    public void Advice_against_what_a_member_must_allow_can_be_acknowledged()
    {
        Workspace workspace = Read("""
            bloc Tr supranational { XA since 2020-01-01 XB since 2020-01-01 }
            framework L0 { authority Tr rank treaty in force from 2020-01-01
              norm G0 { parties must allow Keep } }
            framework F0 { authority XA rank guideline in force from 2020-01-01
              sovereignty C0 { must not Keep in XB } }
            party XA { adopts L0 since 2020-01-01 }
            acknowledge conflict between F0.C0 and L0.G0 because "it is known"
            """);
        Assert.Equal(ConflictStatus.Acknowledged, Assert.Single(workspace.OpenConflicts).Status);
    }

    private static Court CourtOf(string text) => new(LawReader.Read(Read(text)), lasts: false);
}
