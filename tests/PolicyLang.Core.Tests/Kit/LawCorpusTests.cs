using PolicyLang.Diagnostics;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Kit;

public sealed class LawCorpusTests
{
    [Fact]
    public void The_corpus_parses_and_binds()
    {
        Workspace workspace = Workspace.Empty.With(LawCorpus.Files(6_000, seed: 1));
        Assert.Empty(workspace.Trees.SelectMany(t => t.Diagnostics).Select(d => $"{d.Message} {d.Location.File} {d.Location.Start}"));
        Assert.Empty(workspace.Model.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Hint).Select(d => $"{d.Message} {d.Location.File} {d.Location.Start}"));
        Assert.All(workspace.Model.Clauses, c => Assert.False(c.HasErrors));
        Assert.True(workspace.Model.Frameworks.Select(f => f.Authority).Distinct().Count() > 195);
        Assert.InRange(Rules.RuleBook.Create(workspace.Model).Rules.Length, 6_000, 7_000);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(1_000)]
    public void Any_number_of_orders_has_its_law(int orders)
    {
        Workspace workspace = Workspace.Empty.With(LawCorpus.Files(orders * 30, seed: 1, orders));
        Assert.Empty(workspace.Trees.SelectMany(t => t.Diagnostics).Select(d => $"{d.Message} {d.Location.File} {d.Location.Start}"));
        Assert.Empty(workspace.Model.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Hint).Select(d => $"{d.Message} {d.Location.File} {d.Location.Start}"));
        int treaties = orders / 100;
        Assert.Equal(orders + treaties, workspace.Model.Frameworks.Select(f => f.Authority).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_gives_the_same_corpus()
    {
        Assert.Equal(LawCorpus.Files(200, 5), LawCorpus.Files(200, 5));
        Assert.NotEqual(LawCorpus.Files(200, 5), LawCorpus.Files(200, 6));
    }
}
