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
            : colon > 0 ? ModifierSlots.OffersAt(words, colon + 1) ?? Phrase(words, colon + 1, SlotKind.Modifier)
            : words.Last is TokenKind.NeverWord or TokenKind.AlwaysWord
                ? [SlotOffer.OfWords("permitted:", "prohibited:", "conflicting:", "regulated:")]
            : words.Last == TokenKind.OpenBrace ? [SlotOffer.OfWords("never", "always", "no conflict between", "no breach of")]
            : Statement(words);
    }

    // "no conflict between A and B", "no breach of F by P"
    private static ImmutableArray<SlotOffer> Statement(SlotWords words)
    {
        bool breach = words.Has("no breach");
        return words.Last switch
        {
            TokenKind.NoWord => [SlotOffer.OfWords("conflict between", "breach of")],
            TokenKind.ConflictWord => [SlotOffer.OfWords("between")],
            TokenKind.BreachWord => [SlotOffer.OfWords("of")],
            TokenKind.OfWord when breach => [new(SlotKind.Framework)],
            TokenKind.ByWord when breach => [new(SlotKind.Region)],
            TokenKind.OfWord => [new(SlotKind.Authority)],
            _ when breach => words.Has("by") ? [] : [SlotOffer.OfWords("by")],
            _ when words.Has("no conflict between") =>
                Sides(words, words.ListGoesOn || words.Last == TokenKind.BetweenWord, [SlotOffer.OfWords("and")]),
            _ => [],
        };
    }

    /// <summary>The sides of a conflict: clauses, frameworks, and the law of an order.</summary>
    public static ImmutableArray<SlotOffer> Sides(SlotWords words, bool open, ImmutableArray<SlotOffer> after) =>
        words.Last == TokenKind.Dot ? [new(SlotKind.ClauseOf, words.Text(words.Count - 2))]
        : words.Last == TokenKind.OfWord ? [new(SlotKind.Authority)]
        : open ? [new(SlotKind.ClauseName), new(SlotKind.Framework), SlotOffer.OfWords("law of")]
        : after;

    // Who, does what, with which data; the first two may be left out.
    private static ImmutableArray<SlotOffer> Phrase(SlotWords words, int first, SlotKind then)
    {
        if (words.Last == TokenKind.OfWord)
        {
            return [new(SlotKind.Home)];
        }

        int lists = words.ListsFrom(first) - (words.ListGoesOn ? 1 : 0);
        ImmutableArray<SlotOffer> parts = lists switch
        {
            <= 0 => [new(SlotKind.Subject), new(SlotKind.Verb)],
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
                return last && before == TokenKind.SendWord
                    ? [new(SlotKind.Jurisdiction)]
                    : open ? [new(SlotKind.Jurisdiction), new(SlotKind.Role)] : [SlotOffer.OfWords("in"), .. More];
            case TokenKind.CollectedWord when last:
                return [SlotOffer.OfWords("in")];
            case TokenKind.UnderWord:
                return open ? [new(SlotKind.Authority), new(SlotKind.Framework)] : Next;
            case TokenKind.SinceWord:
                return last
                    ? [new(SlotKind.Event)]
                    : words.Last == TokenKind.Equal
                    ? []
                    : words.Last == TokenKind.Comma ? [new(SlotKind.Condition)] : [SlotOffer.OfWords("="), .. Next];
            case TokenKind.ForWord:
                return open ? [new(SlotKind.Purpose)] : More;
            case TokenKind.AgainstWord:
                return open ? [new(SlotKind.Target)] : More;
            case TokenKind.OnWord:
                return last ? [] : Next;
            case TokenKind.WhereWord:
                return ModifierSlots.Condition(words, Next);
            case TokenKind.IsWord or TokenKind.IncludeWord:
                return words.Last == TokenKind.Comma
                    ? [new(SlotKind.Condition)]
                    : words.Last == TokenKind.AndWord || last ? [new(SlotKind.Value, words.Text(at - 1))] : More;
            case TokenKind.BetweenWord:
                return Sides(words, open, More);
            case TokenKind.ByWord:
                return Clauses(words, open, More);
            case TokenKind.DutyWord:
                return Clauses(words, last, Next);
            case TokenKind.AddWord or TokenKind.RemoveWord when before == TokenKind.WayWord:
                return last ? [new(SlotKind.Value, BuiltInAttributes.Safeguards)] : Next;
            case TokenKind.WaitWord when before == TokenKind.WayWord:
                return last ? [] : words.Last == TokenKind.Number ? ModifierSlots.Units : Next;
            case TokenKind.ExpectWord:
                return last ? [SlotOffer.OfWords("permitted", "prohibited", "unregulated", "conflicting", "conflict between", "no conflict",
                    "discouraged by", "advised by", "duty", "way"), new(SlotKind.ClauseName)]
                    : words.Last == TokenKind.Dot ? [new(SlotKind.ClauseOf, words.Text(words.Count - 2))]
                    : words.Kind(at + 1) is TokenKind.PermittedWord or TokenKind.ProhibitedWord or TokenKind.UnregulatedWord
                        or TokenKind.ConflictingWord ? [SlotOffer.OfWords("by"), .. Next]
                    : words.Last is TokenKind.AppliesWord or TokenKind.ApplyWord ? Next
                    : [SlotOffer.OfWords("applies", "does not apply")];
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
        (TokenKind.ConflictWord, TokenKind.NoWord) => [.. Next, SlotOffer.OfWords("between")],
        (TokenKind.DiscouragedWord or TokenKind.AdvisedWord, TokenKind.ExpectWord) => [SlotOffer.OfWords("by")],
        (TokenKind.DoesWord, _) => [SlotOffer.OfWords("not apply")],
        (TokenKind.NotWord, TokenKind.DoesWord) => [SlotOffer.OfWords("apply")],
        (TokenKind.WayWord, TokenKind.ExpectWord) => [SlotOffer.OfWords("add", "remove", "send to", "store in", "wait")],
        (TokenKind.SendWord, TokenKind.WayWord) => [SlotOffer.OfWords("to")],
        (TokenKind.StoreWord, TokenKind.WayWord) => [SlotOffer.OfWords("in")],
        _ => null,
    };
}
