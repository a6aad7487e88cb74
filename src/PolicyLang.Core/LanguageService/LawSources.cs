using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>An address that the files of a library link, and where.</summary>
/// <param name="Address">The address.</param>
/// <param name="Places">Where it stands, at least once.</param>
internal sealed record LawSource(string Address, ImmutableArray<Location> Places);

/// <summary>Finds the addresses of official texts in a library, in properties and comments, so that somebody can look at each.</summary>
internal static class LawSources
{
    private const string Opening = "<http";

    /// <summary>Every address once, in the order of its first place.</summary>
    public static ImmutableArray<LawSource> Find(Workspace library) =>
        [.. library.Trees.SelectMany(t => In(t.File, t.Text)).GroupBy(l => l.Text.Slice(l.Span), StringComparer.Ordinal)
            .Select(g => new LawSource(g.Key, [.. g]))];

    private static IEnumerable<Location> In(string file, SourceText text)
    {
        string content = text.Content;
        for (int at = content.IndexOf(Opening, StringComparison.Ordinal); at >= 0;
            at = content.IndexOf(Opening, at + 1, StringComparison.Ordinal))
        {
            int end = content.IndexOfAny(['>', ' ', '\n'], at);
            if (end > 0 && content[end] == '>')
            {
                yield return new Location(file, text, TextSpan.FromBounds(at + 1, end));
            }
        }
    }
}
