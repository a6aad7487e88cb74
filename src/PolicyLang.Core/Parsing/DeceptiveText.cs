using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Finds text that reads otherwise than it is: characters that turn the direction of writing, and words that look like
/// others.</summary>
internal static class DeceptiveText
{
    public static IEnumerable<Diagnostic> FindIn(string file, SourceText text, IEnumerable<SyntaxBlock> islands)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text.Content[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                var location = new Location(file, text, new TextSpan(i, 1));
                yield return SyntaxDiagnostics.DirectionControl.Create(
                    location, $"The invisible character U+{(int)text.Content[i]:X4} turns the direction of writing: the text reads "
                        + "otherwise than it is.", "Remove it.",
                    fix: new Fix("Remove it", [new TextEdit(location.Span, string.Empty)]));
            }
        }

        int offset = 0;
        foreach (SyntaxBlock island in islands)
        {
            foreach (Token token in island.Tokens)
            {
                if (token.Kind == TokenKind.Name && Alike(island.Text, token) is { } look)
                {
                    var location = new Location(file, text, token.Span.Shift(offset));
                    yield return SyntaxDiagnostics.LooksAlike.Create(
                        location, $"'{island.Text.Substring(token.Start, token.Length)}' looks like '{look}', and is another name.",
                            $"Write '{look}', if that is meant.",
                        fix: new Fix($"Write '{look}'", [new TextEdit(location.Span, look)]));
                }
                else if (token.Kind == TokenKind.Name && MixesScripts(island.Text, token))
                {
                    yield return SyntaxDiagnostics.LooksAlike.Create(
                        new Location(file, text, token.Span.Shift(offset)),
                        $"'{island.Text.Substring(token.Start, token.Length)}' mixes letters of scripts that look alike, so it may not be "
                            + "the name that it seems.",
                        "Type the word anew in one script.");
                }
            }

            offset += island.Text.Length;
        }
    }

    // The plain letters of which a word seems to consist, where it has others.
    private static string? Alike(string text, Token token)
    {
        for (int i = token.Start; i < token.End; i++)
        {
            if (text[i] > '\u007F')
            {
                string name = text.Substring(token.Start, token.Length);
                string look = NameForms.Simplify(name);
                return look == NameForms.Compose(name) ? null : look;
            }
        }

        return null;
    }

    private static bool MixesScripts(string text, Token token)
    {
        bool latin = false;
        bool alike = false;
        for (int i = token.Start; i < token.End; i++)
        {
            char c = text[i];
            latin |= c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F');
            alike |= c is (>= '\u0370' and <= '\u03FF') or (>= '\u0400' and <= '\u052F') or (>= '\uFF21' and <= '\uFF5A');
        }

        return latin && alike;
    }
}
