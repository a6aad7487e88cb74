using System.Text;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Formatting;

/// <summary>
/// The canonical layout: one modifier a line in a fixed order, comments kept. Formatting what is formatted changes nothing. An
/// island in which something was reported stays as it is.
/// </summary>
internal static class Formatter
{
    /// <summary>The formatted text of a file.</summary>
    public static string Format(SyntaxTree tree)
    {
        var text = new StringBuilder(tree.Text.Length + 64);
        foreach ((TextSpan _, string piece) in Pieces(tree))
        {
            text.Append(piece);
        }

        return Finish(text.ToString(), tree.Text.Content);
    }

    /// <summary>The edits that format the declarations and clauses which a range touches.</summary>
    public static ImmutableArray<TextEdit> FormatRange(SyntaxTree tree, TextSpan range)
    {
        string lineEnd = LineEnds.Of(tree.Text.Content);
        return
        [
            .. Pieces(tree)
                .Where(p => p.Span.Touches(range))
                .Select(p => new TextEdit(p.Span, lineEnd == "\n" ? p.Text : p.Text.Replace("\r\n", "\n").Replace("\n", lineEnd)))
                .Where(e => tree.Text.Slice(e.Span) != e.NewText),
        ];
    }

    private static string Finish(string text, string source)
    {
        string lineEnd = LineEnds.Of(source);
        string mark = source.StartsWith("\uFEFF", StringComparison.Ordinal) && !text.StartsWith("\uFEFF", StringComparison.Ordinal)
            ? "\uFEFF"
            : string.Empty;
        return mark + (lineEnd == "\n" ? text : text.Replace("\r\n", "\n").Replace("\n", lineEnd));
    }

    private static IEnumerable<(TextSpan Span, string Text)> Pieces(SyntaxTree tree)
    {
        int start = 0;
        SyntaxBlock? before = null;
        bool lineOpen = false;
        foreach (SyntaxBlock island in tree.Islands)
        {
            string piece = IsKept(island) ? island.Text : Write(island, before, lineOpen);
            yield return (new TextSpan(start, island.Text.Length), piece);
            start += island.Text.Length;
            lineOpen = piece.Length > 0 ? piece[piece.Length - 1] != '\n' : lineOpen;
            before = island;
        }
    }

    private static bool IsKept(SyntaxBlock island) => island.Kind == SyntaxBlockKind.Markdown || !island.Diagnostics.IsEmpty;

    private static string Write(SyntaxBlock island, SyntaxBlock? before, bool lineOpen)
    {
        var output = new StringBuilder(island.Text.Length + 16);
        var comments = new Comments(island);
        bool first = before is null || before.Kind == SyntaxBlockKind.Markdown;
        if (lineOpen)
        {
            output.Append('\n');
        }

        if (!first && before is not null && BlankBetween(before, island, comments))
        {
            output.Append('\n');
        }

        var writer = new LineWriter(island, comments, output);
        bool firstLine = true;
        foreach (FormattedLine line in LinesOf(island))
        {
            writer.Write(line, firstLine);
            firstLine = false;
        }

        writer.WriteEnd(firstLine);
        return output.ToString();
    }

    private static List<FormattedLine> LinesOf(SyntaxBlock island) =>
        island.Node is null && island.Tokens.IsEmpty ? [] : Layout.LayOut(island);

    // Blocks stand apart; single lines keep the groups that their author made.
    private static bool BlankBetween(SyntaxBlock before, SyntaxBlock island, Comments comments)
    {
        if (island.Kind == SyntaxBlockKind.FrameworkEnd || before.Kind == SyntaxBlockKind.FrameworkHead)
        {
            return false;
        }

        bool hasBlank = comments.LeadingOf(0) is [var first, ..] ? first.BlankBefore : comments.BlankBefore(0);
        return IsBlock(before) || IsBlock(island) || hasBlank;
    }

    private static bool IsBlock(SyntaxBlock island) => island.Node switch
    {
        BlocSyntax bloc => bloc.Expression is null,
        JurisdictionSyntax jurisdiction => !jurisdiction.Parts.IsEmpty,
        DefineSyntax or AttributeSyntax or OrganisationSyntax or AssumeSyntax or ResolveSyntax or UsesSyntax => false,
        null => island.Kind == SyntaxBlockKind.FrameworkEnd,
        _ => true,
    };
}
