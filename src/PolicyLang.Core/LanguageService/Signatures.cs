using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>What a sentence consists of, and where in it one is writing.</summary>
/// <param name="Label">All parts that may still follow, in one line.</param>
/// <param name="Documentation">What kind of sentence it is.</param>
/// <param name="Parts">Each part as a stretch of the label, with an explanation.</param>
/// <param name="Active">The part at the place asked about.</param>
internal sealed record Signature(string Label, string Documentation, ImmutableArray<(TextSpan Span, string Explanation)> Parts, int Active);

/// <summary>"What may follow in this clause".</summary>
internal static class Signatures
{
    // The likeliest comes first: a destination before a place of collection.
    private static readonly ModifierInfo[] Parts = [.. Modifiers.All.Where(m => m.Pattern is not null)
        .OrderBy(m => m.Form == ModifierForm.CollectedIn ? ModifierForm.In : m.Form)];

    private static readonly (string Words, string Explanation)[] Conduct =
    [
        ("WHO [of PLACES]", "Whom the clause binds: one or more roles, or an organisation; nobody named means everybody."),
        ("may | may only | must | must not | need not | should | should not",
            "Permission, duty, prohibition, waiver; 'should' only recommends."),
        ("DOES", "The act: transfer, disclose, store, process …"),
        ("WHAT", "The kind of data, or the target."),
    ];

    private static readonly (string Words, string Explanation)[] LawMaking =
    [
        ("parties", "The States that the instrument binds."),
        ("must allow | must not prohibit | must not require | must prohibit | must require | should … | may prohibit | may require",
            "What the law of each party has to contain, or may not."),
        ("[WHO to] DOES", "The act that the law is about, and whose."),
        ("WHAT", "The kind of data, or the target."),
    ];

    /// <summary>The signature at an offset; null outside of a clause's braces.</summary>
    public static Signature? FindAt(SyntaxTree tree, int offset)
    {
        int start = 0;
        foreach (SyntaxBlock island in tree.Islands)
        {
            if (offset > start && offset <= start + island.Text.Length && island.Tokens.Length > 0
                && Keywords.StartsClause(island.Tokens[0].Kind))
            {
                return FindIn(tree, island, offset - start, offset);
            }

            start += island.Text.Length;
        }

        return null;
    }

    private static Signature? FindIn(SyntaxTree tree, SyntaxBlock island, int offset, int absolute)
    {
        ImmutableArray<Token> tokens = island.Tokens;
        int open = -1;
        for (int i = 0; i < tokens.Length && open < 0; i++)
        {
            open = tokens[i].Kind == TokenKind.OpenBrace ? i : open;
        }

        if (open < 0 || offset < tokens[open].End
            || (tokens.LastOrDefault(t => t.Kind == TokenKind.CloseBrace) is { Length: > 0 } close && offset > close.Start))
        {
            return null;
        }

        List<Token> inside = [.. tokens.Skip(open + 1)];
        bool law = inside.Count > 0 && inside[0].Kind == TokenKind.PartiesWord;
        CompletionSlot slot = CompletionSlot.FindAt(tree, absolute);
        HashSet<SlotKind> kinds = [.. slot.Offers.Select(o => o.Kind)];
        int sentence = kinds.Contains(SlotKind.Subject) && !kinds.Contains(SlotKind.Verb) ? 0
            : kinds.Contains(SlotKind.Modality) || kinds.Contains(SlotKind.LawModality) || IsHalfModality(slot) ? 1
            : kinds.Contains(SlotKind.Verb) ? 2
            : kinds.Contains(SlotKind.Object) ? 3
            : -1;
        int part = sentence >= 0 || slot.Kind == SlotKind.Modifier ? -1 : PartBefore(inside, offset);
        HashSet<TokenKind> used = [.. inside.Select(t => t.Kind)];
        string kind = Keywords.WordOf(tokens[0].Kind);
        return Build(kind, law, sentence, part, used);
    }

    // "need" must be followed by "not", and a law-making modal by a verb.
    private static bool IsHalfModality(CompletionSlot slot) =>
        slot.Kind == SlotKind.Word
            && slot.Words.Last is TokenKind.MustWord or TokenKind.MayWord or TokenKind.NeedWord or TokenKind.ShouldWord;

    private static int PartBefore(List<Token> inside, int offset)
    {
        for (int i = inside.Count - 1; i >= 0; i--)
        {
            int part = inside[i].End < offset && !(i > 0 && inside[i - 1].Kind == TokenKind.CollectedWord)
                ? Array.FindIndex(Parts, p => p.Key == inside[i].Kind)
                : -1;
            if (part >= 0)
            {
                return part;
            }
        }

        return -1;
    }

    // A modifier may not repeat, so the first one left is what may follow.
    private static Signature Build(string kind, bool law, int sentence, int part, HashSet<TokenKind> used)
    {
        IEnumerable<(string Words, string Explanation, bool Active)> parts = (law ? LawMaking : Conduct)
            .Select((p, i) => (p.Words, p.Explanation, i == sentence))
            .Concat(Parts.Select((p, i) => (Part: p, Index: i))
                .Where(p => p.Index == part || !used.Contains(p.Part.Key)
                    || (p.Part.IsRepeatable && p.Part.Content == ModifierContent.Condition))
                .Select(p => (p.Part.Pattern ?? p.Part.Words, p.Part.Hint ?? string.Empty, p.Index == part)));
        string label = kind + ":";
        var spans = ImmutableArray.CreateBuilder<(TextSpan, string)>();
        int active = 4;
        foreach ((string words, string explanation, bool isActive) in parts)
        {
            active = isActive ? spans.Count : active;
            spans.Add((new TextSpan(label.Length + 1, words.Length), explanation));
            label += " " + words;
        }

        string documentation = law
            ? "One sentence about what the law of each party contains."
            : "One sentence: who may, must or must not do what; then modifiers in any order.";
        return new Signature(label, documentation, spans.ToImmutable(), Math.Min(active, spans.Count - 1));
    }
}
