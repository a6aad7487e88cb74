using PolicyLang.Diagnostics;
using PolicyLang.Projects;
using PolicyLang.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>A <c>policy.json</c>: which files belong to a project and how they are judged.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Settings">What it decides.</param>
/// <param name="Diagnostics">What is odd about it.</param>
internal sealed record ProjectFile(string Path, ProjectSettings Settings, ImmutableArray<Diagnostic> Diagnostics)
{
    public const string FileName = "policy.json";

    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? Path;

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

    /// <summary>Reads a project file.</summary>
    /// <exception cref="InputException">It is no JSON object, or a setting has a value of the wrong kind.</exception>
    public static ProjectFile Read(string path, string shown)
    {
        ProjectReading reading = ProjectFileReader.Read(shown, PolicyFileReader.Read(path, shown));
        if (reading.Unusable is { } why)
        {
            LinePosition at = why.Location.Start;
            throw new InputException(
                new InputProblem(why.Descriptor, $"{shown}:{at.Line + 1}:{at.Character + 1}: {why.Message}", why.Help, why));
        }

        return new ProjectFile(path, reading.Settings, reading.Diagnostics);
    }
}
