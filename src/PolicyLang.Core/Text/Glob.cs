namespace PolicyLang.Text;

/// <summary>A path pattern: <c>*</c> and <c>?</c> inside one segment, <c>**</c> for any number of segments.</summary>
internal sealed class Glob(string pattern)
{
    private static readonly char[] Wildcards = ['*', '?'];

    private readonly string[] _segments = Split(pattern.Replace('\\', '/'));

    /// <summary>Whether a path has wildcards.</summary>
    public static bool IsPattern(string path) => path.IndexOfAny(Wildcards) >= 0;

    /// <summary>The leading part without wildcards: the folder to look in.</summary>
    public static string Root(string pattern)
    {
        string slashed = pattern.Replace('\\', '/');
        int wildcard = slashed.IndexOfAny(Wildcards);
        int slash = slashed.LastIndexOf('/', Math.Max(0, wildcard));
        return slash < 0 ? "." : slash == 0 ? "/" : slashed.Substring(0, slash);
    }

    /// <summary>Whether a path, with slashes, fits from its first to its last segment.</summary>
    public bool Matches(string path) => Matches(Split(path), 0, 0);

    private static string[] Split(string path) => path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);

    private bool Matches(string[] path, int at, int segment)
    {
        if (segment == _segments.Length)
        {
            return at == path.Length;
        }

        if (_segments[segment] == "**")
        {
            return Matches(path, at, segment + 1) || (at < path.Length && Matches(path, at + 1, segment));
        }

        return at < path.Length && Fits(_segments[segment], path[at]) && Matches(path, at + 1, segment + 1);
    }

    private static bool Fits(string pattern, string text)
    {
        // After a mismatch the last star takes one character more; earlier stars need not change.
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || (pattern[p] != '*' && pattern[p] == text[t])))
            {
                p++;
                t++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern.Substring(p).Trim('*').Length == 0;
    }
}
