using PolicyLang.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>The folder that the files of a report for scanners are relative to.</summary>
internal static class SourceRoot
{
    private const string GitFolder = ".git";

    /// <summary>
    /// The repository around the working folder where something in it is checked, or else around what is checked. Where there is none,
    /// the working folder, or, where something outside of it is checked, the folder that holds all of that.
    /// </summary>
    /// <param name="paths">What was asked for, as the user wrote it; the project, or else the working folder, where it is nothing.</param>
    /// <param name="project">The folder of the project file; null without one.</param>
    /// <param name="host">Where paths start.</param>
    /// <returns>Absolute.</returns>
    public static string Of(IReadOnlyList<string> paths, string? project, CommandHost host)
    {
        string[] folders = paths.Count == 0 ? [project ?? host.WorkingFolder] : [.. paths.Select(path => FolderOf(path, host))];
        string working = Path.TrimEndingDirectorySeparator(host.WorkingFolder);
        string? around = Repository(working);
        if (around is not null && folders.Any(folder => RealPath.IsWithin(folder, around)))
        {
            return around;
        }

        string start = folders.All(folder => RealPath.IsWithin(folder, working)) ? working : Common(folders) ?? working;
        return Repository(start) ?? start;
    }

    private static string FolderOf(string path, CommandHost host)
    {
        string full = host.FullPath(path);
        return Directory.Exists(full) ? full
            : File.Exists(full) ? Path.GetDirectoryName(full) ?? full
            : Glob.IsPattern(path) ? host.FullPath(Glob.Root(path))
            : host.WorkingFolder;
    }

    // On Windows two drives have nothing in common.
    private static string? Common(string[] folders)
    {
        string? common = folders[0];
        while (common is not null && !folders.All(folder => RealPath.IsWithin(folder, common)))
        {
            common = Path.GetDirectoryName(common);
        }

        return common;
    }

    // In a worktree and in a submodule it is a file.
    private static string? Repository(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Combine(at, GitFolder) is var git && (Directory.Exists(git) || File.Exists(git)))
            {
                return at;
            }
        }

        return null;
    }
}
