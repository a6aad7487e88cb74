using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Conflicts;

public sealed class DilemmaTests
{
    private const string Order = "sovereignty Order { ServiceProvider must disclose CommunicationsData from anywhere to Authority in US when us_warrant }";
    private const string Block = "sovereignty Block { Exporter must not disclose PersonalData from EEA to Authority outside EEA unless mlat_request }";

    [Fact]
    public void A_duty_that_is_prohibited_whatever_one_chooses_is_a_dilemma_with_the_smallest_witness()
    {
        Workspace workspace = Law.Of(Law.Framework("Abroad", "US", Order) + Law.Framework("Union", "EU", Block));
        Conflict conflict = Assert.Single(workspace.Conflicts);
        Assert.Equal(ConflictKind.Dilemma, conflict.Kind);
        Assert.Equal(ConflictStatus.Unresolved, conflict.Status);
        Assert.Equal(DiagnosticSeverity.Error, conflict.Severity);
        Assert.Equal(["Abroad.Order", "Union.Block"], conflict.Clauses);
        Assert.Equal(
            "date=2020-01-01 actor=Exporter+ServiceProvider action=disclose data=CommunicationsData origin=DE destination=US recipient=Authority us_warrant=true",
            conflict.Witness.Tell());
        Assert.Equal("PL4001:Abroad.Order+Union.Block", conflict.Fingerprint);
        Assert.All(conflict.Locations, l => Assert.Equal("law.policy", l.Location.File));
        Assert.StartsWith("sovereignty Order", conflict.Locations[0].Location.Text.Slice(conflict.Locations[0].Location.Span));
    }

    [Fact]
    public void Where_the_facts_exclude_each_other_there_is_none()
    {
        Workspace workspace = Law.Of(Law.Framework("Abroad", "US", Order) + Law.Framework("Union", "EU", Block.Replace("unless mlat_request", "unless us_warrant")));
        Assert.Empty(workspace.Told());
    }

    [Fact]
    public void Law_that_is_never_in_force_on_the_same_day_does_not_collide()
    {
        string old = "framework Union { authority EU in force from 2010-01-01 until 2019-12-31 " + Block + " }";
        Assert.Empty(Law.Of(Law.Framework("Abroad", "US", Order) + old).Told());
        string oneDay = old.Replace("2019-12-31", "2020-01-01");
        Assert.Equal("2020-01-01", Law.Of(Law.Framework("Abroad", "US", Order) + oneDay).Conflicts.Single().Witness.Facts[0].Value is PolicyLang.Decisions.DateValue d ? d.Day.ToString() : "?");
    }

    [Fact]
    public void A_draft_never_collides()
    {
        string draft = "framework Union { authority EU " + Block + " }";
        Assert.Empty(Law.Of(Law.Framework("Abroad", "US", Order) + draft).Told());
    }

    [Fact]
    public void A_choice_that_complies_makes_it_avoidable_and_the_minimal_choices_are_listed()
    {
        string store = "sovereignty Keep { Controller must store Health in DE, FR }";
        string not = "sovereignty Away { Controller must not store Health in DE unless safeguards include any of SCC, BCR }";
        Conflict conflict = Assert.Single(Law.Of(Law.Framework("A", "EU", store) + Law.Framework("B", "US", not)).Conflicts);
        Assert.Equal(ConflictKind.AvoidableDilemma, conflict.Kind);
        Assert.Equal(ConflictStatus.Avoidable, conflict.Status);
        Assert.Equal(["location=FR", "safeguards=SCC", "safeguards=BCR"], conflict.AvoidBy.Select(Law.Tell));
    }

    [Fact]
    public void Only_together_do_two_prohibitions_leave_no_way()
    {
        string store = "sovereignty Keep { Controller must store Health in DE, FR }";
        string notDe = "sovereignty NotDe { Controller must not store Health in DE }";
        string notFr = "sovereignty NotFr { Controller must not store Health in FR }";
        Workspace workspace = Law.Of(Law.Framework("A", "EU", store) + Law.Framework("B", "US", notDe) + Law.Framework("C", "CN", notFr));
        Assert.Equal(
            ["AvoidableDilemma/Avoidable A.Keep+B.NotDe", "AvoidableDilemma/Avoidable A.Keep+C.NotFr", "Dilemma/Unresolved A.Keep+B.NotDe+C.NotFr"],
            workspace.Told().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_minimal_set_is_found_not_only_one()
    {
        string store = "sovereignty Keep { Controller must store Health in DE, FR }";
        string both = "sovereignty Both { Controller must not store Health in DE, FR }";
        string notDe = "sovereignty NotDe { Controller must not store Health in DE }";
        string notFr = "sovereignty NotFr { Controller must not store Health in FR }";
        string notFr2 = "sovereignty NotFr2 { Controller must not store Health in FR, IT }";
        Workspace workspace = Law.Of(Law.Framework("A", "EU", store) + Law.Framework("B", "US", both + notDe + notFr) + Law.Framework("C", "CN", notFr2));
        Assert.Equal(
            ["Dilemma/Unresolved A.Keep+B.Both", "Dilemma/Unresolved A.Keep+B.NotDe+B.NotFr", "Dilemma/Unresolved A.Keep+B.NotDe+C.NotFr2"],
            workspace.Told().Where(t => t.StartsWith("Dilemma", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_prohibition_that_yields_makes_the_overlap_resolved_by_name()
    {
        Workspace workspace = Law.Of(Law.Framework("Abroad", "US", Order) + Law.Framework("Union", "EU", Block.Replace(" }", " subject to Abroad.Order }")));
        Conflict conflict = Assert.Single(workspace.Conflicts);
        Assert.Equal(ConflictStatus.Resolved, conflict.Status);
        Assert.Equal(new Resolution(PolicyLang.Semantics.Principle.Explicit, "Abroad.Order"), conflict.Resolution);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Code.StartsWith("PL4", StringComparison.Ordinal));
    }

    [Fact]
    public void An_acknowledged_conflict_is_information()
    {
        Workspace workspace = Law.Of(
            Law.Framework("Abroad", "US", Order) + Law.Framework("Union", "EU", Block)
            + "acknowledge conflict between Union.Block and Abroad.Order because \"counsel decides\"");
        Assert.Equal(ConflictStatus.Acknowledged, Assert.Single(workspace.Conflicts).Status);
        Assert.Equal(DiagnosticSeverity.Information, Assert.Single(workspace.Diagnostics, d => d.Code == "PL4001").Severity);
    }

    [Fact]
    public void A_waiver_that_prevails_lifts_the_duty_and_with_it_the_dilemma()
    {
        string waiver = "sovereignty Quash { ServiceProvider need not disclose CommunicationsData from EEA to Authority in US prevails over Order }";
        Assert.DoesNotContain(
            Law.Of(Law.Framework("Abroad", "US", Order + waiver) + Law.Framework("Union", "EU", Block)).Conflicts,
            c => c.Status == ConflictStatus.Unresolved);
    }

    [Fact]
    public void A_duty_to_delete_forbids_to_store_and_collides_with_a_duty_to_store()
    {
        Workspace workspace = Law.Of(
            Law.Framework("A", "EU", "sovereignty Erase { Controller must delete Health }")
            + Law.Framework("B", "US", "sovereignty Keep { Controller must store Health in US }"));
        Assert.Contains("Dilemma/Unresolved A.Erase+B.Keep", workspace.Told());
    }

    [Fact]
    public void Should_never_makes_a_dilemma()
    {
        Workspace workspace = Law.Of(Law.Framework("Abroad", "US", Order) + Law.Framework("Union", "EU", Block.Replace("must not", "should not")));
        Conflict tension = Assert.Single(workspace.Conflicts);
        Assert.Equal((ConflictKind.Tension, ConflictStatus.Unresolved, DiagnosticSeverity.Information), (tension.Kind, tension.Status, tension.Severity));
        Assert.Contains("advises against", tension.Message, StringComparison.Ordinal);
    }
}
