using PolicyLang.LanguageServer;
using PolicyLang.Library;

namespace PolicyLang.WebServer;

/// <summary>A law library whose index is known, and whose texts are fetched one by one as they are used.</summary>
internal sealed class FetchedLaw
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The library; without an index it has nothing.</summary>
    public LawCatalog Catalog { get; private set; } = new("0", static () => string.Empty, static _ => string.Empty);

    /// <summary>Takes the index.</summary>
    public void Open(string version, string index) => Catalog = new LawCatalog(version, () => index, Read);

    /// <summary>Takes a text that was fetched.</summary>
    public void Put(string path, string text) => _texts[path] = text;

    private string Read(string path) => _texts.TryGetValue(path, out string? text)
        ? text
        : throw new UnavailableException(
            $"'{path}' of the law library could not be fetched.\nhelp: Look whether you are online; the next change tries again.");
}
