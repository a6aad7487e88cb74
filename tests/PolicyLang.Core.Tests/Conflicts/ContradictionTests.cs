using PolicyLang.Conflicts;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Conflicts;

public sealed class ContradictionTests
{
    private const string May = "transfer Free { Controller may transfer Health from EEA to CH, US }";
    private const string MustNot = "transfer Bar { Exporter must not transfer Health from EEA to US, CN }";

    [Fact]
    public void Overlap_without_precedence_is_a_contradiction()
    {
        Conflict conflict = Assert.Single(Law.Of(Law.Framework("F", "EU", May + MustNot)).Conflicts);
        Assert.Equal((ConflictKind.Contradiction, ConflictStatus.Unresolved), (conflict.Kind, conflict.Status));
        Assert.Contains("destination=US", conflict.Witness.Tell());
        Assert.Equal("PL4003", conflict.Descriptor.Code);
    }

    [Fact]
    public void A_permission_of_one_order_and_a_prohibition_of_another_are_no_contradiction() =>
        Assert.Empty(Law.Of(Law.Framework("F", "EU", May) + Law.Framework("G", "US", MustNot)).Told());

    [Theory]
    [InlineData("transfer Free { Controller may transfer Health from EEA to CH, US prevails over Bar }", MustNot, "Explicit", "F.Free")]
    [InlineData(May, "transfer Bar { Exporter must not transfer Health from EEA to US, CN notwithstanding Free }", "Explicit", "F.Bar")]
    [InlineData(May, "transfer Bar { Exporter must not transfer Health from EEA to US, CN subject to Free }", "Explicit", "F.Free")]
    [InlineData("transfer Free { Controller and_not }", "", "", "")]
    public void Explicit_precedence_resolves_it(string may, string mustNot, string by, string prevails)
    {
        if (mustNot.Length == 0)
        {
            // A broken clause takes no part in conflicts.
            Assert.Empty(Workspace.Empty.With("law.policy", Law.Framework("F", "EU", may + MustNot)).Conflicts);
            return;
        }

        Conflict conflict = Assert.Single(Law.Of(Law.Framework("F", "EU", may + mustNot)).Conflicts);
        Assert.Equal((ConflictStatus.Resolved, by, prevails), (conflict.Status, conflict.Resolution?.By.ToString(), conflict.Resolution?.Prevails));
    }

    [Fact]
    public void The_higher_rank_prevails_in_one_legal_order()
    {
        Conflict conflict = Assert.Single(Law.Of(Law.Framework("F", "EU", May, "rank regulation") + Law.Framework("G", "EU", MustNot, "rank statute")).Conflicts);
        Assert.Equal(new Resolution(Principle.Superior, "G.Bar"), conflict.Resolution);
    }

    [Fact]
    public void A_delegated_rule_has_the_rank_of_what_it_implements()
    {
        string delegated = Law.Framework("F", "EU", May, "rank regulation implements H") + Law.Framework("H", "EU", string.Empty, "rank constitution");
        Conflict conflict = Assert.Single(Law.Of(delegated + Law.Framework("G", "EU", MustNot, "rank statute")).Conflicts);
        Assert.Equal(new Resolution(Principle.Superior, "F.Free"), conflict.Resolution);
    }

    [Fact]
    public void The_special_rule_prevails_over_the_general_one()
    {
        string special = "transfer Special { Controller may transfer Health from EEA to US }";
        string general = "transfer General { must not transfer PersonalData from EEA to outside EEA }";
        Conflict conflict = Assert.Single(Law.Of(Law.Framework("F", "EU", special + general)).Conflicts);
        Assert.Equal(new Resolution(Principle.Specialis, "F.Special"), conflict.Resolution);
    }

    [Fact]
    public void The_later_rule_of_one_framework_prevails()
    {
        string later = "transfer Bar { Exporter must not transfer Health from EEA to US, CN in force from 2023-01-01 }";
        Conflict conflict = Assert.Single(Law.Of(Law.Framework("F", "EU", May + later)).Conflicts);
        Assert.Equal(new Resolution(Principle.Posterior, "F.Bar"), conflict.Resolution);
    }

    [Fact]
    public void Principles_can_be_switched_off()
    {
        string later = "transfer Bar { Exporter must not transfer Health from EEA to US, CN in force from 2023-01-01 }";
        Assert.Equal(["Contradiction/Unresolved F.Bar+F.Free"], Law.Of(Law.Framework("F", "EU", May + later) + "resolve conflicts by superior, specialis").Told());
    }

    [Fact]
    public void May_only_is_no_contradiction_with_a_prohibition_of_its_own_order()
    {
        string only = "transfer Only { Controller may only transfer Health from EEA to US when safeguards include SCC }";
        Assert.DoesNotContain("Unresolved", string.Join(" ", Law.Of(Law.Framework("F", "EU", only + MustNot)).Told()));
    }

    [Fact]
    public void The_winner_named_is_the_clause_that_stands_which_may_be_a_third()
    {
        string third = "transfer Third { Controller must not transfer Health from EEA to US prevails over Free }";
        string free = May.Replace(" }", " prevails over Bar }");
        Conflict conflict = Law.Of(Law.Framework("F", "EU", free + MustNot + third)).Conflict("F.Bar", "F.Free");

        // To CH nothing collides; to US the permission falls to the third clause, so the prohibition stands beside it.
        Assert.Equal(ConflictStatus.Resolved, conflict.Status);
        Assert.Equal("F.Third", conflict.Resolution?.Prevails);
    }
}
