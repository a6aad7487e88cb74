using PolicyLang.Text;

namespace PolicyLang.LanguageService.Answers;

/// <summary>Finds which words of a text differ from an earlier one.</summary>
internal static class ChangedWords
{
    /// <summary>The stretch of the new text, in whole words, outside of which both are the same; where words are only gone, the word
    /// before them. Null where the texts differ in nothing but blanks.</summary>
    public static Location? Find(Location before, Location after)
    {
        string old = before.Text.Content.Substring(before.Span.Start, before.Span.Length);
        string now = after.Text.Content.Substring(after.Span.Start, after.Span.Length);
        int shorter = Math.Min(old.Length, now.Length);
        int start = 0;
        while (start < shorter && old[start] == now[start])
        {
            start++;
        }

        int end = 0;
        while (end < shorter - start && old[old.Length - 1 - end] == now[now.Length - 1 - end])
        {
            end++;
        }

        if (now.Substring(start, now.Length - end - start).Trim().Length == 0
            && old.Substring(start, old.Length - end - start).Trim().Length == 0)
        {
            return null;
        }

        (int first, int last) = Words(now, start, now.Length - end);
        return after with { Span = new TextSpan(after.Span.Start + first, last - first) };
    }

    private static (int First, int Last) Words(string text, int first, int last)
    {
        while (first < last && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        while (last > first && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        // Words that are gone have left a gap: what stands before it shows where.
        while (first == last && first > 0 && char.IsWhiteSpace(text[first - 1]))
        {
            first = --last;
        }

        while (first > 0 && !char.IsWhiteSpace(text[first - 1]))
        {
            first--;
        }

        while (last < text.Length && !char.IsWhiteSpace(text[last]))
        {
            last++;
        }

        return (first, last);
    }
}
