using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>The examples as workspaces.</summary>
internal static class Examples
{
    /// <summary>The folders of the examples that hold policies.</summary>
    public static TheoryData<string> Folders =>
        [.. RepositoryFiles.Files("tests/cases/first-examples", "*.policy").Select(f => f[..f.LastIndexOf('/')]).Distinct()];

    public static Workspace Read(string folder) => Workspace.Empty.With(
        RepositoryFiles.Files(folder, "*.policy").Select(f => new KeyValuePair<string, string>(f[(folder.Length + 1)..], RepositoryFiles.Read(f))));
}
