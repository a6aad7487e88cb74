namespace PolicyLang.Law;

/// <summary>
/// Instruments of digital governance as policy text, one folder for each legal order, one file for each instrument. A reading aid, not
/// legal advice.
/// </summary>
public static class LawLibrary
{
    private const string Prefix = "law";
    private const string IndexName = "index";

    /// <summary>The version of the library, told wherever something of it is used.</summary>
    public const string Version = "1.0";

    /// <summary>All files, in the order of their paths. None is read before it is asked for its text.</summary>
    public static IReadOnlyList<LawFile> Files { get; } =
    [
        .. typeof(LawLibrary).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => new LawFile(n))
            .OrderBy(f => f.Path, StringComparer.Ordinal),
    ];

    /// <summary>Which file declares which framework and needs which other files, as <c>index.txt</c> says it.</summary>
    public static string ReadIndex() => LawFile.ReadResource(IndexName);

    /// <summary>The text of a file.</summary>
    /// <param name="path">Its path in the library.</param>
    /// <exception cref="InvalidOperationException">The library has no such file.</exception>
    public static string Read(string path) => Files.First(f => f.Path == path).Read();

    /// <summary>The files that hold law, or what several instruments share.</summary>
    public static IEnumerable<LawFile> Instruments => Files.Where(f => !f.HasScenarios);

    /// <summary>The files that hold scenarios and checks.</summary>
    public static IEnumerable<LawFile> Scenarios => Files.Where(f => f.HasScenarios);
}
