namespace PolicyLang.Cli.Inputs;

/// <summary>Lists the policy files below a folder, without build output, packages and dot folders.</summary>
internal static class FolderWalk
{
    public static bool IsPolicyFile(string path) =>
        path.EndsWith(".policy", StringComparison.Ordinal) || path.EndsWith(".policy.md", StringComparison.Ordinal);

    /// <summary>The policy files below <paramref name="folder"/>, as absolute paths. Links to folders are not followed: they may lead in
    /// circles.</summary>
    /// <exception cref="InputException">A folder cannot be listed.</exception>
    public static IEnumerable<string> PolicyFiles(string folder, CommandHost host)
    {
        var open = new Stack<string>([folder]);
        while (open.TryPop(out string? current))
        {
            foreach (FileSystemInfo entry in List(current, host))
            {
                if (entry is DirectoryInfo)
                {
                    if (!IsSkipped(entry))
                    {
                        open.Push(entry.FullName);
                    }
                }
                else if (IsPolicyFile(entry.Name))
                {
                    yield return entry.FullName;
                }
            }
        }
    }

    private static FileSystemInfo[] List(string folder, CommandHost host)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.Unreadable,
                $"The folder '{host.Show(folder)}' cannot be listed: {PolicyFileReader.Reason(exception)}.",
                "Give the user that runs policyc the right to read it, or name the files to check."));
        }
    }

    private static bool IsSkipped(FileSystemInfo folder) =>
        folder.Name is "bin" or "obj" or "node_modules"
        || folder.Name.StartsWith('.')
        || folder.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
