using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Kit;

public sealed class CorpusGeneratorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Generated_laws_parse_and_bind(int seed)
    {
        Workspace workspace = Workspace.Empty.With(CorpusGenerator.Frameworks(2010, seed));
        Assert.Equal(2010, workspace.ClauseCount);
        Assert.Empty(workspace.Trees.SelectMany(t => t.Diagnostics).Select(d => $"{d.Location.File} {d.Location.Start} {d.Message}"));
        Assert.Empty(workspace.Model.Diagnostics.Select(d => $"{d.Location.File} {d.Location.Start} {d.Message}"));
        Assert.All(workspace.Model.Clauses, c => Assert.False(c.HasErrors));
    }

    [Fact]
    public void Generated_laws_are_varied()
    {
        Workspace workspace = Workspace.Empty.With(CorpusGenerator.Frameworks(4000, 1));
        Assert.Equal(3, workspace.Model.Clauses.Select(c => c.ClauseKind).Distinct().Count());
        Assert.True(workspace.Model.Frameworks.Select(f => f.Authority?.Name).Distinct().Count() > 100);
        Assert.Equal(7, workspace.Model.Clauses.Select(c => c.Syntax.Node.Sentence).OfType<ConductSentenceSyntax>().Select(s => s.Modality).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_gives_the_same_laws()
    {
        Assert.Equal(CorpusGenerator.Frameworks(100, 5), CorpusGenerator.Frameworks(100, 5));
        Assert.NotEqual(CorpusGenerator.Frameworks(100, 5), CorpusGenerator.Frameworks(100, 6));
    }
}
