using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Decisions;

/// <summary>Why a case is decided as it is, down to the atom and its place.</summary>
public sealed class ExplanationTests
{
    private static ExplainedClause[] Explain(string text, params string[] facts) => Explain(Law.Of(text), [.. facts, "date=2024-01-01"]);

    private static ExplainedClause[] Explain(Workspace workspace, string[] facts)
    {
        ImmutableArray<ExplainedClause>? explained = workspace.Explain(facts.Select(f => f.Split('=', 2)).Select(p => new RawFact(p[0], p.Length == 1 ? ["true"] : [.. p[1].Split(',')])), out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        return [.. explained ?? []];
    }

    private static IEnumerable<string> Failing(ExplainedClause clause) => clause.Parts.Where(p => !p.Holds).Select(p => p.Text);

    [Fact]
    public void Each_part_says_whether_it_holds_and_where_it_stands()
    {
        string text = Law.Framework("F", "EU", "transfer A {\n Controller may transfer Health\n from EEA\n to Processor in US\n when safeguards include SCC\n   or explicit_consent\n unless subjects > 10\n}");
        ExplainedClause clause = Assert.Single(Explain(text, "actor=Controller", "action=transfer", "data=Health", "origin=DE", "destination=US", "recipient=Processor", "subjects=11", "explicit_consent"));
        Assert.Equal(ClauseRole.Near, clause.Role);
        Assert.Equal(
            ["Controller", "transfer", "Health", "from EEA", "to Processor in US", "when safeguards include SCC or explicit_consent", "unless subjects > 10", "in force from 2020-01-01"],
            clause.Parts.Select(p => p.Text));
        Assert.Equal(["unless subjects > 10"], Failing(clause));
        Assert.Equal([("safeguards include SCC", false), ("explicit_consent", true)], clause.Parts[5].Parts.Select(p => (p.Text, p.Holds)));
        Assert.Equal((5, 6), (clause.Parts[5].Parts[1].Location.Start.Line, clause.Parts[5].Parts[1].Location.Start.Character));
    }

    [Theory]
    [InlineData("sovereignty A { Controller must delete Health from EEA }", "store", "its duty to delete forbids to store (delete opposes store)")]
    [InlineData("sovereignty A { Controller must store Health in EEA }", "delete", "its duty to store forbids to delete (delete opposes store)")]
    [InlineData("sovereignty A { Controller must not store Health from EEA }", "store", null)]
    public void An_outcome_that_rests_on_an_opposition_of_verbs_says_so(string clause, string action, string? opposition)
    {
        ExplainedClause explained = Assert.Single(Explain(Law.Framework("F", "EU", clause), "actor=Controller", $"action={action}", "data=Health", "origin=DE", "location=DE"));
        Assert.Equal(ClauseRole.Applies, explained.Role);
        Assert.Equal(opposition, explained.Opposition);
        Assert.Equal(opposition is null ? "applies" : $"applies: {opposition}", LanguageService.DecisionReading.Role(explained));
    }

    [Theory]
    [InlineData("transfer A { Controller may transfer Health from EEA to US approved by Regulator }", "approved by Regulator")]
    [InlineData("transfer A { Controller of DE may transfer Health from EEA to US }", "DE")]
    [InlineData("transfer A { Controller may transfer Health from EEA to US for Marketing }", "for Marketing")]
    [InlineData("transfer A { Controller may transfer Health from EEA to US with safeguards include SCC }", "with safeguards include SCC")]
    [InlineData("transfer A { Controller may transfer Health from EEA to US notifying Regulator }", "notifying Regulator")]
    [InlineData("transfer A { Controller may transfer Health from EEA to US not before 3 days }", "not before 3 days")]
    [InlineData("transfer A { Controller may transfer Health from EEA in DE to US }", "in DE")]
    [InlineData("transfer A { Controller may transfer Health from EEA to US in force from 2025-01-01 }", "in force from 2025-01-01")]
    [InlineData("transfer A { Controller may transfer Health from EEA to US where explicit_consent }", "where explicit_consent")]
    [InlineData("transfer A { Controller may transfer Health from EEA collected in US to US }", "collected in US")]
    public void Every_kind_of_modifier_is_judged_by_itself(string clause, string failing) =>
        Assert.Equal([failing], Failing(Assert.Single(Explain(Law.Framework("F", "EU", clause), "actor=Controller", "action=transfer", "data=Health", "origin=DE", "destination=US"))));

    [Fact]
    public void Keeping_data_abroad_fits_a_transfer()
    {
        ExplainedClause clause = Assert.Single(Explain(Law.Framework("F", "EU", "transfer A { Controller must not transfer Health from EEA to US }"), "actor=Controller", "action=store", "data=Health", "origin=DE", "location=US"));
        Assert.Equal(ClauseRole.Applies, clause.Role);
        Assert.Empty(Failing(clause));
    }

    [Fact]
    public void Defeat_names_the_winner_and_a_duty_that_is_not_met_is_due()
    {
        string text = Law.Framework("F", "EU", "transfer A { Controller must not transfer Health from EEA to US subject to B } transfer B { Controller may transfer Health from EEA to US } sovereignty C { Controller must store Health in DE }");
        ExplainedClause[] explained = Explain(text, "actor=Controller", "action=transfer", "data=Health", "origin=DE", "destination=US");
        Assert.Equal(["F.B Applies", "F.A Defeated F.B Explicit", "F.C Due"], explained.Select(e => $"{e.Clause} {e.Role} {e.DefeatedBy} {e.Principle}".TrimEnd().Replace("  ", " ")));
    }

    [Fact]
    public void In_the_examples_what_applies_fits_in_every_part()
    {
        Workspace workspace = Workspace.Empty.With(Repository.Files("tests/cases/first-examples", "*.policy").Select(f => new KeyValuePair<string, string>(f, Repository.Read(f))));
        int seen = 0;
        foreach (string[] facts in workspace.Conflicts.Select(c => c.Witness.Tell().Replace('+', ',').Split(' ')))
        {
            foreach (ExplainedClause clause in Explain(workspace, facts).Where(e => e.Role is ClauseRole.Applies or ClauseRole.Defeated && e.Clause.Meaning?.Modality != PolicyLang.Syntax.Modality.MayOnly))
            {
                seen++;
                Assert.Empty(Failing(clause));
            }
        }

        Assert.True(seen > 20, $"Only {seen} clauses were explained.");
    }

    [Fact]
    public void An_exemption_that_works_is_not_defeated_by_what_prevails_afterwards()
    {
        const string Text = """
            framework Act { authority CN rank statute in force from 2021-01-01
              transfer Path { Controller must not transfer PersonalData from CN to outside CN unless safeguards include any of SecurityAssessment, StandardContractCN }
              transfer Need { Controller must not transfer PersonalData from CN to outside CN unless business_need } }
            framework Rule { authority CN rank regulation in force from 2024-01-01 implements Act
              transfer Easing { Controller may transfer PersonalData from CN to outside CN when subjects < 100 exempt from Act.Path } }
            """;
        string[] facts = ["actor=Controller", "action=transfer", "data=PersonalData", "origin=CN", "destination=US", "subjects=50"];
        Assert.Equal([new DefeatedClause("Act.Path", "Rule.Easing", Principle.Explicit)], Law.Of(Text).Decide(facts).Defeated);
        Assert.Equal(["Act.Need Applies", "Rule.Easing Applies", "Act.Path Defeated"], Explain(Text, facts).Select(e => $"{e.Clause} {e.Role}"));
    }

    [Fact]
    public void What_applies_says_in_which_cases_like_this_one()
    {
        string text = Law.Framework("F", "EU", "transfer A { Controller must not transfer Health from EEA to US unless safeguards include SCC }");
        ExplainedClause clause = Assert.Single(Explain(text, "actor=Controller,Exporter", "action=disclose", "data=Health", "origin=DE", "destination=US", "emergency"), e => e.Role == ClauseRole.Applies);
        Assert.Equal("Controller transfers Health from EEA to US, without SCC, on or after 2020-01-01", clause.Where?.Written);
    }

    [Fact]
    public void A_clause_bears_on_the_answer_where_it_would_answer_to_one_that_applies()
    {
        string text = Law.Framework("F", "EU", "transfer Bar { any must not transfer Health from EEA to US } transfer Free { any may transfer Health from EEA to US when explicit_consent } transfer Other { any must not transfer Health from EEA to US when court_order }")
            + Law.Framework("Abroad", "JP", "transfer Free { any may transfer Health from EEA to US when emergency }");
        ExplainedClause[] explained = Explain(text, "action=transfer", "data=Health", "origin=DE", "destination=US");
        Assert.Equal(["F.Bar True", "F.Free True", "F.Other False", "Abroad.Free False"], explained.Select(e => $"{e.Clause} {e.Bears}"));
    }
}
