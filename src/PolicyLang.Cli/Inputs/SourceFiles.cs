using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>The files that a command works on.</summary>
/// <param name="Paths">Absolute, each once, sorted by what output shows.</param>
/// <param name="Diagnostics">Findings in the project file.</param>
/// <param name="ReadsInput">Whether standard input is one of the files.</param>
/// <param name="Project">The project whose settings count; null where there is none.</param>
internal sealed record SourceFiles(
    ImmutableArray<string> Paths, ImmutableArray<Diagnostic> Diagnostics, bool ReadsInput, ProjectFile? Project)
{
    /// <summary>Finds the files that the arguments name; without arguments, those of the project or of the working folder.</summary>
    /// <remarks>One folder with a project file of its own is that project. The settings of the project that the working folder belongs to
    /// count for any other paths.</remarks>
    /// <exception cref="InputException">A path leads nowhere, or to no policy file.</exception>
    public static SourceFiles Find(IReadOnlyList<string> arguments, CommandHost host)
    {
        ProjectFile? around = ProjectFile.Find(host.WorkingFolder, host);
        if (arguments.Count == 0)
        {
            return around is null
                ? new SourceFiles(Sorted(PathArgument.Expand(".", host), host), [], false, null)
                : OfProject(around, host);
        }

        if (arguments.Count == 1 && ProjectFile.FindIn(host.FullPath(arguments[0]), host) is { } project)
        {
            return OfProject(project, host);
        }

        var problems = ImmutableArray.CreateBuilder<InputProblem>();
        var paths = new List<string>();
        foreach (string argument in arguments.Where(argument => argument != "-"))
        {
            try
            {
                paths.AddRange(PathArgument.Expand(argument, host));
            }
            catch (InputException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        return problems.Count > 0
            ? throw new InputException(problems.ToImmutable())
            : new SourceFiles(Sorted(paths, host), around?.Diagnostics ?? [], arguments.Contains("-"), around);
    }

    /// <summary>The files of a project, for example to open it in an editor.</summary>
    public static SourceFiles OfProject(ProjectFile project, CommandHost host)
    {
        ImmutableArray<Glob> globs = [.. project.Settings.Sources.Select(source => new Glob(source))];
        var files = FolderWalk.PolicyFiles(project.Folder, host)
            .Where(file => globs.Length == 0
                || globs.Any(glob => glob.Matches(Path.GetRelativePath(project.Folder, file).Replace('\\', '/'))))
            .ToList();
        return files.Count > 0
            ? new SourceFiles(Sorted(files, host), project.Diagnostics, false, project)
            : throw new InputException(new InputProblem(
                ProjectDiagnostics.NoPolicyFiles,
                $"The project '{host.Show(project.Path)}' has no policy files.",
                globs.Length == 0
                    ? "Add a file that ends with .policy or .policy.md below its folder."
                    : $"Its sources are {string.Join(", ", project.Settings.Sources)}; they are relative to its folder, and ** stands for "
                        + "any folders."));
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> paths, CommandHost host) =>
        [.. paths.Distinct().OrderBy(host.Show, StringComparer.Ordinal)];
}
