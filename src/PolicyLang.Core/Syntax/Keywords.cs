namespace PolicyLang.Syntax;

/// <summary>The words that the grammar knows. All are contextual: a declaration may have any of them as its name.</summary>
internal static class Keywords
{
    private const string Ending = "Word";

    // Each keyword is the name of its kind in small letters, in their order.
    private static readonly Dictionary<string, TokenKind> Kinds = FindKinds();

    /// <summary>The one word of the language that is no name: it has a hyphen.</summary>
    public const string SelfJudged = "self-judged";

    /// <summary>The words, in the order of their kinds.</summary>
    public static ImmutableArray<string> All { get; } = [.. Kinds.Keys];

    /// <summary>The kind of a word.</summary>
    public static TokenKind KindOf(string word) => Kinds.TryGetValue(word, out TokenKind kind) ? kind : TokenKind.Name;

    // Keyed by length and first letter, to look words up in place.
    private static readonly KeyValuePair<string, TokenKind>[][] Buckets = Sort();

    private const int Letters = 'z' - 'a' + 1;

    /// <summary>The kind of a word inside a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="length">Its UTF-16 code units.</param>
    public static TokenKind KindOf(string text, int start, int length)
    {
        char first = length == 0 ? '\0' : text[start];
        int bucket = first is >= 'a' and <= 'z' ? Bucket(first, length) : Buckets.Length;
        if (bucket < Buckets.Length)
        {
            foreach (KeyValuePair<string, TokenKind> keyword in Buckets[bucket])
            {
                if (string.CompareOrdinal(text, start, keyword.Key, 0, length) == 0)
                {
                    return keyword.Value;
                }
            }
        }

        return TokenKind.Name;
    }

    private static Dictionary<string, TokenKind> FindKinds()
    {
        var kinds = new Dictionary<string, TokenKind>(StringComparer.Ordinal);
        TokenKind kind = TokenKind.Name + 1;
        for (string name = kind.ToString(); name.EndsWith(Ending, StringComparison.Ordinal); name = (++kind).ToString())
        {
            kinds.Add(name.Substring(0, name.Length - Ending.Length).ToLowerInvariant(), kind);
        }

        return kinds;
    }

    private static KeyValuePair<string, TokenKind>[][] Sort()
    {
        ILookup<int, KeyValuePair<string, TokenKind>> words = Kinds.ToLookup(k => Bucket(k.Key[0], k.Key.Length));
        return [.. Enumerable.Range(0, words.Max(w => w.Key) + 1).Select(b => words[b].ToArray())];
    }

    private static int Bucket(char first, int length) => (length * Letters) + (first - 'a');

    /// <summary>The word of a kind that is a keyword's.</summary>
    public static string WordOf(TokenKind kind) => All[(int)kind - (int)TokenKind.Name - 1];

    /// <summary>Whether a token is a word, keyword or not.</summary>
    public static bool IsWord(TokenKind kind) => kind >= TokenKind.Name;

    /// <summary>Whether a word ends a subject, an object or a list, and so cannot name a role, datum, action or place.</summary>
    public static bool IsStopWord(TokenKind kind) => kind is >= TokenKind.MayWord and <= TokenKind.ExpectWord;

    /// <summary>Whether a word can begin a modifier of a clause.</summary>
    public static bool StartsModifier(TokenKind kind) => kind is >= TokenKind.FromWord and <= TokenKind.UnderWord;

    /// <summary>Whether a word can begin a property of a framework.</summary>
    public static bool StartsProperty(TokenKind kind) =>
        kind is (>= TokenKind.CitationWord and <= TokenKind.ImplementsWord) or TokenKind.InWord;

    /// <summary>Whether a word can begin a declaration at the top of a file.</summary>
    public static bool StartsDeclaration(TokenKind kind) => kind is >= TokenKind.FrameworkWord and <= TokenKind.UsesWord;

    /// <summary>Whether a word is the kind of a clause.</summary>
    public static bool StartsClause(TokenKind kind) => kind is >= TokenKind.TransferWord and <= TokenKind.NormWord;
}
