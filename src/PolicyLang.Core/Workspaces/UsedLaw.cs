using PolicyLang.Diagnostics;
using PolicyLang.Library;
using PolicyLang.Semantics.Binding;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Workspaces;

/// <summary>What a workspace takes from the law library. Nothing of the library is read where nothing is used.</summary>
internal sealed class UsedLaw
{
    private const int MonthsUntilOld = 12;

    private readonly WorkspaceSettings _settings;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<UsedName>> _users;

    /// <param name="catalog">The library; null where none is at hand.</param>
    /// <param name="files">The user's files.</param>
    /// <param name="settings">What the project uses.</param>
    internal UsedLaw(LawCatalog? catalog, ImmutableArray<SyntaxTree> files, WorkspaceSettings settings)
    {
        Catalog = catalog;
        _settings = settings;
        Names = [.. files.SelectMany(NamesIn), .. settings.Uses];
        if (catalog is null || Names.IsEmpty)
        {
            _users = ImmutableSortedDictionary<string, ImmutableArray<UsedName>>.Empty;
            Trees = [];
            return;
        }

        // A user's file at the same place replaces the library's.
        var own = new HashSet<string>(files.Select(f => f.File), StringComparer.Ordinal);
        _users = Names
            .SelectMany(name => catalog.FileOf(name.Name) is { } file ? catalog.WithNeeds(file) : [], (name, path) => (name, path))
            .Where(u => !own.Contains(u.path)).GroupBy(u => u.path, u => u.name, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        Trees = [.. _users.Keys.Select(catalog.Tree)];
    }

    /// <summary>The library; null where none is at hand.</summary>
    public LawCatalog? Catalog { get; }

    /// <summary>The frameworks that are used, where each is said.</summary>
    public ImmutableArray<UsedName> Names { get; }

    /// <summary>The names that the library has, each once.</summary>
    public IEnumerable<string> NamesOfLibrary => Names.Select(n => n.Name).Where(n => Catalog?.FileOf(n) is not null).Distinct();

    /// <summary>The files of the library that they need, in the order of their paths.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>Whether a file is one of the library.</summary>
    public bool Holds(string file) => _users.ContainsKey(file);

    /// <summary>The tree of a file of the library; null where it is not used.</summary>
    public SyntaxTree? Tree(string file) => Holds(file) ? Trees.First(t => t.File == file) : null;

    /// <summary>Whether a file of the library was read after the day as of which all who use it know it.</summary>
    internal bool IsNewer(string file) => _users.TryGetValue(file, out ImmutableArray<UsedName> users)
        && Catalog?.FileAt(file)?.ReadAsOf is { } read && users.All(u => u.AsOf < read);

    /// <summary>Where the user's files ask for the law of a library file.</summary>
    internal Location PlaceOf(string file) =>
        (_users[file].FirstOrDefault(u => Catalog?.FileOf(u.Name)?.Path == file) ?? _users[file][0]).Location;

    /// <summary>What is to be said of what the project uses, and of the days on which the instruments that are used were read.</summary>
    internal IEnumerable<Diagnostic> Findings()
    {
        if (_settings.LawVersion is { } stated && Catalog is not null && stated.Version != Catalog.Version)
        {
            yield return ProjectFileDiagnostics.OtherLaw.Create(stated.Location,
                $"The project was written with version {stated.Version} of the law library; version {Catalog.Version} is at hand.",
                $"Look at what has changed, then write \"law\": \"{Catalog.Version}\"; or install the policyc of before.");
        }

        foreach (UsedName used in _settings.Uses)
        {
            if (UsesBinder.Check(used.Name, used.Location, Catalog, isDeclared: false) is { } wrong)
            {
                yield return wrong;
            }
        }

        foreach (UsedName used in Names)
        {
            if (Catalog?.FileOf(used.Name)?.ReadAsOf is not { } read)
            {
                continue;
            }

            if (used.AsOf < read)
            {
                yield return LibraryDiagnostics.Newer.Create(used.Location,
                    $"The library at hand read '{used.Name}' as of {read}, after {used.AsOf}; "
                        + "what it finds of this law is a warning at most.",
                    $"Look at what it finds now, then write 'as of {read}'.");
            }

            if (_settings.AsOf is { } day && CalendarClock.AddMonths(read, MonthsUntilOld) < day)
            {
                yield return LibraryDiagnostics.Old.Create(used.Location,
                    $"'{used.Name}' was read as of {read}, more than twelve months before {day}; the law may have changed since.",
                    "Look at its source: 'policyc law --check-sources' lists the address.");
            }
        }
    }

    private static IEnumerable<UsedName> NamesIn(SyntaxTree tree)
    {
        foreach (PositionedNode<DeclarationSyntax> declaration in tree.Declarations)
        {
            if (declaration.Node is UsesSyntax uses)
            {
                foreach (ReferenceSyntax name in uses.Names.Where(n => !n.IsMissing))
                {
                    yield return new UsedName(name.Text, tree.Locate(declaration.Offset, name.Span), uses.IsBroken ? null : uses.AsOf?.Day);
                }
            }
        }
    }
}
