using System.Text.Json;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Inputs;

/// <summary>A <c>policy.json</c>: which files belong to a project and how they are judged.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Sources">Globs relative to its folder; empty for every policy file below it.</param>
/// <param name="Settings">How they are judged.</param>
/// <param name="Output">What commands use where their options say nothing.</param>
/// <param name="Diagnostics">What is odd about it.</param>
internal sealed record ProjectFile(string Path, ImmutableArray<string> Sources, WorkspaceSettings Settings, OutputSettings Output, ImmutableArray<Diagnostic> Diagnostics)
{
    public const string FileName = "policy.json";

    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? Path;

    /// <summary>The project that a folder belongs to: the first <c>policy.json</c> in it or above it.</summary>
    public static ProjectFile? Find(string folder, CommandHost host)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (In(at.FullName, host) is { } project)
            {
                return project;
            }
        }

        return null;
    }

    /// <summary>The project file of a folder itself; null where it has none.</summary>
    public static ProjectFile? In(string folder, CommandHost host)
    {
        string path = System.IO.Path.Combine(folder, FileName);
        return File.Exists(path) ? Read(path, host.Show(path)) : null;
    }

    /// <summary>Reads a project file.</summary>
    /// <exception cref="InputException">It is no JSON object, or a setting has a value of the wrong kind.</exception>
    public static ProjectFile Read(string path, string shown)
    {
        string text = PolicyFileReader.Read(path, shown);
        try
        {
            return Parse(path, shown, text);
        }
        catch (JsonException exception)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.BadProjectFile,
                $"{shown}:{JsonPlace.Of(exception)}: {JsonPlace.Reason(exception)}.",
                "A project file is a JSON object such as { \"name\": \"Transfers\", \"sources\": [\"laws/**/*.policy\"] }."));
        }
    }

    private static ProjectFile Parse(string path, string shown, string text)
    {
        var parser = new ProjectFileParser(shown, text);
        parser.Parse();
        return new ProjectFile(path, parser.Sources, parser.Settings, parser.Output, parser.Diagnostics);
    }
}
