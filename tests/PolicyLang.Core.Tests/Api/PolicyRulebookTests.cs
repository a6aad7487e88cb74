using System.Text.Json;
using PolicyLang.Law;
using PolicyLang.Runtime;

namespace PolicyLang.Tests.Api;

/// <summary>What a program that knows the package alone can ask.</summary>
public sealed class PolicyRulebookTests
{
    private const string Text = """
        framework GDPR "General Data Protection Regulation" {
          authority EU  in force from 2018-05-25
          transfer Art44 { Exporter must not transfer PersonalData from EEA to outside EEA subject to Art46 }
          transfer Art46 "Safeguards" cites "Art. 46(2)" { Exporter may transfer PersonalData from EEA to outside EEA when safeguards include SCC }
          norm Art33 { Controller must notify PersonalData in EEA when data_breach }
        }
        """;

    private static readonly PolicyRulebook Book = PolicyRulebook.Parse("gdpr.policy", Text);

    private static readonly PolicyCase Act =
        new() { Date = new(2024, 3, 1), Actor = ["Exporter"], Action = "transfer", Data = "Health", Origin = "DE", Destination = "US" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_case_is_decided_and_explained_in_the_types_of_the_models()
    {
        Assert.Equal(PolicyOutcome.Prohibited, Book.Decide(Act, cancellation: Stop));
        PolicyDecision why = Book.Explain(Act, cancellation: Stop);
        Assert.Equal((PolicyOutcome.Prohibited, "GDPR.Art44"), (why.Outcome, Assert.Single(why.Applied).QualifiedName));
        WayToComply way = Assert.Single(why.WaysToComply, w => w.ToString() == "safeguards = SCC");
        PolicyDecision better = Book.Explain(Act.With(way), cancellation: Stop);
        Assert.Equal(PolicyOutcome.Permitted, better.Outcome);
        ClauseModel ground = Assert.Single(better.Applied);
        Assert.Equal(("Safeguards", "Art. 46(2)", "gdpr.policy(4,12)"), (ground.Title, ground.Citation, ground.Position.ToString()));
        Assert.Equal(("GDPR.Art44", "GDPR.Art46", PolicyPrinciple.Explicit), Assert.Single(better.Defeated) is var d ? (d.Clause.QualifiedName, d.By.QualifiedName, d.Principle) : default);
        Assert.Equal(Book.Fingerprint, better.Provenance?.Fingerprint);
        Assert.Equal(better, JsonSerializer.Deserialize<PolicyDecision>(JsonSerializer.Serialize(better)));
    }

    [Fact]
    public void A_case_that_leaves_out_what_its_answer_rests_on_is_refused()
    {
        PolicyCase silent = Act.With("destination", null);
        CaseProblem problem = Assert.Single(Assert.Throws<InvalidCaseException>(() => Book.Decide(silent, cancellation: Stop)).Problems);
        Assert.Equal((CaseProblemKind.Missing, "destination"), (problem.Kind, problem.Attribute));
        Assert.Equal(problem, Assert.Single(Book.Validate(silent, Stop)));
        Assert.Equal(PolicyOutcome.Undetermined, Book.Decide(silent, WhenIncomplete.Undetermined, Stop));
        Assert.Equal([problem], Book.Explain(silent, WhenIncomplete.Undetermined, Stop).Missing);
        Assert.NotEqual(PolicyOutcome.Undetermined, Book.Decide(silent, WhenIncomplete.Assume, Stop));
        Assert.Equal(["date", "action"], Book.Validate(new PolicyCase { Data = "Health" }, Stop).Select(p => p.Attribute).Intersect(["date", "action"]));
        Assert.Throws<InvalidCaseException>(() => Book.Decide(Act.With("date", null), WhenIncomplete.Assume, Stop));
        Assert.Empty(Book.Validate(Act, Stop));
    }

    [Theory]
    [InlineData("{\"date\":\"2024-03-01\",\"action\":\"transfer\",\"data\":\"Helth\"}", CaseProblemKind.UnknownValue, "data", "did you mean 'Health'?")]
    [InlineData("{\"date\":\"2024-03-01\",\"action\":\"transfer\",\"us_warant\":true}", CaseProblemKind.UnknownAttribute, "us_warant", "did you mean 'us_warrant'?")]
    [InlineData("{\"date\":\"2024-03-01\",\"action\":\"transfer\",\"us_warrant\":3}", CaseProblemKind.UnknownValue, "us_warrant", "write true or false")]
    [InlineData("{\"date\":\"2024-03-01\",\"action\":\"transfer\",\"subjects\":2.5}", CaseProblemKind.UnknownValue, "subjects", "write a whole number from 0")]
    public void What_names_nothing_is_refused_with_what_to_write(string json, CaseProblemKind kind, string attribute, string message)
    {
        CaseProblem problem = Assert.Single(Book.Validate(PolicyCase.Parse(json), Stop));
        Assert.Equal((kind, attribute), (problem.Kind, problem.Attribute));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_have_their_place_and_rules_that_are_hidden_decide_nothing()
    {
        PolicyRulebook broken = Book.With("gdpr.policy", Text.Replace("must not transfer PersonalData", "must not transfer PersonalDate", StringComparison.Ordinal));
        PolicyFinding finding = Assert.Single(broken.Findings, f => f.Severity == PolicySeverity.Error);
        Assert.Equal(("PL2002", "gdpr.policy(3,47)", true), (finding.Code, finding.Position.ToString(), finding.HidesRules));
        RulebookException refused = Assert.Throws<RulebookException>(() => broken.Decide(Act, cancellation: Stop));
        Assert.Equal(finding, Assert.Single(refused.Findings));
        Assert.Throws<RulebookException>(() => broken.CompareWith(Book, cancellation: Stop));
        Assert.Equal(PolicyOutcome.Prohibited, Book.Decide(Act, cancellation: Stop));
    }

    [Fact]
    public void A_conflict_has_a_witness_that_shows_it()
    {
        PolicyRulebook book = Book.With("acme.policy", "framework Duty { authority EU in force from 2020-01-01 transfer Send { Exporter must transfer Health from DE to US } }");
        ConflictModel conflict = Assert.Single(book.Conflicts);
        Assert.Equal(["Duty.Send", "GDPR.Art44"], conflict.Clauses.Select(c => c.QualifiedName));
        Assert.Equal(PolicyOutcome.Conflicting, book.Decide(PolicyCase.Parse(conflict.WitnessJson), cancellation: Stop));
        Assert.Equal(book.Conflicts, book.Manifest.Conflicts);
        Assert.Equal(["Duty", "GDPR"], book.Frameworks.Select(f => f.Name));
    }

    [Fact]
    public void Versions_are_compared_in_effect()
    {
        PolicyDifference difference = Book.With("gdpr.policy", Text.Replace("SCC", "BCR", StringComparison.Ordinal)).CompareWith(Book, cancellation: Stop);
        Assert.Equal(PolicyChangeLevel.Major, difference.Level);
        PolicyChange change = Assert.Single(difference.Changes, c => c.Kind == PolicyChangeKind.Prohibited);
        Assert.Equal(["SCC"], change.Case.Safeguards);
        Assert.Equal(PolicyOutcome.Permitted, Book.Decide(change.Case, WhenIncomplete.Assume, Stop));
        Assert.Equal(["GDPR.Art46"], difference.Clauses);
        PolicyDifference none = Book.With("gdpr.policy", "// a remark\n" + Text).CompareWith(Book, cancellation: Stop);
        Assert.Equal((PolicyChangeLevel.None, 0), (none.Level, none.Changes.Count));
    }

    [Fact]
    public void A_clause_is_explained_word_by_word()
    {
        PolicyReason near = Assert.Single(Book.Reasons(Act, Stop), r => r.Clause.Name == "Art46");
        Assert.Equal((PolicyReasonKind.Near, false), (near.Kind, Assert.Single(near.Parts, p => p.Text.StartsWith("when", StringComparison.Ordinal)).Holds));
    }

    [Fact]
    public void A_changed_file_is_a_new_rulebook_and_the_old_one_serves_what_it_began()
    {
        var live = new LiveRulebook(Book);
        PolicyRulebook begun = live.Current;
        Assert.True(live.TryUpdate(book => book.With("gdpr.policy", Text.Replace("must not transfer", "may transfer", StringComparison.Ordinal)), out IReadOnlyList<PolicyFinding> errors));
        Assert.Empty(errors);
        Assert.Equal((PolicyOutcome.Prohibited, PolicyOutcome.Permitted), (begun.Decide(Act, cancellation: Stop), live.Current.Decide(Act, cancellation: Stop)));
        Assert.NotEqual(begun.Fingerprint, live.Current.Fingerprint);

        PolicyRulebook good = live.Current;
        Assert.False(live.TryUpdate(book => book.With("gdpr.policy", "framework GDPR { authority Nowhere }"), out errors));
        Assert.NotEmpty(errors);
        Assert.Same(good, live.Current);
    }

    [Fact]
    public void Law_of_the_library_is_used()
    {
        PolicyRulebook book = PolicyRulebook.Empty.WithLibrary(LawLibrary.Version, LawLibrary.ReadIndex, LawLibrary.Read).With("acme.policy", "uses GDPR\norganisation Acme under EU\n");
        Assert.Contains(book.Clauses, c => c.QualifiedName == "GDPR.Art46_2" && c.Source is not null);
        PolicyDecision why = book.Explain(Act, WhenIncomplete.Assume, Stop);
        Assert.Equal("organisation = Acme", why.Assumed[0].ToString());
        Assert.Equal(["acme.policy"], book.Files);
        Assert.Contains(book.Manifest.Sources, s => s.File == "law/eu/gdpr.policy");
    }

    [Fact]
    public void A_project_file_decides_how_much_findings_weigh()
    {
        PolicyRulebook book = PolicyRulebook.Parse("a.policy", """
            framework F { authority EU in force from 2020-01-01
              transfer A { Exporter must not transfer Health from DE to US }
              transfer B { Exporter may transfer Health from DE to US } }
            """);
        Assert.Equal(PolicySeverity.Warning, Assert.Single(book.Findings, f => f.Code == "PL4003").Severity);
        Assert.Equal(PolicySeverity.Hint, Assert.Single(book.WithProject("""{ "severities": { "PL4003": "hint" } }""").Findings, f => f.Code == "PL4003").Severity);
        Assert.StartsWith("policy.json(1,", Assert.Throws<FormatException>(() => book.WithProject("{ \"severities\": 3 }")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_are_typed_and_go_to_JSON_and_back()
    {
        PolicyCase act = Act with { Safeguards = ["SCC", "BCR"] };
        act = act.With("us_warrant", true).With("subjects", 1000).With("since_data_breach", new DateOnly(2024, 2, 1));
        string json = JsonSerializer.Serialize(act);
        Assert.Contains("\"us_warrant\":true", json, StringComparison.Ordinal);
        Assert.Contains("\"safeguards\":[\"SCC\",\"BCR\"]", json, StringComparison.Ordinal);
        Assert.Equal(act, JsonSerializer.Deserialize<PolicyCase>(json));
        Assert.Equal(act, PolicyCase.Parse(act.ToString()));
        Assert.Equal(AttributeKind.Count, act["subjects"]?.Kind);
        Assert.Equal(new DateOnly(2024, 3, 1), act.Date);
        foreach (string wrong in (string[])["[]", "{\"date\":null}", "{\"date\":{}}", "{\"actor\":[1]}", "{\"date\":\"2024-03-01\",\"date\":\"2024-03-01\"}", "{} {}", "{"])
        {
            Assert.ThrowsAny<JsonException>(() => PolicyCase.Parse(wrong));
        }

        Assert.Contains(Book.Attributes, a => a is { Name: "data", Kind: AttributeKind.Node, IsRequired: true } && a.Values.Contains("Health"));
    }
}
