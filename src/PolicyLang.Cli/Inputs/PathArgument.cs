using PolicyLang.Diagnostics;
using PolicyLang.Projects;
using PolicyLang.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>A path on the command line: a file, a folder or a glob.</summary>
/// <param name="host">Where paths start.</param>
/// <param name="project">The project around; what it excludes is not found below a folder.</param>
/// <param name="problems">Takes what cannot be listed.</param>
internal sealed class PathArgument(CommandHost host, ProjectFile? project, ICollection<InputProblem> problems)
{
    private readonly FolderWalk _walk = new(host, problems);

    /// <summary>The policy files that a path names; at least one.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public IReadOnlyList<FoundFile> Expand(string argument)
    {
        string full = host.FullPath(argument);
        if (File.Exists(full))
        {
            return ProjectMembers.IsPolicyFile(Path.GetFileName(full).TrimStart('.'))
                ? [new FoundFile(full, RealPath.Of(full))]
                : throw Problem(ProjectDiagnostics.NotAPolicyFile, OtherKind(argument),
                    "A policy file ends with .policy, or with .policy.md when it is Markdown with policy blocks.");
        }

        if (Directory.Exists(full))
        {
            FoundFile[] files = [.. Below(full)];
            return files.Length > 0 || problems.Count > 0 ? files : throw NoneIn(argument, full);
        }

        return Glob.IsPattern(argument) ? Matching(argument) : throw Missing(argument, full, host);
    }

    private FoundFile[] Matching(string pattern)
    {
        string root = host.FullPath(Glob.Root(pattern));
        if (!Directory.Exists(root))
        {
            throw Missing(Glob.Root(pattern), root, host);
        }

        var glob = new Glob(host.FullPath(pattern));
        FoundFile[] files = [.. Below(root).Where(file => glob.Matches(file.Path.Replace('\\', '/')))];
        return files.Length > 0
            ? files
            : throw Problem(ProjectDiagnostics.NoPolicyFiles, $"No policy file matches '{pattern}'.",
                "* stands for part of a name, ** for any folders; put the pattern in quotes.");
    }

    private IEnumerable<FoundFile> Below(string folder) => _walk.PolicyFiles(folder)
        .Where(file => project is null || !project.Members.Excludes(project.PathOf(file.Path)));

    private static InputException NoneIn(string argument, string folder)
    {
        int others = Directory.EnumerateFileSystemEntries(folder).Take(1000).Count();
        return Problem(
            ProjectDiagnostics.NoPolicyFiles,
            others == 0 ? $"The folder '{argument}' is empty." : $"The folder '{argument}' has no policy files.",
            "A policy file ends with .policy or .policy.md; folders named bin, obj, node_modules or publish "
                + "and names with a leading dot are skipped.");
    }

    /// <summary>Tells that a path leads nowhere, and which name is near.</summary>
    public static InputException Missing(string argument, string full, CommandHost host)
    {
        string folder = full;
        string missing = full;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            missing = folder;
            folder = parent;
        }

        string? near = NearestName.Find(Path.GetFileName(missing), Names(folder));
        return Problem(
            ProjectDiagnostics.PathNotFound,
            $"There is no file or folder '{argument}'.",
            near is null ? null : $"Did you mean '{host.Show(Path.Combine(folder, near))}'?");
    }

    private static string[] Names(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry))];
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return [];
        }
    }

    private static string OtherKind(string argument) => $"'{argument}' is not a policy file.";

    private static InputException Problem(DiagnosticDescriptor descriptor, string message, string? help) =>
        new(new InputProblem(descriptor, message, help));
}
