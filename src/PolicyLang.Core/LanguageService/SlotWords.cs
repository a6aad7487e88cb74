using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>The words of a declaration or clause before the place where one types. The word that is being typed is not one of
/// them.</summary>
internal sealed class SlotWords
{
    private readonly string _text;
    private readonly List<Token> _tokens;

    private SlotWords(string text, List<Token> tokens, bool beginsLine)
    {
        _text = text;
        _tokens = tokens;
        BeginsLine = beginsLine;
        Open = tokens.FindIndex(t => t.Kind == TokenKind.OpenBrace);
        AreClosed = Open >= 0 && tokens.Count(t => t.Kind == TokenKind.CloseBrace) >= tokens.Count(t => t.Kind == TokenKind.OpenBrace);
    }

    public static SlotWords None { get; } = new(string.Empty, [], true);

    public int Count => _tokens.Count;

    /// <summary>The index of the first opening brace; negative where there is none.</summary>
    public int Open { get; }

    /// <summary>Whether the braces are closed again, so that something new begins.</summary>
    public bool AreClosed { get; }

    /// <summary>Whether nothing stands before the place on its line.</summary>
    public bool BeginsLine { get; }

    public TokenKind Last => Kind(Count - 1);

    /// <summary>Whether a list goes on: one more of its names must follow.</summary>
    public bool ListGoesOn => Last is TokenKind.Comma or TokenKind.OrWord or TokenKind.AndWord or TokenKind.ExceptWord;

    public static SlotWords ReadBefore(SyntaxBlock island, int offset)
    {
        List<Token> before =
            [.. island.Tokens.Where(t => t.Kind != TokenKind.EndOfIsland
            && (t.End < offset || (t.End == offset && !Keywords.IsWord(t.Kind) && t.Kind is not (TokenKind.Number or TokenKind.Date))))];
        int typed = offset;
        while (typed > 0 && (char.IsLetterOrDigit(island.Text[typed - 1]) || island.Text[typed - 1] == '_'))
        {
            typed--;
        }

        int line = CommonText.LineStart(island.Text, typed);
        return new SlotWords(island.Text, before, island.Text.Substring(line, typed - line).Trim().Length == 0);
    }

    public TokenKind Kind(int index) => index >= 0 && index < Count ? _tokens[index].Kind : TokenKind.EndOfIsland;

    public string Text(int index) =>
        index >= 0 && index < Count ? _text.Substring(_tokens[index].Start, _tokens[index].Length) : string.Empty;

    /// <summary>Whether a word, or several with a blank between, stands somewhere.</summary>
    public bool Has(string phrase)
    {
        string[] words = phrase.Split(' ');
        return Enumerable.Range(0, Count).Any(at => !words.Where((word, i) => Text(at + i) != word).Any());
    }

    /// <summary>The names of the list that is being typed, those with a dot as one.</summary>
    public HashSet<string> NamesInList()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        int first = Count;
        while (Keywords.IsWord(Kind(first - 1))
            ? !Keywords.IsStopWord(Kind(first - 1))
            : Kind(first - 1) is TokenKind.Dot or TokenKind.Comma)
        {
            first--;
        }

        string name = string.Empty;
        for (int i = first; i < Count; i++)
        {
            name = Kind(i) == TokenKind.Dot || Kind(i - 1) == TokenKind.Dot ? name + Text(i) : Text(i);
            names.Add(name);
        }

        return names;
    }

    /// <summary>The names behind some words, those with a dot as one.</summary>
    public HashSet<string> NamesIn(string phrase)
    {
        int first = phrase.Split(' ').Length;
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = first; i < Count; i++)
        {
            if (Kind(i) == TokenKind.Name && Kind(i - 1) != TokenKind.Dot)
            {
                names.Add(Kind(i + 1) == TokenKind.Dot ? $"{Text(i)}.{Text(i + 2)}" : Text(i));
            }
        }

        return names;
    }

    /// <summary>How many lists of names stand from an index on, one behind the other: verbs, then objects.</summary>
    public int ListsFrom(int index)
    {
        int lists = 0;
        for (int i = index; i < Count; i++)
        {
            bool joins = Kind(i) is TokenKind.Comma or TokenKind.OrWord or TokenKind.AndWord or TokenKind.ExceptWord or TokenKind.Dot;
            bool goesOn = i > index
                && Kind(i - 1) is TokenKind.Comma or TokenKind.OrWord or TokenKind.AndWord or TokenKind.ExceptWord or TokenKind.Dot;
            lists += joins || goesOn ? 0 : 1;
        }

        return lists;
    }
}
