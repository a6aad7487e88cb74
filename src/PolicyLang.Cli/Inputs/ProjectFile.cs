using PolicyLang.Diagnostics;
using PolicyLang.Projects;

namespace PolicyLang.Cli.Inputs;

/// <summary>A <c>policy.json</c>: which files belong to a project and how they are judged.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Settings">What it decides.</param>
/// <param name="Diagnostics">What is odd about it.</param>
internal sealed record ProjectFile(string Path, ProjectSettings Settings, ImmutableArray<Diagnostic> Diagnostics)
{
    public const string FileName = "policy.json";

    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? Path;

    /// <summary>The path of a file from the project's folder, with slashes.</summary>
    public string PathOf(string file) => System.IO.Path.GetRelativePath(Folder, file).Replace('\\', '/');

    /// <summary>The project that a folder belongs to: the first <c>policy.json</c> in it or above it.</summary>
    public static ProjectFile? Find(string folder, CommandHost host)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (FindIn(at.FullName, host) is { } project)
            {
                return project;
            }
        }

        return null;
    }

    /// <summary>The project file of a folder itself; null where it has none.</summary>
    public static ProjectFile? FindIn(string folder, CommandHost host)
    {
        string path = System.IO.Path.Combine(folder, FileName);
        return File.Exists(path) ? Read(path, host.Show(path)) : null;
    }

    /// <summary>Why the file cannot be used, so that it decides nothing; null where it can.</summary>
    public InputProblem? Problem { get; private init; }

    /// <summary>Which files belong to the project.</summary>
    public ProjectMembers Members { get; } = new(Settings);

    /// <summary>Reads a project file; one that cannot be used decides nothing, and tells why.</summary>
    public static ProjectFile Read(string path, string shown)
    {
        try
        {
            ProjectReading reading = ProjectFileReader.Read(shown, PolicyFileReader.Read(path, shown));
            return reading.Unusable is { } why
                ? Unusable(path, new InputProblem(why.Descriptor, $"{Display.Place(why.Location)}: {why.Message}", why.Help, why))
                : new ProjectFile(path, reading.Settings, reading.Diagnostics);
        }
        catch (InputException exception)
        {
            return Unusable(path, exception.Problems[0]);
        }
    }

    private static ProjectFile Unusable(string path, InputProblem problem) =>
        new(path, ProjectSettings.Default, []) { Problem = problem };
}
