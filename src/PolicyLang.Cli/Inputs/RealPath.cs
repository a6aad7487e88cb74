namespace PolicyLang.Cli.Inputs;

/// <summary>The one path of a file that can be reached by several: every link on the way is followed.</summary>
internal static class RealPath
{
    // As many as Linux follows before it takes them for a circle.
    private const int MostLinks = 40;

    /// <summary>The real path of an absolute one; what does not exist is kept as it is.</summary>
    public static string Of(string path)
    {
        string at = Path.GetPathRoot(path) ?? string.Empty;
        var pending = new Stack<string>();
        Push(pending, path[at.Length..]);
        int links = 0;
        while (pending.TryPop(out string? name))
        {
            if (name == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
                continue;
            }

            string next = Path.Combine(at, name);
            if (links == MostLinks || Target(next) is not { } target)
            {
                at = next;
                continue;
            }

            links++;
            string root = Path.GetPathRoot(target) ?? string.Empty;
            at = root.Length > 0 ? root : at;
            Push(pending, target[root.Length..]);
        }

        return at;
    }

    /// <summary>Whether a real path is that of a folder or of something below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal);

    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }

    private static void Push(Stack<string> pending, string path)
    {
        foreach (string name in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar],
            StringSplitOptions.RemoveEmptyEntries).Reverse().Where(name => name != "."))
        {
            pending.Push(name);
        }
    }
}
