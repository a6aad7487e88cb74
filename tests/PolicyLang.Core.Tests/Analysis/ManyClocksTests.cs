using PolicyLang.Analysis;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

/// <summary>Which cases exist stays known, however many events have a calendar clock.</summary>
public sealed class ManyClocksTests
{
    [Fact]
    public void Calendar_clocks_of_many_events_refute_no_check_by_a_case_that_there_is_not()
    {
        string events = string.Concat(Enumerable.Range(1, 9).Select(n => $"attribute e{n} : flag\n"));
        string clauses = string.Concat(Enumerable.Range(1, 9).Select(n => $"norm N{n} {{ Controller must not delete Health when e{n} within {12 * n} months of e{n} }} norm H{n} {{ Controller must not file Health when e{n} within 9 days of e{n} }}\n"));
        string text = events + Law.Framework("B", "VN", clauses) + Law.Framework("A", "JP", "transfer T { Controller must not transfer Health from JP to outside JP }")
            + "check \"C\" { always prohibited: Controller transfer Health from JP to outside JP when date >= 2020-01-01 under A }\n";
        CheckResult proof = Assert.Single(Workspace.Empty.With("a.policy", text).ProveChecks());
        Assert.True(proof.IsDecided);
        Assert.Null(proof.Failure);
    }

    [Fact]
    public void A_clause_yields_in_no_case_that_there_is_not()
    {
        string text = "attribute e : flag\n" + Law.Framework("F", "VN", "norm A { Controller must not delete Health when e within 9 months of e } norm B { Controller must not file Health when e within 9 days of e }");
        Assert.All(Workspace.Empty.With("a.policy", text).Coverage(), p => Assert.True(p.Stands));
    }
}
