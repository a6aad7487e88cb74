using PolicyLang.Semantics;
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
    private const string OwnSource = "Source:";

    /// <summary>Every address once, in the order of its first place.</summary>
    public static ImmutableArray<LawSource> Find(Workspace library) =>
        [.. library.Trees.SelectMany(t => In(t.File, t.Text)).GroupBy(l => l.Text.Slice(l.Span), StringComparer.Ordinal)
            .Select(g => new LawSource(g.Key, [.. g]))];

    /// <summary>The addresses of the web that stand in angle brackets in a text, without the brackets.</summary>
    internal static IEnumerable<TextSpan> AddressesIn(string text)
    {
        for (int at = text.IndexOf(Opening, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(Opening, at + 1, StringComparison.Ordinal))
        {
            int end = text.IndexOfAny(['>', ' ', '\n'], at);
            if (end > 0 && text[end] == '>')
            {
                yield return TextSpan.FromBounds(at + 1, end);
            }
        }
    }

    /// <summary>Where to read the article that a clause renders: what its comment names as "Source:", else the source of its
    /// framework; null where that is no address of the web.</summary>
    internal static string? Of(ClauseSymbol clause)
    {
        string comment = clause.Documentation ?? string.Empty;
        foreach (TextSpan address in AddressesIn(comment))
        {
            if (comment.Substring(0, address.Start - 1).TrimEnd().EndsWith(OwnSource, StringComparison.Ordinal))
            {
                return comment.Substring(address.Start, address.Length);
            }
        }

        return clause.Framework.Source is { } source && Uri.TryCreate(source, UriKind.Absolute, out Uri? parsed)
            && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps) ? source : null;
    }

    private static IEnumerable<Location> In(string file, SourceText text) =>
        AddressesIn(text.Content).Select(address => new Location(file, text, address));
}
