using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Inputs;

/// <summary>The files that a command works on.</summary>
/// <param name="Files">Each once, whatever links lead to it, sorted by what output shows.</param>
/// <param name="Problems">What could not be listed, and why the project file cannot be used.</param>
/// <param name="ReadsInput">Whether standard input is one of the files.</param>
/// <param name="Project">The project whose settings count; null where there is none.</param>
internal sealed record SourceFiles(
    ImmutableArray<FoundFile> Files, ImmutableArray<InputProblem> Problems, bool ReadsInput, ProjectFile? Project)
{
    /// <summary>Findings in the project file.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Project?.Diagnostics ?? [];

    /// <summary>Finds the files that the arguments name; without arguments, those of the project or of the working folder.</summary>
    /// <remarks>One folder with a project file of its own is that project. The settings of the project that the working folder belongs to
    /// count for any other paths.</remarks>
    /// <exception cref="InputException">A path leads nowhere, or to no policy file.</exception>
    public static SourceFiles Find(IReadOnlyList<string> arguments, CommandHost host)
    {
        ProjectFile? around = ProjectFile.Find(host.WorkingFolder, host);
        if (arguments.Count == 0 && around is not null)
        {
            return OfProject(around, host);
        }

        if (arguments.Count == 1 && ProjectFile.FindIn(host.FullPath(arguments[0]), host) is { } project)
        {
            return OfProject(project, host);
        }

        var unusable = new List<InputProblem>();
        var problems = around?.Problem is { } why ? new List<InputProblem> { why } : [];
        var paths = new PathArgument(host, around, problems);
        var files = new List<FoundFile>();
        foreach (string argument in arguments.Count == 0 ? ["."] : arguments.Where(argument => argument != "-"))
        {
            try
            {
                files.AddRange(paths.Expand(argument));
            }
            catch (InputException exception)
            {
                unusable.AddRange(exception.Problems);
            }
        }

        return unusable.Count > 0
            ? throw new InputException([.. unusable, .. problems])
            : new SourceFiles(Sorted(files, host), [.. problems], arguments.Contains("-"), around);
    }

    /// <summary>The files of a project, for example to open it in an editor.</summary>
    /// <exception cref="InputException">It has none.</exception>
    public static SourceFiles OfProject(ProjectFile project, CommandHost host)
    {
        var problems = project.Problem is { } why ? new List<InputProblem> { why } : [];
        var files = new FolderWalk(host, problems).PolicyFiles(project.Folder)
            .Where(file => project.Members.Has(project.PathOf(file.Path))).ToList();
        if (files.Count > 0)
        {
            return new SourceFiles(Sorted(files, host), [.. problems], false, project);
        }

        throw new InputException(problems.Count > 0 ? [.. problems] : [None(project, host)]);
    }

    private static InputProblem None(ProjectFile project, CommandHost host) => new(
        ProjectDiagnostics.NoPolicyFiles,
        $"The project '{host.Show(project.Path)}' has no policy files.",
        project.Settings.Sources.IsEmpty
            ? "Add a file that ends with .policy or .policy.md below its folder."
            : $"Its sources are {string.Join(", ", project.Settings.Sources)}; they are relative to its folder, and ** stands for "
                + "any folders.");

    private static ImmutableArray<FoundFile> Sorted(IEnumerable<FoundFile> files, CommandHost host) =>
        [.. files.OrderBy(file => host.Show(file.Path), StringComparer.Ordinal).DistinctBy(file => file.Real)];
}
