using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Hyphens and hidden characters within words, as word processors write them.</summary>
internal static class WordJoiners
{
    /// <summary>Hyphens that people write in names.</summary>
    public static readonly char[] Hyphens = ['-', '\u2010', '\u2011'];

    /// <summary>Soft hyphens and blanks without width.</summary>
    public static readonly char[] Hidden = ['\u00AD', '\u200B'];

    /// <summary>Both.</summary>
    public static readonly char[] Joiners = [.. Hyphens, .. Hidden];

    /// <summary>A word with '_' for hyphens and without hidden characters.</summary>
    public static string Cleaned(string word) =>
        string.Concat(word.Split(Hidden)).Replace('-', '_').Replace('\u2010', '_').Replace('\u2011', '_');

    /// <summary>Whether a hyphen or a hidden character stands between two letters of one word.</summary>
    public static bool IsAt(ScannedText source, int start, int at, ref bool other)
    {
        bool joins = at > start && at + 1 < source.Length
            && (Array.IndexOf(Hyphens, source[at]) >= 0 || Array.IndexOf(Hidden, source[at]) >= 0)
            && char.IsLetterOrDigit(source[at - 1]) && char.IsLetterOrDigit(source[at + 1]);
        other |= joins;
        return joins;
    }

    /// <summary>Reports a word with such characters in it.</summary>
    public static void Report(ScannedText source, int start, string word)
    {
        string meant = Cleaned(word);
        if (word.IndexOfAny(Hyphens) >= 0)
        {
            source.Report(SyntaxDiagnostics.BadName, start, word.Length, $"'{word}' is not a valid name: a name has no hyphen.",
                $"Write '{meant}'.", meant);
        }
        else
        {
            source.Report(SyntaxDiagnostics.UnknownCharacter, start, word.Length, $"'{meant}' has hidden characters in it.",
                $"Write '{meant}' anew.", meant);
        }
    }
}
