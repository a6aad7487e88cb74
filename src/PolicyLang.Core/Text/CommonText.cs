namespace PolicyLang.Text;

/// <summary>What two texts have in common at their ends, and where lines begin in plain text.</summary>
internal static class CommonText
{
    /// <summary>How many code units two texts begin with alike.</summary>
    public static int Start(string one, string other)
    {
        int length = Math.Min(one.Length, other.Length);
        int i = 0;
        while (i < length && one[i] == other[i])
        {
            i++;
        }

        return i;
    }

    /// <summary>How many code units two texts end with alike, and no more than <paramref name="most"/>.</summary>
    public static int End(string one, string other, int most)
    {
        int i = 0;
        while (i < most && one[one.Length - 1 - i] == other[other.Length - 1 - i])
        {
            i++;
        }

        return i;
    }

    /// <summary>Where the line of a position begins, for texts without an index of lines.</summary>
    public static int LineStart(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
}
