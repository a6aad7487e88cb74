using System.Text.RegularExpressions;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>What generated code looks like, and that it looks so every time.</summary>
public sealed partial class BaselineTests
{
    private const string Folder = "tests/cases/first-examples/foreign-access";

    public static TheoryData<string> Names => [.. ModelGenerator.Generate(Examples.Read(Folder), new CodeGenSettings("ForeignAccess.Policies")).Files.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_models_of_an_example_are_these(string name)
    {
        GeneratedFile file = ModelGenerator.Generate(Examples.Read(Folder), new CodeGenSettings("ForeignAccess.Policies")).Files.Single(f => f.Name == name);
        Baseline.Verify(RepositoryFiles.PathOf($"tests/cases/models/foreign-access/{name}.txt"), Digest().Replace(file.Text, "<sha256>"));
    }

    // The vocabulary is part of the fingerprint, and changes with it would not say anything here.
    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();

    [Fact]
    public void Every_text_is_part_of_the_fingerprint()
    {
        Workspace workspace = Examples.Read(Folder);
        string before = Fingerprint(workspace);
        Assert.Matches(Digest(), before);
        Assert.Equal(before, Fingerprint(Examples.Read(Folder)));
        Assert.All(workspace.Trees, t => Assert.NotEqual(before, Fingerprint(workspace.With(t.File, t.Text.Content + "\n// a remark\n"))));
        Assert.All(workspace.Trees, t => Assert.Equal(before, Fingerprint(workspace.With(t.File, t.Text.Content.ReplaceLineEndings("\r\n")))));
        Assert.NotEqual(before, Fingerprint(workspace.With(workspace.Settings with { Principles = [Semantics.Principle.Explicit] })));
    }

    private static string Fingerprint(Workspace workspace) =>
        Digest().Match(ModelGenerator.Generate(workspace, CodeGenSettings.Default).Files.Single(f => f.Name == "PolicyManifest.cs").Text).Value;

    [Fact]
    public void The_same_workspace_gives_the_same_bytes()
    {
        foreach (string folder in Examples.Folders.Select(f => f.Data))
        {
            Assert.Equal(ModelGenerator.Generate(Examples.Read(folder), CodeGenSettings.Default).Files, ModelGenerator.Generate(Examples.Read(folder), CodeGenSettings.Default).Files);
        }
    }

    [Fact]
    public void A_preview_is_what_would_be_written()
    {
        Workspace workspace = Examples.Read(Folder);
        GeneratedFile preview = Assert.Single(ModelGenerator.Preview(workspace, "cloud-act.policy", CodeGenSettings.Default).Files);
        Assert.Contains(preview, ModelGenerator.Generate(workspace, CodeGenSettings.Default).Files);
        Assert.Empty(ModelGenerator.Preview(workspace, "scenarios.policy", CodeGenSettings.Default).Files);
    }

    [Fact]
    public void The_order_in_which_files_are_read_changes_nothing()
    {
        Workspace workspace = Examples.Read(Folder);
        Workspace reversed = Workspace.Empty;
        foreach (var tree in workspace.Trees.Reverse())
        {
            reversed = reversed.With(tree.File, tree.Text.Content);
        }

        Assert.Equal(ModelGenerator.Generate(workspace, CodeGenSettings.Default).Files, ModelGenerator.Generate(reversed, CodeGenSettings.Default).Files);
    }
}
