using PolicyLang.LanguageService;
using PolicyLang.Law;
using PolicyLang.Library;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Inputs;

/// <summary>The law library that a command works with: the one that comes with policyc, or one in a folder of the same form.</summary>
internal sealed class LawAtHand
{
    /// <summary>The word that <c>--law</c> alone stands for.</summary>
    public const string BuiltInName = "built-in";

    private const string Prefix = "law/";
    private const string VersionFile = "version";
    private const string NoVersion = "unversioned";

    private readonly Lazy<ImmutableArray<Entry>> _files;
    private readonly bool _isNamed;
    private readonly string? _folder;

    private LawAtHand(LawCatalog catalog, Func<ImmutableArray<Entry>> files, bool isNamed, string? folder)
    {
        Catalog = catalog;
        _files = new(files);
        _isNamed = isNamed;
        _folder = folder;
    }

    /// <summary>Its catalog.</summary>
    public LawCatalog Catalog { get; }

    /// <summary>Whether it is the one that comes with policyc.</summary>
    public bool IsBuiltIn => _folder is null;

    /// <summary>All its files, scenarios too, each at its path in the library.</summary>
    public IEnumerable<KeyValuePair<string, string>> Files => _files.Value.Select(f => KeyValuePair.Create(f.Path, f.Text()));

    /// <summary>The same, each at the path that output shows.</summary>
    public IEnumerable<KeyValuePair<string, string>> Shown => _files.Value.Select(f => KeyValuePair.Create(f.Shown, f.Text()));

    /// <summary>The absolute path of a file of the library; null in the one that comes with policyc, which has no files on disk.</summary>
    /// <param name="path">Its path in the library.</param>
    public string? OnDisk(string path) => _folder is null ? null : Path.Combine(_folder, path[Prefix.Length..]);

    /// <summary>A workspace with the library at hand and no file yet, as the host can work on it.</summary>
    public Workspace Start(CommandHost host) => Workspace.Empty.WithWorkers(host.Workers).With(Catalog);

    /// <summary>Whether the library itself is what the command works on: it is named, and no path is.</summary>
    /// <exception cref="InputException">The built-in one is named, and paths are, too.</exception>
    public bool IsInput(IReadOnlyList<string> paths) => !_isNamed || (paths.Count > 0 && !IsBuiltIn) ? false
        : paths.Count == 0 ? true
        : throw new InputException(new InputProblem(ProjectDiagnostics.BadFact,
            $"'--law' alone is the library itself, and takes no path; '{paths[0]}' is one.",
            "Leave '--law' out: files may use the library anyway. The library in a folder is --law DIR."));

    /// <summary>The library of the option <c>--law</c>; the one that comes with policyc where nothing is said.</summary>
    /// <exception cref="InputException">The folder is no library.</exception>
    public static LawAtHand Of(string? option, CommandHost host) => option is null or BuiltInName
        ? new LawAtHand(BuiltInLaw.Catalog,
            () => [.. LawLibrary.Files.Select(f => new Entry(f.Path, f.Path, f.Read))], option is not null, folder: null)
        : Folder(option, host);

    private static LawAtHand Folder(string argument, CommandHost host)
    {
        string folder = host.FullPath(argument);
        if (!Directory.Exists(folder))
        {
            throw PathArgument.Missing(argument, folder, host);
        }

        List<InputProblem> problems = [];
        ImmutableArray<Entry> files =
        [
            .. new FolderWalk(host, problems).PolicyFiles(folder).Select(found => new Entry(
                Prefix + Path.GetRelativePath(folder, found.Path).Replace('\\', '/'), host.Show(found.Path),
                () => PolicyFileReader.Read(found.Path, host.Show(found.Path)))).OrderBy(f => f.Path, StringComparer.Ordinal),
        ];
        if (problems.Count > 0 || files.IsEmpty)
        {
            throw new InputException(files.IsEmpty && problems.Count == 0
                ? [new InputProblem(ProjectDiagnostics.NoPolicyFiles, $"The folder '{argument}' is no law library: it has no policy files.",
                    "A library has a folder for each legal order, and in it NAME.policy for each instrument.")]
                : [.. problems]);
        }

        string version = Path.Combine(folder, VersionFile);
        var texts = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        var catalog = new LawCatalog(
            File.Exists(version) ? PolicyFileReader.Read(version, host.Show(version)).Trim() : NoVersion,
            () => LawIndex.Make(files.Where(f => !LawListing.HasScenarios(f.Path)).Select(f => KeyValuePair.Create(f.Path, f.Text()))),
            path => texts[path].Text());
        return new LawAtHand(catalog, () => files, isNamed: true, folder);
    }

    private sealed record Entry(string Path, string Shown, Func<string> Text);
}
