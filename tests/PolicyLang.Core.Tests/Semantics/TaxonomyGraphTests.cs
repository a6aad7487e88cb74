using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Semantics;

/// <summary>Taxonomies are graphs without circles: a node may be named under several others, and is one node all the same.</summary>
public sealed class TaxonomyGraphTests
{
    private const string Shapes = """
        taxonomy data {
          Loan { Mortgage Overdraft }
          Secured { Mortgage Pledge }
          PersonalData { Loan }
        }

        """;

    [Fact]
    public void A_node_with_two_parents_is_in_both()
    {
        Workspace workspace = Law.Of(Shapes);
        TaxonomySymbol data = workspace.Model.Taxonomies["data"];
        Assert.Equal("Loan,Secured", Parents(data, "Mortgage"));
        Assert.Equal("PersonalData", Parents(data, "Loan"));
        Assert.True(Find(data, "Mortgage").IsWithin(Find(data, "Secured")));
        Assert.True(Find(data, "Mortgage").IsWithin(Find(data, "PersonalData")));
        Assert.False(Find(data, "Pledge").IsWithin(Find(data, "PersonalData")));
        Assert.Equal(data.NodeCount, data.Nodes.Select(n => n.Index).Distinct().Count());
    }

    [Theory]
    [InlineData("Mortgage", "prohibited", "Loan")]
    [InlineData("Mortgage", "prohibited", "Secured")]
    [InlineData("Pledge", "prohibited", "Secured")]
    [InlineData("Pledge", "unregulated", "PersonalData")]
    [InlineData("Secured", "prohibited", "Secured")]
    [InlineData("Secured", "unregulated", "Loan")]
    [InlineData("Overdraft", "prohibited", "PersonalData except Secured")]
    [InlineData("Mortgage", "unregulated", "PersonalData except Secured")]
    public void A_rule_about_a_node_is_about_all_below_it(string data, string outcome, string rule)
    {
        Workspace workspace = Law.Of(Shapes + Law.Framework("F", "EU", $"transfer A {{ must not transfer {rule} from EEA to US }}"));
        Assert.Equal(outcome, workspace.Decide("date=2024-01-01", "action=transfer", $"data={data}", "origin=DE", "destination=US").Outcome.ToString().ToLowerInvariant());
    }

    [Fact]
    public void A_circle_is_shown_and_left_open()
    {
        Workspace workspace = Workspace.Empty.With("a.policy", "taxonomy data { A { B { C { A } } } }");
        Diagnostic found = Assert.Single(workspace.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(("PL2004", "'A' would lie below itself: A → B → C → A."), (found.Code, found.Message));
    }

    [Fact]
    public void A_node_stands_once_under_each_parent()
    {
        Workspace workspace = Workspace.Empty.With("a.policy", "taxonomy data { A { B B } D { B } }");
        Diagnostic found = Assert.Single(workspace.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(("PL2001", "'B' stands twice under 'A'."), (found.Code, found.Message));
    }

    [Fact]
    public void A_place_may_be_named_under_two_others()
    {
        Workspace workspace = Law.Of("jurisdiction SafeHarbours { SG, CH }\n" + Law.Framework("F", "EU", "transfer A { must not transfer Health from EEA to SafeHarbours }"));
        Assert.Equal(Outcome.Prohibited, workspace.Decide("date=2024-01-01", "action=transfer", "data=Health", "origin=DE", "destination=CH").Outcome);
    }

    private static string Parents(TaxonomySymbol taxonomy, string node) => string.Join(',', Find(taxonomy, node).Parents.Select(p => p.Name));

    private static NodeSymbol Find(TaxonomySymbol taxonomy, string node) => taxonomy.Find(node) ?? throw new ArgumentException($"There is no {node}.", nameof(node));
}
