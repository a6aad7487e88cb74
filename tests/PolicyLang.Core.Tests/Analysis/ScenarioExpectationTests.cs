using PolicyLang.Conflicts;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

/// <summary>What the oracle found about expectations of scenarios, each as a case.</summary>
public sealed class ScenarioExpectationTests
{
    private static readonly string TwoOrders = Law.Framework("Strict", "JP", "transfer A { Controller must not transfer Health from JP to US }")
        + Law.Framework("Mild", "US", "transfer B { Controller may transfer Health from JP to US }");

    private static string[] Failures(string law, string act, params string[] expectations) =>
        [.. Assert.Single(Workspace.Empty.With("law.policy", $"{law}scenario \"a case\" {{ {act} {string.Concat(expectations.Select(e => $" expect {e}"))} }}").RunScenarios()).Failures.Select(f => f.Message)];

    [Fact]
    public void A_permission_of_another_order_does_not_give_a_prohibition() => Assert.Equal(
        ["The case is prohibited, but Mild.B takes no part in that; these do: Strict.A."],
        Failures(TwoOrders, "Controller transfer Health from JP to US on 2024-01-01", "prohibited by Strict.A", "prohibited by Mild.B"));

    [Fact]
    public void Of_two_kinds_those_count_that_have_the_outcome()
    {
        string law = Law.Framework("F", "JP", "norm A { must not delete Health } norm B { may delete Financial }");
        Assert.Single(Failures(law, "delete Health and Financial on 2024-01-01", "prohibited by F.A", "prohibited by F.B"));
    }

    [Fact]
    public void An_act_is_permitted_only_where_every_kind_of_data_is()
    {
        string law = Law.Framework("F", "JP", "norm B { may delete Financial }");
        Assert.Empty(Failures(law, "delete Health and Financial on 2024-01-01", "unregulated"));
        Assert.Single(Failures(law, "delete Health and Financial on 2024-01-01", "permitted"));
    }

    private const string Struck = """
        jurisdiction XA
        jurisdiction XB
        bloc Union supranational { XA, XB }
        framework Pact { authority Union in force from 2020-01-01 parties XA, XB norm G { parties must allow delete } }
        framework Own { authority XA in force from 2020-01-01 sovereignty C { must not delete } }
        acknowledge conflict between Own.C and Pact.G because "it is known"

        """;

    /// <summary>Whoever accepts a breach that precedence settles makes no conflict of it.</summary>
    [Fact]
    public void An_acknowledged_breach_that_precedence_settles_does_not_hold()
    {
        Workspace workspace = Workspace.Empty.With("law.policy", Struck + "check \"none\" { no breach of Pact }");
        Conflict breach = Assert.Single(workspace.OpenConflicts);
        Assert.Equal((ConflictStatus.Acknowledged, ConflictStatus.Resolved), (breach.Status, breach.StatusByRules));
        Assert.Empty(Failures(Struck, "delete Health on 2024-01-01 where counterpart is XB", "no conflict between Own.C and Pact.G"));
        Assert.Null(Assert.Single(workspace.ProveChecks()).Failure);
    }

    /// <summary>A measure of an instrument that breaks another one is no breach of the first.</summary>
    [Fact]
    public void A_breach_is_of_the_instrument_that_is_broken()
    {
        string law = Struck.Replace(" supranational", string.Empty, StringComparison.Ordinal).Replace("acknowledge", "// acknowledge", StringComparison.Ordinal);
        Workspace workspace = Workspace.Empty.With("law.policy", law + "check \"own\" { no breach of Own } check \"pact\" { no breach of Pact }");
        Assert.Equal([true, false], workspace.ProveChecks().Select(c => c.Failure is null));
    }

    [Fact]
    public void A_soft_duty_is_due() =>
        Assert.Empty(Failures(Law.Framework("F", "JP", "norm A { Controller should report Health }"), "Controller delete Health on 2024-01-01", "duty F.A"));

    [Theory]
    [InlineData("parties must not require delete Health towards anyone")]
    [InlineData("parties must require delete Health")]
    [InlineData("parties may prohibit delete Health")]
    public void A_law_making_clause_applies_to_a_party_without_law(string clause)
    {
        string law = Law.Framework("T", "JP", $"norm A {{ {clause} }}", "parties JP, US");
        Assert.Empty(Failures(law, "delete Health on 2024-01-01", "T.A applies"));
        Assert.Empty(Failures(law, "delete Financial on 2024-01-01", "T.A does not apply"));
        Assert.Empty(Failures(law, "delete Health on 2019-12-31", "T.A does not apply"));
    }

    [Fact]
    public void A_tension_that_a_choice_avoids_is_no_conflict_when_it_is_acknowledged()
    {
        string law = "attribute careful : flag chosen " + Law.Framework("F", "JP", "norm A { should delete Health when careful } norm B { should not delete Health from JP }")
            + "acknowledge conflict between F.A and F.B because \"a test case\" ";
        Assert.Equal(ConflictStatus.Acknowledged, Workspace.Empty.With("law.policy", law).Conflict("F.A", "F.B").Status);
        Assert.Empty(Failures(law, "delete Health from JP on 2024-01-01 where careful", "no conflict"));
    }

    [Theory]
    [InlineData("when court_order", nameof(ConflictStatus.Excusable))]
    [InlineData("when own_security", nameof(ConflictStatus.Unresolved))]
    [InlineData("where careful when own_security with careful", nameof(ConflictStatus.Unresolved))]
    public void A_leave_that_asks_for_nothing_else_than_self_judged_flags_excuses_nothing_by_itself(string asked, string status)
    {
        string law = "attribute careful : flag chosen attribute own_security : flag self-judged "
            + Law.Framework("T", "JP", $"norm G {{ parties must not prohibit delete Health where careful towards anyone }} norm E {{ parties may prohibit delete Health {asked} prevails over G }}", "parties JP, US")
            + Law.Framework("Bill", "US", "norm B { must not delete Health }");
        Assert.Equal(status, Workspace.Empty.With("law.policy", law).Conflict("Bill.B", "T.G").Status.ToString());
    }
}
