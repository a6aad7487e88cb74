namespace PolicyLang.Law;

/// <summary>
/// Instruments of digital governance as policy text, one folder for each legal order, one file for each instrument. A reading aid, not
/// legal advice.
/// </summary>
public static class LawLibrary
{
    private const string Prefix = "law";

    /// <summary>All files, in the order of their paths. None is read before it is asked for its text.</summary>
    public static IReadOnlyList<LawFile> Files { get; } =
    [
        .. typeof(LawLibrary).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => new LawFile(n))
            .OrderBy(f => f.Path, StringComparer.Ordinal),
    ];

    /// <summary>The files that hold law, or what several instruments share.</summary>
    public static IEnumerable<LawFile> Instruments => Files.Where(f => !f.HasScenarios);

    /// <summary>The files that hold scenarios and checks.</summary>
    public static IEnumerable<LawFile> Scenarios => Files.Where(f => f.HasScenarios);
}
