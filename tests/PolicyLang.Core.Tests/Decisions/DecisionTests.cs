using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Decisions;

public sealed class DecisionTests
{
    private static readonly string[] ToUs = ["actor=Exporter", "action=transfer", "data=Health", "origin=DE", "destination=US"];

    private static Outcome Of(string clauses, params string[] facts) => Law.Of(Law.Framework("F", "EU", clauses)).Decide(facts).Outcome;

    [Theory]
    [InlineData("may", nameof(Outcome.Permitted))]
    [InlineData("must", nameof(Outcome.Permitted))]
    [InlineData("must not", nameof(Outcome.Prohibited))]
    [InlineData("need not", nameof(Outcome.Unregulated))]
    [InlineData("should", nameof(Outcome.Unregulated))]
    [InlineData("should not", nameof(Outcome.Unregulated))]
    public void Each_modality_gives_its_answer(string modality, string expected) =>
        Assert.Equal(expected, Of($"transfer A {{ Exporter {modality} transfer PersonalData from EEA to US }}", ToUs).ToString());

    [Fact]
    public void May_only_permits_under_its_condition_and_forbids_otherwise()
    {
        const string clause = "transfer A { Exporter may only transfer PersonalData from EEA to US when safeguards include SCC }";
        Assert.Equal(Outcome.Permitted, Of(clause, [.. ToUs, "safeguards=SCC,BCR"]));
        Assert.Equal(Outcome.Prohibited, Of(clause, [.. ToUs, "safeguards=BCR"]));
    }

    [Theory]
    [InlineData("actor=Processor")]
    [InlineData("data=IndustrialData")]
    [InlineData("origin=JP")]
    [InlineData("destination=CN")]
    [InlineData("action=store")]
    [InlineData("date=2019-12-31")]
    public void One_changed_fact_takes_a_case_out_of_a_clause(string fact)
    {
        string attribute = fact.Split('=')[0];
        string[] changed = [.. ToUs.Where(f => !f.StartsWith(attribute + "=", StringComparison.Ordinal)), fact];
        const string clause = "transfer A { Exporter must not transfer PersonalData from EEA to US }";
        Assert.Equal(Outcome.Prohibited, Of(clause, ToUs));
        Assert.Equal(Outcome.Unregulated, Of(clause, changed));
    }

    [Theory]
    [InlineData("to Processor in US", "recipient=Processor", "recipient=Controller")]
    [InlineData("to outside EEA", "destination=US", "destination=FR")]
    [InlineData("to US for Marketing", "purpose=Advertising", "purpose=LegalClaim")]
    [InlineData("to US when subjects >= 10_000", "subjects=10000", "subjects=9999")]
    [InlineData("to US when safeguards include all of SCC, BCR", "safeguards=SCC,BCR", "safeguards=SCC")]
    [InlineData("to US when safeguards include none", "notified=Authority", "safeguards=SCC")]
    [InlineData("to US when safeguards include none of SCC, BCR", "safeguards=CBPR", "safeguards=BCR")]
    [InlineData("to US unless us_warrant", "us_warrant=false", "us_warrant=true")]
    [InlineData("to US with safeguards include SCC", "safeguards=SCC", "safeguards=BCR")]
    [InlineData("to US within 3 days", "elapsed=72", "elapsed=73")]
    [InlineData("to US notifying SupervisoryAuthority", "notified=SupervisoryAuthority", "notified=Court")]
    [InlineData("to US approved by SupervisoryAuthority", "approvals=SupervisoryAuthority", "approvals=Court")]
    [InlineData("to US in force from 2022-01-01 until 2024-01-01", "date=2024-01-01", "date=2024-01-02")]
    [InlineData("to US within 1 weeks of us_warrant", "elapsed_since_us_warrant=168", "elapsed_since_us_warrant=169")]
    public void A_modifier_holds_for_the_first_case_and_not_for_the_second(string modifiers, string inside, string outside)
    {
        string clause = $"transfer A {{ Exporter may transfer PersonalData from EEA {modifiers} }}";
        Assert.Equal(Outcome.Permitted, Of(clause, With(inside)));
        Assert.Equal(Outcome.Unregulated, Of(clause, With(outside)));
    }

    private static string[] With(string fact) => [.. ToUs.Where(f => !f.StartsWith(fact.Split('=')[0] + "=", StringComparison.Ordinal)), fact];

    [Fact]
    public void Not_before_waits()
    {
        const string clause = "transfer A { Exporter may transfer PersonalData from EEA to US not before 10 days }";
        Assert.Equal(Outcome.Unregulated, Of(clause, With("elapsed=239")));
        Assert.Equal(Outcome.Permitted, Of(clause, With("elapsed=240")));
    }

    [Fact]
    public void A_prohibition_that_can_be_approved_ends_with_the_approval()
    {
        const string clause = "sovereignty A { must not disclose any from CN to Authority outside CN approved by CAC, Court }";
        string[] facts = ["action=disclose", "data=Health", "origin=CN", "destination=US", "recipient=Authority"];
        Assert.Equal(Outcome.Prohibited, Of(clause, facts));
        Assert.Equal(Outcome.Prohibited, Of(clause, [.. facts, "approvals=CAC"]));
        Assert.Equal(Outcome.Unregulated, Of(clause, [.. facts, "approvals=CAC,Court"]));
    }

    [Fact]
    public void Must_store_only_in_forbids_elsewhere_and_must_store_in_does_not()
    {
        string[] abroad = ["action=store", "data=Health", "location=US"];
        Assert.Equal(Outcome.Prohibited, Of("sovereignty A { must store Health only in CN }", abroad));
        Assert.Equal(Outcome.Unregulated, Of("sovereignty A { must store Health in CN }", abroad));
    }

    [Fact]
    public void Keeping_data_abroad_is_a_transfer()
    {
        const string clause = "transfer A { must not transfer PersonalData from EEA to outside EEA }";
        Assert.Equal(Outcome.Prohibited, Of(clause, "action=store", "data=Health", "origin=DE", "location=US"));
        Assert.Equal(Outcome.Prohibited, Of(clause, "action=access", "data=Health", "origin=DE", "location=US"));
        Assert.Equal(Outcome.Unregulated, Of(clause, "action=store", "data=Health", "origin=DE", "location=FR"));
        Assert.Equal(Outcome.Unregulated, Of(clause, "action=delete", "data=Health", "origin=DE", "location=US"));
    }

    [Fact]
    public void Membership_of_a_bloc_depends_on_the_date()
    {
        const string clause = "transfer A { may transfer PersonalData from EU to US in force from 1990-01-01 }";
        string framework = $"framework F {{ authority EU in force from 1990-01-01 {clause} }}";
        string[] facts = ["action=transfer", "data=Health", "origin=GB", "destination=US"];
        Assert.Equal(Outcome.Permitted, Law.Of(framework).Decide([.. facts, "date=2020-01-31"]).Outcome);
        Assert.Equal(Outcome.Unregulated, Law.Of(framework).Decide([.. facts, "date=2020-02-01"]).Outcome);
    }

    [Fact]
    public void Membership_under_a_condition_needs_the_condition()
    {
        const string clause = "transfer A { may transfer PersonalData from EEA to EuAdequate }";
        Assert.Equal(Outcome.Unregulated, Of(clause, ToUs));
        Assert.Equal(Outcome.Permitted, Of(clause, [.. ToUs, "safeguards=DpfCertification"]));
    }

    [Fact]
    public void Exceptions_to_exceptions_work_to_any_depth()
    {
        const string clauses = """
            transfer A { must not transfer PersonalData from EEA to outside EEA subject to B }
            transfer B { may transfer PersonalData from EEA to US subject to C }
            transfer C { must not transfer Health from EEA to US subject to D }
            transfer D { may transfer Health from EEA to US when explicit_consent }
            """;
        Workspace workspace = Law.Of(Law.Framework("F", "EU", clauses));
        Assert.Equal(Outcome.Prohibited, workspace.Decide(ToUs).Outcome);
        Decision consent = workspace.Decide([.. ToUs, "explicit_consent"]);
        Assert.Equal(Outcome.Permitted, consent.Outcome);
        Assert.Equal(["F.B", "F.D"], consent.Applied);
        Assert.Equal([new DefeatedClause("F.A", "F.B", Principle.Explicit), new DefeatedClause("F.C", "F.D", Principle.Explicit)], consent.Defeated);
        Assert.Equal(Outcome.Permitted, workspace.Decide("actor=Exporter", "action=transfer", "data=Financial", "origin=DE", "destination=US").Outcome);
    }

    [Fact]
    public void Exempt_from_lifts_the_clause_and_permits_nothing()
    {
        const string clauses = """
            transfer A { must not transfer PersonalData from EEA to US }
            transfer B { must not transfer Health from EEA to US }
            transfer X { may transfer PersonalData from EEA to US exempt from A }
            """;
        Workspace workspace = Law.Of(Law.Framework("F", "EU", clauses));
        Assert.Equal(Outcome.Unregulated, workspace.Decide("action=transfer", "data=Financial", "origin=DE", "destination=US").Outcome);
        Assert.Equal(Outcome.Prohibited, workspace.Decide("action=transfer", "data=Health", "origin=DE", "destination=US").Outcome);
    }

    [Fact]
    public void Union_law_stands_above_members_law_only_while_they_are_members()
    {
        string law = "framework Union { authority EU in force from 2000-01-01 transfer Bar { must not transfer PersonalData from any to US } }"
            + "framework Home { authority GB in force from 2000-01-01 transfer Duty { must transfer PersonalData from any to US } }";
        Workspace workspace = Law.Of(law);
        string[] facts = ["action=transfer", "data=Health", "destination=US"];
        Decision member = workspace.Decide([.. facts, "date=2019-01-01"]);
        Assert.Equal(Outcome.Prohibited, member.Outcome);
        Assert.Equal(new DefeatedClause("Home.Duty", "Union.Bar", Principle.Superior), Assert.Single(member.Defeated));
        Assert.Equal(Outcome.Conflicting, workspace.Decide([.. facts, "date=2021-01-01"]).Outcome);
    }

    [Fact]
    public void A_mere_permission_of_a_higher_order_defeats_nothing_below()
    {
        string law = Law.Framework("Union", "EU", "transfer Free { may transfer PersonalData from any to US }")
            + Law.Framework("Home", "DE", "transfer Bar { must not transfer PersonalData from any to US }");
        Decision decision = Law.Of(law).Decide("action=transfer", "data=Health", "destination=US");
        Assert.Equal(Outcome.Prohibited, decision.Outcome);
        Assert.Equal([("DE", Outcome.Prohibited), ("EU", Outcome.Permitted)], decision.Orders.Select(o => (o.Authority, o.Outcome)));
    }

    [Fact]
    public void The_law_prevails_over_the_policy_of_an_organisation_under_it()
    {
        string law = "organisation Acme under DE\n"
            + Law.Framework("Union", "EU", "transfer Bar { must not transfer PersonalData from any to US }")
            + Law.Framework("Own", "Acme", "transfer Free { may transfer PersonalData from any to US }", "rank policy");
        Assert.Empty(Law.Of(law).Decide("action=transfer", "data=Health", "destination=US").Defeated);
        Decision decision = Law.Of(law).Decide("organisation=Acme", "action=transfer", "data=Health", "destination=US");
        Assert.Equal(Outcome.Prohibited, decision.Outcome);
        Assert.Equal(new DefeatedClause("Own.Free", "Union.Bar", Principle.Superior), Assert.Single(decision.Defeated));
    }

    [Fact]
    public void Duties_are_those_whose_trigger_holds_even_when_the_act_is_another()
    {
        const string clauses = "sovereignty Keep { Controller must store Health in DE } sovereignty Warn { Controller must notify Health when us_warrant }";
        Workspace workspace = Law.Of(Law.Framework("F", "EU", clauses));
        Assert.Equal(["F.Keep"], workspace.Decide("actor=Controller", "action=delete", "data=Health").Duties);
        Assert.Equal(["F.Keep", "F.Warn"], workspace.Decide("actor=Controller", "action=delete", "data=Health", "us_warrant").Duties);
        Assert.Empty(workspace.Decide("actor=Processor", "action=delete", "data=Health").Duties);
    }

    [Fact]
    public void Every_minimal_way_to_comply_is_listed_and_works()
    {
        const string clauses = """
            transfer A { must not transfer PersonalData from EEA to outside EEA subject to B, C }
            transfer B { may transfer PersonalData from EEA to CH, JP }
            transfer C { may transfer PersonalData from EEA to outside EEA when safeguards include any of SCC, BCR }
            """;
        Workspace workspace = Law.Of(Law.Framework("F", "EU", clauses));
        Decision decision = workspace.Decide(ToUs);
        Assert.Equal(["destination=JP", "destination=CH", "safeguards=SCC", "safeguards=BCR"], decision.Ways.Where(w => w.Outcome == Outcome.Permitted).Select(w => Law.Tell(w.Change)));
        Assert.All(decision.Ways, way => Assert.Equal(way.Outcome, workspace.Decide(With(way.Change.Tell())).Outcome));

        // Within the EEA no rule forbids it; FR stands for its overseas parts.
        Assert.Equal(30, decision.Ways.Count(w => w.Outcome == Outcome.Unregulated));
        Assert.All(decision.Ways.Skip(4), way => Assert.StartsWith("destination=", Law.Tell(way.Change), StringComparison.Ordinal));
    }

    [Fact]
    public void A_role_below_the_one_named_counts_as_it()
    {
        const string clause = "transfer A { Controller must not transfer PersonalData from EEA to US }";
        string[] facts = ["action=transfer", "data=Genetic", "origin=DE", "destination=US"];
        Assert.Equal(Outcome.Prohibited, Of(clause, [.. facts, "actor=JointController"]));
        Assert.Equal(Outcome.Prohibited, Of(clause, [.. facts, "actor=Processor,Controller"]));
        Assert.Equal(Outcome.Unregulated, Of(clause, [.. facts, "actor=Processor"]));
    }

    [Fact]
    public void The_home_of_the_actor_is_where_it_is_established()
    {
        const string clause = "sovereignty A { Controller of outside EEA must not process Health }";
        string[] facts = ["actor=Controller", "action=process", "data=Health"];
        Assert.Equal(Outcome.Prohibited, Of(clause, [.. facts, "home=US"]));
        Assert.Equal(Outcome.Unregulated, Of(clause, [.. facts, "home=DE,US"]));
        Assert.Equal(Outcome.Unregulated, Of(clause, [.. facts, "home=DE"]));
        Assert.Equal(Outcome.Prohibited, Of(clause, facts));
    }

    [Fact]
    public void Bad_facts_are_told_one_by_one()
    {
        Workspace workspace = Law.Of(Law.Framework("F", "EU", "sovereignty A { must store Health in DE }"));
        Decision? decision = workspace.Decide(
            [new RawFact("dat", ["Health"]), new RawFact("origin", ["Germany"]), new RawFact("subjects", ["many"]), new RawFact("us_warrant", ["yes"])],
            out ImmutableArray<Problem> problems);
        Assert.Null(decision);
        Assert.Equal(5, problems.Length);
        Assert.Contains("did you mean 'data'", problems[0].Message);
        Assert.Contains("There is no jurisdiction 'Germany'", problems[1].Message);
        Assert.Contains("write a whole number", problems[2].Message);
        Assert.Contains("write true or false", problems[3].Message);
        Assert.Contains("no date", problems[4].Message);
    }
}
