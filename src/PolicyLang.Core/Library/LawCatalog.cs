using System.Collections.Concurrent;
using PolicyLang.Parsing;
using PolicyLang.Syntax;

namespace PolicyLang.Library;

/// <summary>
/// A library of law that files may use: its index is read when a name is first looked up, and a text when a file needs it. Thread-safe.
/// </summary>
internal sealed class LawCatalog
{
    private readonly Lazy<ImmutableSortedDictionary<string, CatalogedFile>> _files;
    private readonly Lazy<Dictionary<string, CatalogedFile>> _byFramework;
    private readonly Func<string, string> _read;
    private readonly ConcurrentDictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);

    /// <param name="version">The version of the library.</param>
    /// <param name="index">Its index, as <see cref="LawIndex"/> writes it.</param>
    /// <param name="read">The text of a file, by its path.</param>
    public LawCatalog(string version, Func<string> index, Func<string, string> read)
    {
        Version = version;
        _read = read;
        _files = new(() => LawIndex.Read(index()).ToImmutableSortedDictionary(f => f.Path, f => f, StringComparer.Ordinal));
        _byFramework = new(() => Files.SelectMany(f => f.Frameworks, (f, framework) => (framework.Name, File: f))
            .GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().File, StringComparer.Ordinal));
    }

    /// <summary>The version of the library.</summary>
    public string Version { get; }

    /// <summary>Its files that hold law, or what several instruments share, in the order of their paths.</summary>
    public IEnumerable<CatalogedFile> Files => _files.Value.Values;

    /// <summary>The names of its frameworks.</summary>
    public IEnumerable<string> Names => _byFramework.Value.Keys;

    /// <summary>The file of a framework; null where the library has none of that name.</summary>
    public CatalogedFile? FileOf(string framework) => _byFramework.Value.TryGetValue(framework, out CatalogedFile? file) ? file : null;

    /// <summary>The file at a path; null where there is none.</summary>
    public CatalogedFile? FileAt(string path) => _files.Value.TryGetValue(path, out CatalogedFile? file) ? file : null;

    /// <summary>A file and all that its text needs, to any depth.</summary>
    public ImmutableSortedSet<string> WithNeeds(CatalogedFile file)
    {
        var needed = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var pending = new Stack<CatalogedFile>([file]);
        while (pending.Count > 0)
        {
            CatalogedFile next = pending.Pop();
            if (needed.Add(next.Path))
            {
                foreach (CatalogedFile other in next.Needs.Select(FileAt).OfType<CatalogedFile>())
                {
                    pending.Push(other);
                }
            }
        }

        return needed.ToImmutable();
    }

    /// <summary>The tree of a file; read and parsed once.</summary>
    public SyntaxTree Tree(string path) => _trees.GetOrAdd(path, p => PolicyParser.Parse(p, _read(p)));
}
