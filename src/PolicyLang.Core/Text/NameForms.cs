using System.Text;

namespace PolicyLang.Text;

/// <summary>
/// The forms in which names are compared. The runtime's own normalisation does nothing where a program runs without culture data, as the
/// command line and the server do, so that the same name would be another one in another host.
/// </summary>
internal static class NameForms
{
    private const char FirstAffected = '\u0300';
    private const int FirstLead = 0x1100, FirstVowel = 0x1161, BeforeFirstTail = 0x11A7, FirstSyllable = 0xAC00;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    /// <summary>The Unicode normalisation form C of a name: "é" is one character, however it was typed.</summary>
    public static string Compose(string name) => name.All(c => c < FirstAffected) ? name : ToText(Composed(Decomposed(CodePoints(name))));

    /// <summary>What a name looks like: its form C, with characters that look like others written as these (form KC).</summary>
    public static string Simplify(string name)
    {
        CharacterTables tables = CharacterTables.Default;
        return name.All(c => c < '\u0080')
            ? name
            : ToText(Composed(Decomposed(Decomposed(CodePoints(name)).SelectMany(c => tables.Alike(c) ?? [c]))));
    }

    private static IEnumerable<int> CodePoints(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            yield return pair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
            i += pair ? 1 : 0;
        }
    }

    private static string ToText(List<int> points)
    {
        var text = new StringBuilder(points.Count);
        foreach (int point in points)
        {
            _ = point > char.MaxValue ? text.Append(char.ConvertFromUtf32(point)) : text.Append((char)point);
        }

        return text.ToString();
    }

    private static List<int> Decomposed(IEnumerable<int> points)
    {
        CharacterTables tables = CharacterTables.Default;
        var parts = new List<int>();
        foreach (int point in points)
        {
            Split(point, tables, parts);
        }

        // Marks on one letter stand in the order of their classes.
        for (int i = 1; i < parts.Count; i++)
        {
            int order = tables.Class(parts[i]);
            for (int at = i; order > 0 && at > 0 && tables.Class(parts[at - 1]) > order; at--)
            {
                (parts[at - 1], parts[at]) = (parts[at], parts[at - 1]);
            }
        }

        return parts;
    }

    private static void Split(int point, CharacterTables tables, List<int> parts)
    {
        int syllable = point - FirstSyllable;
        if (syllable is >= 0 and < Leads * Vowels * Tails)
        {
            parts.Add(FirstLead + (syllable / (Vowels * Tails)));
            parts.Add(FirstVowel + (syllable % (Vowels * Tails) / Tails));
            if (syllable % Tails > 0)
            {
                parts.Add(BeforeFirstTail + (syllable % Tails));
            }
        }
        else if (tables.Parts(point) is { } own)
        {
            foreach (int part in own)
            {
                Split(part, tables, parts);
            }
        }
        else
        {
            parts.Add(point);
        }
    }

    private static List<int> Composed(List<int> parts)
    {
        CharacterTables tables = CharacterTables.Default;
        var whole = new List<int>(parts.Count);
        int letter = -1;
        int before = 0;
        foreach (int part in parts)
        {
            int order = tables.Class(part);
            bool reaches = letter >= 0 && (before == 0 ? letter == whole.Count - 1 : before < order);
            if (reaches && Joined(whole[letter], part, tables) is > 0 and int joined)
            {
                whole[letter] = joined;
                continue;
            }

            before = order;
            letter = order == 0 ? whole.Count : letter;
            whole.Add(part);
        }

        return whole;
    }

    private static int Joined(int first, int second, CharacterTables tables)
    {
        if (first - FirstLead is >= 0 and < Leads && second - FirstVowel is >= 0 and < Vowels)
        {
            return FirstSyllable + ((((first - FirstLead) * Vowels) + (second - FirstVowel)) * Tails);
        }

        bool open = first - FirstSyllable is >= 0 and < Leads * Vowels * Tails && (first - FirstSyllable) % Tails == 0;
        return open && second - BeforeFirstTail is > 0 and < Tails ? first + (second - BeforeFirstTail) : tables.Whole(first, second);
    }
}
