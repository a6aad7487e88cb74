using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>The sources and vocabulary addresses that a file names.</summary>
internal static class Links
{
    /// <summary>Each IRI with its address, in text order.</summary>
    public static IEnumerable<(TextSpan Span, string Target)> Find(SyntaxTree tree)
    {
        int offset = 0;
        foreach (SyntaxBlock island in tree.Islands)
        {
            foreach (Token token in island.Tokens.Where(t => t.Kind == TokenKind.Iri && t.Length > 2))
            {
                string iri = island.Text.Substring(token.Start + 1, token.Length - 2);
                if (Uri.TryCreate(iri, UriKind.Absolute, out Uri? address)
                    && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
                {
                    yield return (new TextSpan(offset + token.Start + 1, token.Length - 2), iri);
                }
            }

            offset += island.Text.Length;
        }
    }
}
