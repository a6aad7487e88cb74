using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>Every difference that the oracle ever found, as the smallest text that showed it.</summary>
public partial class RegressionTests
{
    private const string Words = """
        jurisdiction XA
        jurisdiction XB
        taxonomy action { transfer { Send } store { Keep } Work }
        attribute ga : flag chosen
        attribute na : count
        attribute fa : flag
        attribute sa : flag self-judged
        """;

    [Fact]
    public void A_dilemma_needs_the_prohibition_that_prevails_over_part_of_the_duty()
    {
        // C2 is special, so that C1 falls where ga; C0 closes what is left.
        Workspace workspace = Read("""
            framework F0 { authority XB in force from 2020-01-01
              sovereignty C1 { must Send }
              sovereignty C2 { must not Send with ga } }
            framework F1 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Send with not ga } }
            """);
        Assert.Contains("PL4001 F0.C1+F0.C2+F1.C0", Told(workspace));
    }

    [Fact]
    public void A_waiver_of_a_higher_order_lifts_no_duty_of_a_lower_one()
    {
        Workspace workspace = Read("""
            organisation Oa under XA
            framework F0 { authority Oa in force from 2020-01-01
              sovereignty C0 { must Work } }
            framework F1 { authority XA in force from 2020-01-01
              sovereignty C0 { need not Work } }
            """);
        Assert.Equal(["F0.C0"], Decide(workspace, "action=Work", "organisation=Oa").Duties);
    }

    [Fact]
    public void What_implements_a_lower_rank_has_the_lower_rank()
    {
        Workspace workspace = Read("""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Work } }
            framework F1 { authority XA rank treaty in force from 2020-01-01 implements F0
              sovereignty C0 { may Work } }
            """);
        Assert.Equal(["PL4003 F0.C0+F1.C0"], Told(workspace));
    }

    [Fact]
    public void A_check_may_use_a_clock_that_no_clause_uses()
    {
        Workspace workspace = Read("""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Work } }
            check "late" { never permitted: Work within 24 hours of fa }
            """);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_choice_that_ends_a_duty_has_to_leave_the_prohibition_as_well()
    {
        Workspace workspace = Read("""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must Work in XA when ga } }
            framework F1 { authority XB in force from 2020-01-01
              sovereignty C0 { must not Work in XA to XA } }
            """);
        CaseFacts way = Assert.Single(Assert.Single(workspace.OpenConflicts).AvoidBy, c => c.Facts.Any(f => f.Attribute == "destination" && f.Value == new NodeValue("XB")));
        Assert.Single(way.Facts);
        Assert.DoesNotContain(Assert.Single(workspace.OpenConflicts).AvoidBy, c => c.Facts is [{ Attribute: "ga" }]);
    }

    [Fact]
    public void A_count_may_be_compared_with_the_largest()
    {
        Workspace workspace = Read("""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Work when na = 9223372036854775807 }
              sovereignty C1 { may Work when na > 5 } }
            check "largest" { never permitted: Work when na = 9223372036854775807 }
            """);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void What_a_party_reserves_it_is_not_owed_either()
    {
        const string Law = """
            framework L0 { authority XA rank treaty in force from 2020-01-01 parties XA, XB
              norm G0 { parties must not require Keep } }
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must Keep } }

            """;
        Assert.Equal(["PL4005 F0.C0+L0.G0"], Told(Read(Law + "party XB { adopts L0 since 2020-01-01 reserving L0.G0 until 2020-12-31 }")));
        Assert.Empty(Told(Read(Law + "party XB { adopts L0 since 0001-01-01 reserving L0.G0 }")));
    }

    [Fact]
    public void A_rule_that_fits_no_case_does_not_keep_a_clause_from_being_redundant()
    {
        Workspace workspace = Read("""
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { may only Send, transfer when ga and not ga }
              sovereignty C1 { may only Send when ga and not ga } }
            """);
        Assert.Equal("PL5001", Assert.Single(workspace.Diagnostics, d => d.Code is "PL5001" or "PL5002").Code);
    }

    [Fact]
    public void Precedence_that_a_bloc_claims_ends_with_the_membership()
    {
        Workspace workspace = Read("""
            bloc Ba supranational { XB since 2020-01-01 until 2023-03-15 }
            framework F0 { authority XB in force from 2020-01-01
              sovereignty C0 { must not Work } }
            framework F1 { authority Ba in force from 2020-01-01
              sovereignty C0 { must Work prevails over F0.C0 } }
            resolve conflicts by specialis
            """);
        Assert.Equal(["PL4001 F0.C0+F1.C0"], Told(workspace));
    }

    [Fact]
    public void A_soft_guarantee_of_a_bloc_strikes_no_hard_law_down()
    {
        Workspace workspace = Read("""
            bloc Tr supranational { XA, XB since 2020-01-01 }
            framework L0 { authority Tr rank guideline in force from 2020-01-01
              norm G0 { parties must allow Work } }
            framework F0 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Work subject to L0.G0 } }
            framework F1 { authority XB in force from 2020-01-01
              sovereignty C0 { must not Work } }
            """);
        Assert.Equal(["PL4009 F0.C0+L0.G0", "PL4009 F1.C0+L0.G0"], Told(workspace).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_bloc_invokes_does_not_excuse_its_members()
    {
        Workspace workspace = Read("""
            bloc Ba supranational { XA since 2020-01-01 }
            bloc Tr { XA, XB since 2020-01-01 }
            framework L0 { authority Tr rank treaty in force from 2020-01-01
              norm G1 { parties must not prohibit Work }
              norm E0 { parties may prohibit Work when sa prevails over L0.G1 } }
            framework F0 { authority Ba in force from 2020-01-01
              sovereignty C2 { must not Work invoking L0.E0 } }
            framework F1 { authority XA in force from 2020-01-01
              sovereignty C0 { must not Work } }
            """);
        Assert.Equal(["PL4005 F1.C0+L0.G1"], Told(workspace));
    }

    private static Workspace Read(string text) => Workspace.Empty.With("law.policy", Words + "\n" + text);

    private static IEnumerable<string> Told(Workspace workspace) => workspace.OpenConflicts.Select(c => $"{c.Descriptor.Code} {string.Join("+", c.Clauses)}");

    private static Decision Decide(Workspace workspace, params string[] facts)
    {
        Decision? decision = workspace.Decide([new RawFact("date", ["2024-01-01"]), .. facts.Select(f => new RawFact(f.Split('=')[0], [f.Split('=')[1]]))], out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Assert.NotNull(decision);
        return decision;
    }
}
