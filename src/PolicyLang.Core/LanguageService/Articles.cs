using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>The articles of an instrument that no clause renders yet, judged by those that others cite.</summary>
internal static class Articles
{
    /// <summary>Proposals after <c>cites</c>; null where the offset is not there.</summary>
    public static IEnumerable<Proposal>? ProposalsAt(SyntaxTree tree, int offset)
    {
        int start = 0;
        foreach (SyntaxBlock island in tree.Islands)
        {
            if (offset > start && offset <= start + island.Text.Length && island.Tokens.Length > 0
                && Keywords.StartsClause(island.Tokens[0].Kind))
            {
                return ProposalsIn(tree, island, start, offset - start);
            }

            start += island.Text.Length;
        }

        return null;
    }

    private static IEnumerable<Proposal>? ProposalsIn(SyntaxTree tree, SyntaxBlock island, int start, int offset)
    {
        int cites = -1;
        for (int i = 0; i < island.Tokens.Length && island.Tokens[i].Kind != TokenKind.OpenBrace; i++)
        {
            cites = island.Tokens[i].Kind == TokenKind.CitesWord ? i : cites;
        }

        if (cites < 0 || offset <= island.Tokens[cites].End)
        {
            return null;
        }

        Token next = island.Tokens[cites + 1];
        bool quoted = next.Kind == TokenKind.Text && offset > next.Start && offset <= next.End;
        if (!quoted && offset > next.Start)
        {
            return null;
        }

        // An unclosed text may reach far; what is replaced is the part on this line.
        int end = quoted ? Math.Min(next.End, LineEnd(island.Text, next.Start)) : 0;
        TextSpan? replaces = quoted ? TextSpan.FromBounds(start + next.Start, start + end) : null;
        return Unused(tree, start)
            .Select(article =>
            new Proposal($"\"{article}\"", ProposalKind.Article, "not rendered yet", null)
            { Replaces = replaces, FilterText = $"\"{article}\"" });
    }

    private static int LineEnd(string text, int from)
    {
        int end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end;
    }

    // Article numbers between those that are cited, and the one after the last.
    private static IEnumerable<string> Unused(SyntaxTree tree, int islandStart)
    {
        FrameworkUnit? framework =
            tree.Frameworks.LastOrDefault(f => f.Span.Start <= islandStart || f.Members.Any(m => m.Offset == islandStart));
        IEnumerable<string> cited = framework?.Members.Where(m => m.Offset != islandStart)
            .Select(m => (m.Node as ClauseSyntax)?.Cites?.Value).OfType<string>() ?? [];
        foreach (IGrouping<string, (string Prefix, int Number)> series in cited.Select(Split).OfType<(string Prefix, int Number)>()
            .GroupBy(c => c.Prefix))
        {
            HashSet<int> used = [.. series.Select(c => c.Number)];
            foreach (int number in Enumerable.Range(used.Min(), Math.Min(used.Max() - used.Min(), 200) + 2).Where(n => !used.Contains(n)))
            {
                yield return series.Key + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }

    private static (string Prefix, int Number)? Split(string citation)
    {
        int digit = citation.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        int end = digit;
        while (end >= 0 && end < citation.Length && char.IsDigit(citation[end]))
        {
            end++;
        }

        return digit > 0 && end - digit < 7
            ? (citation.Substring(0, digit),
                int.Parse(citation.Substring(digit, end - digit), System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }
}
