using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>What to show for what is under the pointer.</summary>
/// <param name="Span">The name, or the words of the language, in absolute offsets.</param>
/// <param name="Markdown">The card.</param>
internal sealed record HoverContent(TextSpan Span, string Markdown);

/// <summary>Explains the name at a place, or the words of the language.</summary>
internal static class Hover
{
    private const string InForceFrom = "in force from";

    /// <summary>The card for an offset; null where neither stands there. It never waits: what is not known yet about conflicts is left
    /// out.</summary>
    /// <param name="workspace">The files.</param>
    /// <param name="file">The file in which the offset is.</param>
    /// <param name="offset">Where the pointer is.</param>
    /// <param name="view">For which day and for whom the card is written.</param>
    /// <param name="conflictsOf">The address that shows the conflicts of a clause, by its qualified name; null where nothing does.</param>
    public static HoverContent? CardAt(
        Workspace workspace, string file, int offset, ReadingView? view = null, Func<string, string>? conflictsOf = null) =>
        Navigation.ReferenceAt(workspace, file, offset) is { } reference
            ? new HoverContent(reference.Location.Span,
                SymbolHover.Markdown(reference.Symbol, workspace, view ?? ReadingView.Default, conflictsOf))
            : workspace.Tree(file) is { } tree ? Words(tree, offset) : null;

    private static HoverContent? Words(SyntaxTree tree, int offset)
    {
        int start = 0;
        foreach (SyntaxBlock island in tree.Islands)
        {
            if (offset <= start + island.Text.Length)
            {
                int at = 0;
                while (at < island.Tokens.Length
                    && !((Keywords.IsWord(island.Tokens[at].Kind) || island.Tokens[at].Kind == TokenKind.SelfJudged)
                    && island.Tokens[at].Span.Touches(offset - start)))
                {
                    at++;
                }

                return at < island.Tokens.Length ? Phrase(island, start, at) : null;
            }

            start += island.Text.Length;
        }

        return null;
    }

    // The longest phrase around the word that has a meaning: "must not", not "must".
    private static HoverContent? Phrase(SyntaxBlock island, int start, int at)
    {
        for (int length = WordMeanings.Longest; length > 0; length--)
        {
            for (int first = Math.Max(0, at - length + 1); first <= at && first + length <= island.Tokens.Length; first++)
            {
                string phrase =
                    string.Join(" ",
                    Enumerable.Range(first, length).Select(i => island.Text.Substring(island.Tokens[i].Start, island.Tokens[i].Length)));
                if (MeaningOf(phrase, island) is { } meaning && !SaysWhereRecipientsAre(island, first))
                {
                    return new HoverContent(TextSpan.FromBounds(start + island.Tokens[first].Start,
                        start + island.Tokens[first + length - 1].End), $"**{phrase}**\n\n{SymbolHover.Escape(meaning)}");
                }
            }
        }

        return null;
    }

    // What a framework says of itself, a clause says within it.
    private static string? MeaningOf(string phrase, SyntaxBlock island) =>
        Keywords.StartsClause(island.Tokens[0].Kind) && Modifiers.All.FirstOrDefault(m => m.Words == phrase)?.Hint is { } hint
            && phrase == InForceFrom ? hint : WordMeanings.Find(phrase);

    // In "to Authority in US" the word belongs to "to".
    private static bool SaysWhereRecipientsAre(SyntaxBlock island, int at)
    {
        int before = at - 1;
        while (before > 0 && (island.Tokens[before].Kind is TokenKind.Comma or TokenKind.OrWord or TokenKind.Name))
        {
            before--;
        }

        return island.Tokens[at].Kind is TokenKind.InWord or TokenKind.OutsideWord && before > 0 && before < at - 1
            && island.Tokens[before].Kind == TokenKind.ToWord;
    }
}
