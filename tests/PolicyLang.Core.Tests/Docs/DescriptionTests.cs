using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Docs;

/// <summary>The examples with which the language was first described compile, joined with the little that they leave out.</summary>
public sealed class DescriptionTests
{
    private const string Folder = "tests/cases/language/description";

    [Theory]
    [InlineData("attributes")]
    [InlineData("blocs")]
    public void An_example_compiles_alone(string example) => Assert.Empty(Of($"{example}.policy").Found());

    [Fact]
    public void The_first_file_finds_the_conflict_that_it_acknowledges_and_no_more()
    {
        Workspace workspace = Of("first-file.policy", "joined.policy");
        Assert.Equal("PL4001", Assert.Single(workspace.Found()).Split(' ')[0]);
        Assert.All(workspace.RunScenarios(), r => Assert.True(r.Passed));
        Assert.Null(Assert.Single(workspace.ProveChecks()).Witness);
    }

    [Fact]
    public void All_examples_compile_together() =>
        Assert.All(Of("first-file.policy", "joined.policy", "attributes.policy", "blocs.policy").Found(), f => Assert.StartsWith("PL4", f, StringComparison.Ordinal));

    private static Workspace Of(params string[] files) =>
        Workspace.Empty.With(files.Select(f => new KeyValuePair<string, string>(f, Repository.Read($"{Folder}/{f}"))));
}
