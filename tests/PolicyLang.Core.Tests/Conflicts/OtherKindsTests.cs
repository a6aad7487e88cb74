using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Conflicts;

/// <summary>Waiver conflicts, unlawful permissions, acknowledgements, redundant and dead clauses.</summary>
public sealed class OtherKindsTests
{
    private const string Ban = "transfer Ban { Controller must not transfer Health from DE to US unless safeguards include SCC }";

    private static string[] Open(string text) => [.. Law.Of(text).OpenConflicts.Select(c => $"{c.Kind}/{c.Status}/{c.Severity} {string.Join("+", c.Clauses)}")];

    private static string[] Found(string text, string codes) =>
        [.. Law.Of(text).Diagnostics.Where(d => d.Code.StartsWith(codes, StringComparison.Ordinal)).Select(d => d.Message)];

    [Fact]
    public void A_duty_and_a_waiver_of_one_order_collide_unless_one_prevails()
    {
        string duty = "sovereignty Keep { Controller must store Health in JP when explicit_consent }";
        string waiver = "sovereignty Free { Controller need not store Health in anywhere }";
        Assert.Equal(["WaiverConflict/Unresolved/Warning A.Free+A.Keep"], Open(Law.Framework("A", "JP", duty.Replace("Health", "Health, Genetic") + waiver)));
        Assert.Empty(Open(Law.Framework("A", "JP", duty + waiver)));
        Assert.Empty(Open(Law.Framework("A", "JP", duty) + Law.Framework("B", "US", waiver)));
    }

    private static string Policy(string clause) => "organisation Acme under DE\n" + Law.Framework("P", "Acme", clause, "rank policy");

    [Fact]
    public void A_policy_that_permits_what_the_law_above_it_prohibits_is_unlawful()
    {
        string clause = "transfer Crm { Controller may transfer Health from DE to US }";
        string text = Law.Framework("L", "DE", Ban) + Policy(clause);
        Assert.Equal(["UnlawfulPermission/Unresolved/Error L.Ban+P.Crm"], Open(text));
        Assert.Empty(Open(text.Replace("to US }", "to US when safeguards include SCC }")));
        Assert.Empty(Open(text.Replace("to US }", "to US subject to L.Ban }")));
        Assert.Empty(Open(text.Replace("under DE", "under FR")));
        Assert.Empty(Open(text.Replace("rank policy", "rank statute")));
    }

    [Fact]
    public void A_policy_that_closes_what_the_law_leaves_of_a_duty_is_unlawful_even_where_the_duty_yields_to_it()
    {
        string law = "sovereignty Keep { Controller must store Health subject to P.Early } sovereignty Late { Controller may only store Health when elapsed <= 24 }";
        string text = "resolve conflicts of DE by posterior\n" + Law.Framework("L", "DE", law) + Policy("sovereignty Early { Controller must not store Health when elapsed <= 24 }");
        Assert.Contains("UnlawfulProhibition/Unresolved/Error L.Keep+L.Late+P.Early", Open(text));
        Assert.DoesNotContain(Open(text.Replace("must not store Health when elapsed <= 24", "must not store Health when elapsed <= 12")), c => c.StartsWith("UnlawfulProhibition", StringComparison.Ordinal));
    }

    [Fact]
    public void Law_of_a_bloc_binds_an_organisation_under_a_member_while_it_is_one()
    {
        string text = Law.Framework("L", "EU", Ban.Replace("from DE", "from GB")) + Policy("transfer Crm { Controller may transfer Health from GB to US }");
        Assert.Empty(Open(text.Replace("under DE", "under GB").Replace("in force from 2020-01-01 rank", "in force from 2021-01-01 rank")));
        Assert.Single(Open(text.Replace("under DE", "under GB")));
    }

    [Fact]
    public void An_acknowledgement_holds_until_its_last_day_and_only_for_a_conflict_there_is()
    {
        string text = Law.Framework("A", "JP", "transfer X { Controller may transfer Health from JP to US } transfer Y { Exporter must not transfer Health from JP to US }");
        Workspace workspace = Law.Of(text + "acknowledge conflict between A.X and A.Y because \"so\" until 2024-06-30");
        Assert.Equal(ConflictStatus.Acknowledged, Assert.Single(workspace.OpenConflicts).Status);
        Assert.True(CalendarDay.TryParse("2024-06-30", out CalendarDay last));
        Assert.Equal(ConflictStatus.Acknowledged, Assert.Single(workspace.AsOf(last).OpenConflicts).Status);
        Workspace later = workspace.AsOf(new CalendarDay(last.Number + 1));
        Assert.Equal(ConflictStatus.Unresolved, Assert.Single(later.OpenConflicts).Status);
        Assert.Equal("The acknowledgement of the conflict between A.X and A.Y ended on 2024-06-30.", Assert.Single(later.Diagnostics, d => d.Code == "PL4007").Message);
        Assert.Single(Found(text.Replace("from JP to US }", "from JP to CN }", StringComparison.Ordinal).Replace("may transfer Health from JP to CN", "may transfer Health from JP to US") + "acknowledge conflict between A.X and A.Y because \"so\"", "PL4007"));
    }

    [Fact]
    public void A_clause_is_redundant_only_where_leaving_it_out_changes_nothing()
    {
        string wide = "transfer Wide { Controller must not transfer PersonalData from JP to anywhere }";
        string narrow = "transfer Narrow { Controller must not transfer Health from JP to US }";
        Assert.Equal(["'A.Narrow' says nothing that 'Wide' does not say already."], Found(Law.Framework("A", "JP", narrow + wide), "PL5"));
        Assert.Empty(Found(Law.Framework("A", "JP", narrow) + Law.Framework("B", "JP", wide), "PL5"));
        Assert.Empty(Found(Law.Framework("A", "JP", narrow.Replace(" }", " in force from 2021-01-01 }") + wide), "PL5"));

        // The narrow one defeats a permission, being more special, that the wide one yields to.
        string permission = "transfer Ok { Controller may transfer SensitivePersonalData from JP to US }";
        Assert.Empty(Found(Law.Framework("A", "JP", narrow + wide + permission), "PL5"));
    }

    [Fact]
    public void Several_clauses_together_may_contain_one()
    {
        string parts = "transfer North { Controller must not transfer Health from JP to US } transfer South { Controller must not transfer Health from JP to MX }";
        string both = "transfer Both { Controller must not transfer Health from JP to US, MX }";
        Assert.Equal(
            ["'A.Both' says nothing that 'North', 'South' does not say already."],
            Found(Law.Framework("A", "JP", parts + both.Replace("Health", "Health")), "PL5").Where(m => m.Contains("'A.Both'", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_wider_duty_does_not_make_a_stricter_one_redundant()
    {
        string strict = "sovereignty Strict { Controller must store Health in DE }";
        string loose = "sovereignty Loose { Controller must store Health in DE, FR }";
        Assert.Empty(Found(Law.Framework("A", "EU", strict + loose), "PL5"));
        Assert.Single(Found(Law.Framework("A", "EU", strict + strict.Replace("Strict", "Again")), "PL5"));
    }

    [Theory]
    [InlineData("transfer T { Controller must not transfer Health from JP to US when subjects > 5 and subjects < 5 }", "fits no case")]
    [InlineData("transfer T { Controller must not transfer Health from JP to US in force from 2010-01-01 until 2015-01-01 }", "never in force")]
    [InlineData("transfer T { Controller must not transfer Health from JP to US subject to U } transfer U { Controller may transfer PersonalData from JP to US }", "defeated wherever it applies, by A.U")]
    public void A_dead_clause_is_told_with_its_reason(string clauses, string reason) =>
        Assert.Contains(reason, Assert.Single(Found(Law.Framework("A", "JP", clauses), "PL5002")), StringComparison.Ordinal);

    [Fact]
    public void Drafts_are_neither_dead_nor_redundant() =>
        Assert.Empty(Found("framework A { authority JP transfer T { Controller must not transfer Health from JP to US when subjects > 5 and subjects < 5 } }", "PL5"));
}
