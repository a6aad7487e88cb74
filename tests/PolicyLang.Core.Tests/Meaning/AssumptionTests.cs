using PolicyLang.Diagnostics;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Meaning;

/// <summary>What assumptions leave of the cases, and what is said of clauses and assumptions for which they leave none.</summary>
public sealed class AssumptionTests
{
    [Fact]
    public void A_smallest_set_of_assumptions_without_cases_is_named()
    {
        Diagnostic found = Assert.Single(DiagnosticExpectation.Verify(
            """
            assume "No warrants" never us_warrant
            assume "No court orders" never court_order
            assume "A warrant or consent" not us_warrant implies explicit_consent
            {|PL5004:assume "No consent" never explicit_consent|}
            """,
            message: "No case fits the assumption 'No warrants' and the assumption 'A warrant or consent' and the assumption 'No consent' together."));
        Assert.Equal([0, 2], found.Related.Select(r => r.Location.Start.Line));
    }

    [Theory]
    [InlineData("assume \"No warrants\" never us_warrant", "'F.S' fits no case that is assumed to exist: the assumption 'No warrants' rules out all of them.")]
    [InlineData("assume never us_warrant", "'F.S' fits no case that is assumed to exist: the assumption of line 1 rules out all of them.")]
    [InlineData("assume \"A\" us_warrant implies court_order assume \"B\" never court_order assume \"C\" never explicit_consent", "'F.S' fits no case that is assumed to exist: the assumption 'A' and the assumption 'B' rule out all of them.")]
    public void A_clause_that_only_assumptions_rule_out_names_them(string assumptions, string message) => DiagnosticExpectation.Verify(
        $$"""
        {{assumptions}}
        framework F { authority IN in force from 2020-01-01
          sovereignty {|PL5002:S|} { Controller must not disclose Health from IN to US when us_warrant } }
        """,
        message: message);

    [Fact]
    public void A_clause_whose_conditions_exclude_each_other_is_dead_without_assumptions() => DiagnosticExpectation.Verify(
        """
        assume "No warrants" never us_warrant
        framework F { authority IN in force from 2020-01-01
          sovereignty {|PL5002:S|} { Controller must not disclose Health from IN to US when us_warrant and not us_warrant } }
        """,
        message: "'F.S' fits no case: its conditions exclude each other.");
}
