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
        Assert.Empty(workspace.Trees.SelectMany(t => t.Diagnostics).Select(d => $"{d.Location.File} {d.Location.Start} {d.Message}"));
        Assert.Empty(workspace.Model.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Hint).Select(d => $"{d.Location.File} {d.Location.Start} {d.Message}"));
        Assert.All(workspace.Model.Clauses, c => Assert.False(c.HasErrors));
        Assert.True(workspace.Model.Frameworks.Select(f => f.Authority).Distinct().Count() > 195);
        Assert.InRange(Rules.RuleBook.Create(workspace.Model).Rules.Length, 6_000, 7_000);
    }

    [Fact]
    public void The_same_seed_gives_the_same_corpus()
    {
        Assert.Equal(LawCorpus.Files(200, 5), LawCorpus.Files(200, 5));
        Assert.NotEqual(LawCorpus.Files(200, 5), LawCorpus.Files(200, 6));
    }
}
