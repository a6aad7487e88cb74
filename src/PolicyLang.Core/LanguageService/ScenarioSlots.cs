using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.LanguageService;

/// <summary>What may follow in a scenario or a check.</summary>
internal static class ScenarioSlots
{
    private static readonly ImmutableArray<SlotOffer> Next = [new(SlotKind.ScenarioSlot)];
    private static readonly ImmutableArray<SlotOffer> More = [new(SlotKind.ScenarioSlot), SlotOffer.OfWords("and")];

    public static ImmutableArray<SlotOffer> Scenario(SlotWords words)
    {
        if (words.Open < 0)
        {
            return [];
        }

        for (int i = words.Count - 1; i > words.Open; i--)
        {
            if (Begun(words, i) is { } offers)
            {
                return offers;
            }
        }

        return Phrase(words, words.Open + 1, SlotKind.ScenarioSlot);
    }

    public static ImmutableArray<SlotOffer> Check(SlotWords words)
    {
        int colon = Enumerable.Range(0, words.Count).FirstOrDefault(i => words.Kind(i) == TokenKind.Colon);
        return words.Open < 0 ? []
            : colon > 0 ? ModifierSlots.At(words, colon + 1) ?? Phrase(words, colon + 1, SlotKind.Modifier)
            : words.Last is TokenKind.NeverWord or TokenKind.AlwaysWord ? [SlotOffer.OfWords("permitted:", "prohibited:", "conflicting:", "regulated:")]
            : words.Last == TokenKind.OpenBrace ? [SlotOffer.OfWords("never", "always")]
            : [];
    }

    // Who, does what, with which data; the first two may be left out.
    private static ImmutableArray<SlotOffer> Phrase(SlotWords words, int first, SlotKind then)
    {
        int lists = words.ListsFrom(first) - (words.ListGoesOn ? 1 : 0);
        ImmutableArray<SlotOffer> parts = lists switch
        {
            <= 0 => [new(SlotKind.Role), new(SlotKind.Verb)],
            1 => [new(SlotKind.Verb), new(SlotKind.Object)],
            2 => [new(SlotKind.Object)],
            _ => [],
        };
        return words.ListGoesOn || words.Count == first ? parts : [.. parts, new(then), SlotOffer.OfWords("and")];
    }

    private static ImmutableArray<SlotOffer>? Begun(SlotWords words, int at)
    {
        TokenKind before = words.Kind(at - 1);
        bool last = at == words.Count - 1;
        bool open = last || words.ListGoesOn;
        switch (words.Kind(at))
        {
            case TokenKind.FromWord or TokenKind.InWord:
                return last ? [new(SlotKind.Jurisdiction)] : before == TokenKind.StoreWord ? Next : More;
            case TokenKind.ToWord:
                return last && before == TokenKind.SendWord ? [new(SlotKind.Jurisdiction)] : open ? [new(SlotKind.Role), new(SlotKind.Jurisdiction)] : [SlotOffer.OfWords("in"), .. More];
            case TokenKind.ForWord:
                return open ? [new(SlotKind.Purpose)] : More;
            case TokenKind.AgainstWord:
                return open ? [new(SlotKind.Target)] : More;
            case TokenKind.OnWord:
                return last ? [] : Next;
            case TokenKind.WhereWord:
                return ModifierSlots.Condition(words, Next);
            case TokenKind.IsWord or TokenKind.IncludeWord:
                return words.Last == TokenKind.Comma ? [new(SlotKind.Condition)] : words.Last == TokenKind.AndWord || last ? [new(SlotKind.Value, words.Text(at - 1))] : More;
            case TokenKind.ByWord or TokenKind.BetweenWord:
                return Clauses(words, open, More);
            case TokenKind.DutyWord:
                return Clauses(words, last, Next);
            case TokenKind.AddWord or TokenKind.RemoveWord when before == TokenKind.WayWord:
                return last ? [new(SlotKind.Value, BuiltInAttributes.Safeguards)] : Next;
            case TokenKind.WaitWord when before == TokenKind.WayWord:
                return last ? [] : words.Last == TokenKind.Number ? ModifierSlots.Units : Next;
            case TokenKind.ExpectWord:
                return last ? [SlotOffer.OfWords("permitted", "prohibited", "unregulated", "conflicting", "conflict between", "no conflict", "duty", "way")] : [SlotOffer.OfWords("by"), .. Next];
            default:
                return last ? Half(words.Kind(at), before) : null;
        }
    }

    private static ImmutableArray<SlotOffer> Clauses(SlotWords words, bool open, ImmutableArray<SlotOffer> after) =>
        words.Last == TokenKind.Dot ? [new(SlotKind.ClauseOf, words.Text(words.Count - 2))] : open ? [new(SlotKind.ClauseName)] : after;

    // The first word of an outcome of two.
    private static ImmutableArray<SlotOffer>? Half(TokenKind word, TokenKind before) => (word, before) switch
    {
        (TokenKind.ConflictWord, TokenKind.ExpectWord) => [SlotOffer.OfWords("between")],
        (TokenKind.NoWord, TokenKind.ExpectWord) => [SlotOffer.OfWords("conflict")],
        (TokenKind.ConflictWord, TokenKind.NoWord) => Next,
        (TokenKind.WayWord, TokenKind.ExpectWord) => [SlotOffer.OfWords("add", "remove", "send to", "store in", "wait")],
        (TokenKind.SendWord, TokenKind.WayWord) => [SlotOffer.OfWords("to")],
        (TokenKind.StoreWord, TokenKind.WayWord) => [SlotOffer.OfWords("in")],
        _ => null,
    };
}
