using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Conflicts;

/// <summary>What States promise each other, against the law that they make.</summary>
public sealed class LawMakingTests
{
    private const string NoLocalisation = "norm Facilities { parties must not require store Health in own territory }";
    private const string FreeFlow = "norm Flow { parties must allow transfer Health from own territory to anywhere }";
    private const string Keep = "sovereignty Keep { Controller must store Health in VN }";

    private static string Treaty(string clauses, string parties = "VN, JP") => Law.Framework("Treaty", "CPTPP", clauses, $"rank treaty parties {parties}");

    private static string National(string clauses, string authority = "VN") => Law.Framework("Law", authority, clauses);

    private static string[] Open(string text) => [.. Law.Of(text).OpenConflicts.Select(c => $"{c.Kind}/{c.Status}/{c.Severity} {string.Join("+", c.Clauses)}")];

    [Fact]
    public void A_duty_to_localise_breaks_a_guarantee_of_its_State_and_of_no_other()
    {
        Assert.Equal(["TreatyBreach/Unresolved/Error Law.Keep+Treaty.Facilities"], Open(Treaty(NoLocalisation) + National(Keep)));
        Assert.Empty(Open(Treaty(NoLocalisation, "JP") + National(Keep)));
        Assert.Empty(Open(Treaty(NoLocalisation) + National("sovereignty Keep { Controller must store Health in US }")));
    }

    [Fact]
    public void Its_witness_names_a_counterpart_of_another_country()
    {
        Conflict conflict = Law.Of(Treaty(NoLocalisation) + National(Keep)).Conflict("Law.Keep", "Treaty.Facilities");
        Assert.Equal("date=2020-01-01 actor=Controller action=store data=Health location=VN counterpart=JP", conflict.Witness.Tell());
        Assert.Equal("Law.Keep (VN) requires what Treaty.Facilities binds VN not to require.", conflict.Message);
    }

    [Fact]
    public void Only_in_also_breaks_the_guarantee_by_what_it_prohibits_elsewhere()
    {
        Workspace workspace = Law.Of(Treaty(NoLocalisation) + National("sovereignty Ban { Controller must not store Health outside VN }"));
        Assert.Equal("TreatyBreach", workspace.Conflict("Law.Ban", "Treaty.Facilities").Kind.ToString());
        Assert.Empty(Open(Treaty(NoLocalisation) + National("sovereignty Ban { Controller must not store Health in JP }", "JP")));
    }

    [Fact]
    public void A_guarantee_to_allow_is_broken_by_a_prohibition_and_not_by_its_exception()
    {
        string ban = "transfer Ban { Controller must not transfer Health from VN to US }";
        Assert.Equal(["TreatyBreach/Unresolved/Error Law.Ban+Treaty.Flow"], Open(Treaty(FreeFlow) + National(ban)));
        string exception = "transfer All { Controller may transfer Health from VN to US prevails over Ban }";
        Assert.Empty(Open(Treaty(FreeFlow) + National(ban + exception)));
    }

    [Theory]
    [InlineData("norm Leave { parties may require store Health in own territory prevails over Facilities }", "Keep", false)]
    [InlineData("norm Leave { parties may require store Health in own territory when legitimate_public_policy prevails over Facilities }", "Keep", true)]
    [InlineData("norm Leave { parties may require store Biometric in own territory prevails over Facilities }", "Keep", true)]
    [InlineData("norm Leave { parties may require store Health in own territory prevails over Facilities }", "Only", false)]
    public void Leave_that_prevails_lifts_the_guarantee_where_it_speaks(string leave, string law, bool breach)
    {
        string clause = law == "Keep" ? Keep : "sovereignty Only { Controller must store Health only in VN }";
        Assert.Equal(breach, Open(Treaty(NoLocalisation + leave) + National(clause)).Length > 0);
    }

    [Fact]
    public void A_law_may_yield_or_invoke_an_exception()
    {
        Assert.Empty(Open(Treaty(NoLocalisation) + National(Keep.Replace(" }", " subject to Treaty.Facilities }"))));
        string security = "norm Security { parties may require store any in own territory when essential_security }";
        string invoking = Keep.Replace(" }", " invoking Treaty.Security }");
        Assert.Single(Open(Treaty(NoLocalisation + security) + National(invoking)));
        string naming = security.Replace(" }", " prevails over Facilities }");
        Assert.Single(Open(Treaty(NoLocalisation + naming) + National(Keep)));
        Assert.Empty(Open(Treaty(NoLocalisation + naming) + National(invoking)));
        Assert.Single(Open(Treaty(NoLocalisation + naming.Replace("essential_security", "legitimate_public_policy")) + National(invoking)));
    }

    [Fact]
    public void Adoption_reservation_and_counterparts_limit_who_is_bound()
    {
        string adopts = "party VN { adopts Treaty since 2022-01-01 ";
        string text = Treaty(NoLocalisation, "JP") + National(Keep);
        Assert.Equal("2022-01-01", Witness(text + adopts + "}", "date"));
        Assert.Equal("2022-01-01 JP", Witness(text + adopts + "towards JP, US }", "date", "counterpart"));
        Assert.Empty(Open(text + adopts + "towards VN }"));
        Assert.Empty(Open(text + adopts + "towards US }"));
        string pairs = Treaty(NoLocalisation, "VN") + National(Keep) + "party JP { adopts Treaty since 2023-01-01 towards ";
        Assert.Equal("2023-01-01 JP", Witness(pairs + "US, VN }", "date", "counterpart"));
        Assert.Empty(Open(pairs + "US }"));
        Assert.Empty(Open(text + adopts + "reserving Facilities }"));
        Assert.Equal("2024-01-02", Witness(text + adopts + "reserving Facilities until 2024-01-01 }", "date"));
        Assert.Empty(Open(text + "party VN { adopts Treaty since 2015-01-01 until 2019-12-31 }"));
    }

    private static string Witness(string text, params string[] attributes)
    {
        CaseFacts facts = Assert.Single(Law.Of(text).OpenConflicts).Witness;
        return string.Join(" ", facts.Tell().Split(' ').Select(f => f.Split('=')).Where(f => attributes.Contains(f[0])).Select(f => f[1]));
    }

    [Fact]
    public void Unenforceable_guarantees_warn()
    {
        string text = Treaty(NoLocalisation.Replace(" }", " not enforceable }")) + National(Keep);
        Assert.Equal(["TreatyBreach/Unresolved/Warning Law.Keep+Treaty.Facilities"], Open(text));
        Assert.Equal("2021-01-02", Witness(text.Replace("not enforceable", "not enforceable until 2021-01-01"), "date"));
    }

    [Fact]
    public void A_supranational_guarantee_strikes_the_law_of_a_member_down_and_the_breach_is_a_warning()
    {
        string union = Law.Framework("Union", "EU", NoLocalisation.Replace("Health", "NonPersonalData"));
        string law = National("sovereignty Keep { Controller must store NonPersonalData in DE }", "DE");
        Workspace workspace = Law.Of(union + law);
        Conflict conflict = Assert.Single(workspace.OpenConflicts);
        Assert.Equal((ConflictKind.TreatyBreach, ConflictStatus.Resolved, DiagnosticSeverity.Warning), (conflict.Kind, conflict.Status, conflict.Severity));
        Assert.Equal(new Resolution(PolicyLang.Semantics.Principle.Superior, "Union.Facilities"), conflict.Resolution);
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(workspace.Diagnostics, d => d.Code == "PL4005").Severity);

        Decision decision = workspace.Decide("actor=Controller", "action=store", "data=NonPersonalData", "location=DE", "counterpart=FR");
        Assert.Empty(decision.Duties);
        Assert.Equal("Union.Facilities", Assert.Single(decision.Defeated).By);
        Assert.Equal(Outcome.Unregulated, decision.Outcome);

        Assert.Equal(["TreatyBreach/Unresolved/Error Law.Keep+Union.Facilities"], Open(union + law + "resolve conflicts by specialis"));
    }

    [Fact]
    public void Supranational_law_is_judged_as_law_of_its_members()
    {
        string union = Law.Framework("Union", "EU", "sovereignty Keep { Controller must store Health in DE }");
        Assert.Equal(["TreatyBreach/Unresolved/Error Treaty.Facilities+Union.Keep"], Open(Treaty(NoLocalisation, "DE, JP") + union));
        Assert.Empty(Open(Treaty(NoLocalisation, "CH, JP") + union.Replace("in DE", "in CH")));
    }

    [Fact]
    public void A_duty_to_make_law_is_met_by_law_of_the_party_that_covers_every_case()
    {
        string duty = Treaty("norm Protect { parties must prohibit transfer Health from own territory to anywhere unless explicit_consent }");
        string ban = "transfer Ban { must not transfer Health from VN to anywhere unless explicit_consent }";
        Assert.Empty(Open(duty + National(ban)));
        Assert.Empty(Open(duty));
        Assert.Equal(["MissingTransposition/Unresolved/Warning Treaty.Protect"], Open(duty + National(ban.Replace("anywhere", "outside US"))));
        Conflict gap = Assert.Single(Law.Of(duty + National(ban.Replace("Health", "Biometric"))).OpenConflicts);
        Assert.Equal("date=2020-01-01 action=transfer data=Health origin=VN", gap.Witness.Tell());
        Assert.Equal("Treaty.Protect (CPTPP) binds VN to prohibit what no clause of that law prohibits in the case shown.", gap.Message);
    }

    [Fact]
    public void A_clause_with_a_mistake_does_not_make_law_look_missing()
    {
        string duty = Treaty("norm Protect { parties must prohibit transfer Health from own territory to anywhere }");
        Workspace workspace = Workspace.Empty.With("a.policy", duty + National("transfer Other { must not transfer Genetic from VN to US } transfer Ban { must not transfer Helth from VN to anywhere }"));
        Assert.Equal("PL2002", Assert.Single(workspace.Diagnostics).Code);
    }

    [Fact]
    public void Several_parties_make_one_finding()
    {
        string duty = Treaty("norm Protect { parties must require delete Health when explicit_consent }");
        string other = "sovereignty Other { Controller must store Genetic in JP }";
        Conflict gap = Assert.Single(Law.Of(duty + National(other) + Law.Framework("Law2", "JP", other)).OpenConflicts);
        Assert.Contains("binds JP and VN to require", gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_soft_side_makes_a_tension()
    {
        string soft = National(Keep.Replace("must", "should"));
        Assert.Equal(["Tension/Unresolved/Information Law.Keep+Treaty.Facilities"], Open(Treaty(NoLocalisation) + soft));
    }

    [Fact]
    public void That_a_law_is_that_of_a_party_for_a_while_is_nothing_a_leave_asks_for()
    {
        string law = "attribute own_security : flag self-judged bloc Club supranational { JP since 2020-01-01 until 2021-12-31 }\n"
            + Law.Framework("T", "APEC",
                "norm G { parties must not prohibit Controller to transfer Health from JP to KR } "
                + "norm E { parties may prohibit Controller to transfer Health from JP to KR when own_security prevails over G }",
                "rank treaty parties JP, KR")
            + Law.Framework("L", "Club", "transfer Ban { Controller must not transfer Health from JP to KR }");
        Conflict breach = Assert.Single(Law.Of(law).OpenConflicts);
        Assert.Equal(ConflictStatus.Unresolved, breach.Status);
        Assert.Equal("T.E", Assert.Single(breach.Excuses).Clause);
    }
}
