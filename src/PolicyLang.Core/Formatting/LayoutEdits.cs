using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Formatting;

/// <summary>A layout as small edits, so that an editor keeps its cursor, its folds and its marks where nothing changes.</summary>
internal static class LayoutEdits
{
    /// <summary>The edits that make one text of another, in order; none where they are the same.</summary>
    /// <param name="before">The text as it is.</param>
    /// <param name="after">The same text laid out.</param>
    public static ImmutableArray<TextEdit> Between(string before, string after) => Blanks(before, after) ?? [Middle(before, after)];

    // Where only blanks differ, each run of them is an edit; null where words moved.
    private static ImmutableArray<TextEdit>? Blanks(string before, string after)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        int i = 0;
        int j = 0;
        while (i < before.Length || j < after.Length)
        {
            int word = End(before, i);
            int laid = End(after, j);
            if (word - i != laid - j || string.CompareOrdinal(before, i, after, j, word - i) != 0)
            {
                edits.Add(new TextEdit(TextSpan.FromBounds(i, word), after.Substring(j, laid - j)));
            }

            (i, j) = (word, laid);
            while (i < before.Length && j < after.Length && before[i] == after[j] && !char.IsWhiteSpace(before[i]))
            {
                i++;
                j++;
            }

            if ((i < before.Length && !char.IsWhiteSpace(before[i])) || (j < after.Length && !char.IsWhiteSpace(after[j])))
            {
                // The word next to an inserted or removed blank.
                bool put = i < before.Length && j < after.Length && char.IsWhiteSpace(before[i]) != char.IsWhiteSpace(after[j]);
                if (!put)
                {
                    return null;
                }
            }
        }

        return edits.ToImmutable();
    }

    private static int End(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    // What lies between the common beginning and the common end, in whole lines.
    private static TextEdit Middle(string before, string after)
    {
        int start = CommonText.LineStart(before, CommonText.Start(before, after));
        int end = CommonText.End(before, after, Math.Min(before.Length, after.Length) - start);
        while (end > 0 && before[before.Length - end - 1] != '\n')
        {
            end--;
        }

        return new TextEdit(TextSpan.FromBounds(start, before.Length - end), after.Substring(start, after.Length - end - start));
    }
}
