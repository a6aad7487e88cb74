using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
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
}
