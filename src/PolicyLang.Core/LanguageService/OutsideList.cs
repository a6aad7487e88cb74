using System.Text.RegularExpressions;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>Finds the list of names after <c>outside</c> that a name stands in.</summary>
internal static class OutsideList
{
    private const string Joiner = @"\s*,\s*";

    private static readonly Regex Before =
        new(@"\boutside\s+(?<names>(?:\w+" + Joiner + ")*)$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft);

    private static readonly Regex After = new(@"\G(?:" + Joiner + @"\w+)*", RegexOptions.CultureInvariant);

    private static readonly Regex Except = new(@"\G\s+except\b", RegexOptions.CultureInvariant);

    /// <summary>Whether some of the places outside are taken out again.</summary>
    public static bool HasExceptions(Location name, TextSpan list) => Except.IsMatch(name.Text.Content, list.End);

    /// <summary>The names of the list; null where the name stands in none.</summary>
    public static TextSpan? Around(Location name)
    {
        string text = name.Text.Content;
        Match before = Before.Match(text, 0, name.Span.Start);
        return before.Success
            ? TextSpan.FromBounds(before.Groups["names"].Index, name.Span.End + After.Match(text, name.Span.End).Length)
            : null;
    }
}
