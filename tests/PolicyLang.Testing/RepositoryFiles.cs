namespace PolicyLang.Testing;

/// <summary>The project's own files, found from where the tests run.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder with the solution. Compiled-in source paths will not do: a deterministic build maps them away.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The absolute path of a file or folder named relative to the root.</summary>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    /// <summary>The files of a folder that match a pattern, sorted, relative to the root with forward slashes; output of builds and packages of npm are left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/bin/") && !f.Contains("/obj/") && !f.Contains("/node_modules/") && !f.Contains("/dist/"))
            .Order(StringComparer.Ordinal);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    private static string Find(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "PolicyLang.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{folder}' holds PolicyLang.sln.");
    }
}
