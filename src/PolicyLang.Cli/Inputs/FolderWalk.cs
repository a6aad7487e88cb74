using PolicyLang.Projects;

namespace PolicyLang.Cli.Inputs;

/// <summary>Lists the policy files below a folder, without build output, packages and hidden files.</summary>
/// <param name="host">How paths are shown.</param>
/// <param name="problems">Takes what cannot be listed, so that it hides nothing else.</param>
internal sealed class FolderWalk(CommandHost host, ICollection<InputProblem> problems)
{
    /// <summary>The policy files below <paramref name="folder"/>. Links to folders are not followed: they may lead in circles. A link to a
    /// file counts where that file is below the folder too.</summary>
    public IEnumerable<FoundFile> PolicyFiles(string folder)
    {
        string root = RealPath.Of(folder);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out string? current))
        {
            foreach (FileSystemInfo entry in List(current))
            {
                bool isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
                if (entry is DirectoryInfo)
                {
                    if (!isLink && ProjectMembers.Enters(entry.Name))
                    {
                        open.Push(entry.FullName);
                    }
                }
                else if (ProjectMembers.IsPolicyFile(entry.Name))
                {
                    string real = isLink
                        ? RealPath.Of(entry.FullName)
                        : Path.Combine(root, Path.GetRelativePath(folder, entry.FullName));
                    if (!isLink || IsInside(entry.FullName, real, root))
                    {
                        yield return new FoundFile(entry.FullName, real);
                    }
                }
            }
        }
    }

    private bool IsInside(string path, string real, string root)
    {
        bool inside = RealPath.IsWithin(real, root);
        if (!inside)
        {
            string shown = host.Show(path);
            problems.Add(new InputProblem(
                ProjectDiagnostics.Unreadable,
                $"'{shown}' is a link out of the folder, and is not read.",
                "Put the file itself there, or remove the link.") { File = shown });
        }

        return inside;
    }

    private FileSystemInfo[] List(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            problems.Add(new InputProblem(
                ProjectDiagnostics.Unreadable,
                $"The folder '{host.Show(folder)}' cannot be listed: {PolicyFileReader.Reason(exception)}.",
                "Give the user that runs policyc the right to read it, or name the files to check.") { File = host.Show(folder) });
            return [];
        }
    }
}
