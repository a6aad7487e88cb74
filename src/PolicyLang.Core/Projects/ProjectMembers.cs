using PolicyLang.Text;

namespace PolicyLang.Projects;

/// <summary>
/// Which files belong to a project. This is the one rule for the command line, the language server and the source generator; whoever
/// asks it hands over paths that lead through no link out of the project's folder.
/// </summary>
/// <param name="settings">What the project file says.</param>
internal sealed class ProjectMembers(ProjectSettings settings)
{
    private static readonly ImmutableArray<string> Skipped = ["bin", "obj", "node_modules", "publish"];

    private readonly ImmutableArray<Glob> _sources = [.. settings.Sources.Select(source => new Glob(source))];
    private readonly ImmutableArray<Glob> _excluded = [.. settings.Exclude.Select(excluded => new Glob(excluded))];

    /// <summary>Those of a folder without a project file.</summary>
    public static ProjectMembers Default { get; } = new(ProjectSettings.Default);

    /// <summary>Whether a name is that of a policy file; editors and systems keep notes of their own under names with a leading
    /// dot.</summary>
    public static bool IsPolicyFile(string name) =>
        !name.StartsWith(".", StringComparison.Ordinal)
            && (name.EndsWith(".policy", StringComparison.Ordinal) || name.EndsWith(".policy.md", StringComparison.Ordinal));

    /// <summary>Whether folders of a name are looked into: build output, packages and hidden folders are not.</summary>
    public static bool Enters(string name) => !name.StartsWith(".", StringComparison.Ordinal) && !Skipped.Contains(name);

    /// <summary>Whether a file belongs to the project.</summary>
    /// <param name="path">Its path from the project's folder, with slashes.</param>
    public bool Has(string path)
    {
        string[] names = path.Split('/');
        return IsPolicyFile(names[names.Length - 1]) && names.Take(names.Length - 1).All(Enters) && !Excludes(path)
            && (_sources.IsEmpty || _sources.Any(glob => glob.Matches(path)));
    }

    /// <summary>Whether the project file excludes a file by name.</summary>
    /// <param name="path">Its path from the project's folder, with slashes.</param>
    public bool Excludes(string path) => _excluded.Any(glob => glob.Matches(path));
}
