namespace PolicyLang.Decisions;

/// <summary>How verbs of the vocabulary follow a single subject: "transfers", "provides_access".</summary>
internal static class VerbForms
{
    // Names of several words begin with their verb; with these words they do not.
    private static readonly string[] Before = ["onward", "re", "co", "not", "jointly"];

    // Verbs whose form the rule does not give.
    private static readonly Dictionary<string, string> Irregular =
        new(StringComparer.Ordinal) { ["be"] = "is", ["have"] = "has", ["quiz"] = "quizzes" };

    /// <summary>The form for a single subject.</summary>
    /// <param name="verb">A verb, or several words joined by underscores; the verb stands first, or after a word such as "onward".</param>
    public static string ThirdPerson(string verb)
    {
        string[] words = verb.Split('_');
        int at = 0;
        while (at < words.Length - 1 && Array.IndexOf(Before, words[at]) >= 0)
        {
            at++;
        }

        words[at] = Inflect(words[at]);
        return string.Join("_", words);
    }

    private static string Inflect(string verb)
    {
        if (verb.Length == 0 || Irregular.ContainsKey(verb))
        {
            return verb.Length == 0 ? verb : Irregular[verb];
        }

        char last = verb[verb.Length - 1];
        char before = verb.Length > 1 ? verb[verb.Length - 2] : ' ';
        bool hisses = last is 's' or 'x' or 'z' || (last == 'h' && before is 'c' or 's') || (last == 'o' && "aeiou".IndexOf(before) < 0);
        return hisses ? verb + "es"
            : last == 'y' && "aeiou".IndexOf(before) < 0 ? verb.Substring(0, verb.Length - 1) + "ies"
            : verb + "s";
    }
}
