using PolicyLang.Diagnostics;
using PolicyLang.Projects;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Inputs;

/// <summary>The files of a command, read and analysed.</summary>
/// <param name="Workspace">What is known about them.</param>
/// <param name="ProjectDiagnostics">Findings in the project file.</param>
/// <param name="Output">What the project wants of the output.</param>
/// <param name="ProjectFolder">The folder of the project file; null without one.</param>
internal sealed record LoadedWorkspace(Workspace Workspace, ImmutableArray<Diagnostic> ProjectDiagnostics, ProjectOutput Output, string? ProjectFolder)
{
    /// <summary>The name of standard input among the files.</summary>
    public const string InputName = "<stdin>";

    /// <summary>Every finding, sorted.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => ProjectDiagnostics.Length == 0
        ? Workspace.Diagnostics
        : [.. Workspace.Diagnostics.Concat(ProjectDiagnostics).Order(Comparer<Diagnostic>.Create(Diagnostic.Compare))];

    /// <summary>Reads the files that the arguments name.</summary>
    /// <param name="arguments">The paths.</param>
    /// <param name="host">Where they are.</param>
    /// <param name="asOf">The day on which acknowledgements are judged; null to leave their last days out of account.</param>
    /// <exception cref="InputException">A file is missing or cannot be read.</exception>
    public static LoadedWorkspace Read(IReadOnlyList<string> arguments, CommandHost host, CalendarDay? asOf = null)
    {
        SourceFiles files = SourceFiles.Find(arguments, host);
        var texts = new List<KeyValuePair<string, string>>();
        var problems = ImmutableArray.CreateBuilder<InputProblem>();
        foreach (string path in files.Paths)
        {
            try
            {
                texts.Add(new(host.Show(path), PolicyFileReader.Read(path, host.Show(path))));
            }
            catch (InputException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        if (problems.Count > 0)
        {
            throw new InputException(problems.ToImmutable());
        }

        if (files.ReadsInput)
        {
            texts.Add(new(InputName, PolicyFileReader.Read(host.Input, InputName)));
        }

        WorkspaceSettings settings = files.Project?.Settings.Workspace ?? WorkspaceSettings.Default;
        return new LoadedWorkspace(Workspace.Empty.With(settings with { AsOf = asOf }).With(texts), files.Diagnostics, files.Project?.Settings.Output ?? ProjectOutput.None, files.Project?.Folder);
    }
}
