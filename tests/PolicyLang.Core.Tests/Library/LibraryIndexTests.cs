using PolicyLang.Law;
using PolicyLang.Library;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary>The index of the law library says what its texts say.</summary>
public sealed class LibraryIndexTests
{
    public static TheoryData<string> Frameworks => [.. LibraryWorkspaces.Catalog.Names];

    [Fact]
    public void The_index_is_made_from_the_texts() =>
        Baseline.Verify(RepositoryFiles.PathOf("src/PolicyLang.Law/index.txt"), LawIndex.Make(LawLibrary.Instruments.Select(f => KeyValuePair.Create(f.Path, f.Read()))));

    /// <summary>Whatever is used alone is understood: the index brings all that it speaks of, and no scenario.</summary>
    [Theory]
    [MemberData(nameof(Frameworks))]
    public void A_framework_brings_all_that_it_needs(string framework)
    {
        Workspace workspace = LibraryWorkspaces.AtHand.With("a.policy", $"uses {framework}\n");
        Assert.Empty(workspace.Diagnostics.Where(d => d.Severity == Diagnostics.DiagnosticSeverity.Error && d.Subject is null));
        Assert.Contains(workspace.Model.Frameworks, f => f.Name == framework);
        Assert.Empty(workspace.Model.Scenarios);
        Assert.Empty(workspace.Model.Checks);
    }
}
