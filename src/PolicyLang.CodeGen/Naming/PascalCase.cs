using PolicyLang.Text;
using System.Globalization;
using System.Text;

namespace PolicyLang.CodeGen.Naming;

/// <summary>Turns names of policies into identifiers in the style of .NET.</summary>
internal static class PascalCase
{
    /// <summary><c>us_warrant</c> is <c>UsWarrant</c>; capitals stay, and so does what has no case.</summary>
    public static string Convert(string name)
    {
        var text = new StringBuilder(name.Length);
        bool starts = true;
        foreach (char c in name)
        {
            if (!IsPart(c))
            {
                starts = true;
                continue;
            }

            // An underscore between digits tells 46_2 from 462.
            if (starts && text.Length > 0 && char.IsDigit(c) && char.IsDigit(text[text.Length - 1]))
            {
                text.Append('_');
            }

            text.Append(starts ? char.ToUpperInvariant(c) : c);
            starts = false;
        }

        string joined = text.ToString();
        joined = joined.Length == 0 || !IsStart(joined[0]) ? "_" + joined : joined;
        return CSharpNames.IsKeyword(joined) ? "@" + joined : joined;
    }

    /// <summary>The same, with a name all in capitals written like a word: <c>GDPR</c> is <c>Gdpr</c>.</summary>
    public static string OfAcronym(string name)
    {
        bool acronym = name.Length > 2 && name.All(c => char.IsUpper(c) || char.IsDigit(c));
        return Convert(acronym ? name.Substring(0, 1) + name.Substring(1).ToLowerInvariant() : name);
    }

    private static bool IsStart(char c) => c == '_' || IsLetter(c);

    private static bool IsPart(char c) =>
        IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark;

    private static bool IsLetter(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
}
