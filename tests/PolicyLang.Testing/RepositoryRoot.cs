namespace PolicyLang.Testing;

/// <summary>Where the repository is: found from the test program upwards, because deterministic builds map source paths away.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder with the solution, absolute.</summary>
    public static string Path { get; } = Find();

    /// <summary>A path below it.</summary>
    public static string Below(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "PolicyLang.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
