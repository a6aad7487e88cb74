using PolicyLang.Syntax;

namespace PolicyLang.LanguageService;

/// <summary>What may follow in a clause: its head, its sentence, its modifiers.</summary>
internal static class ClauseSlots
{
    public static ImmutableArray<SlotOffer> OffersAt(SlotWords words)
    {
        if (words.Open < 0)
        {
            return words.Count >= 2 && !words.Has("cites") ? [SlotOffer.OfWords("cites")] : [];
        }

        if (words.Count == words.Open + 1)
        {
            SlotOffer parties = SlotOffer.OfWords("parties");
            SlotOffer subject = new(SlotKind.Subject);
            SlotOffer nobody = new(SlotKind.Modality);
            return words.Kind(0) == TokenKind.NormWord ? [parties, subject, nobody] : [subject, nobody, parties];
        }

        return ModifierSlots.OffersAt(words, words.Open + 1) ?? Sentence(words, words.Open + 1);
    }

    // Before any modifier: subject, modality, verb, object.
    private static ImmutableArray<SlotOffer> Sentence(SlotWords words, int first)
    {
        bool law = words.Kind(first) == TokenKind.PartiesWord;
        int modality = first;
        while (modality < words.Count
            && words.Kind(modality) is not (TokenKind.MayWord or TokenKind.MustWord or TokenKind.ShouldWord or TokenKind.NeedWord))
        {
            modality++;
        }

        if (modality == words.Count)
        {
            return law ? [new(SlotKind.LawModality)]
                : words.Last == TokenKind.OfWord || (words.ListGoesOn && words.Has("of")) ? [new(SlotKind.Home)]
                : words.ListGoesOn ? [new(SlotKind.Subject)]
                : [new(SlotKind.Modality), SlotOffer.OfWords("of", "or")];
        }

        int act = modality + 1;
        while (words.Kind(act) is TokenKind.OnlyWord or TokenKind.NotWord
            || (law && words.Kind(act) is TokenKind.AllowWord or TokenKind.ProhibitWord or TokenKind.RequireWord))
        {
            act++;
        }

        if (act == words.Count && Completed(words, law) is { } rest)
        {
            return rest;
        }

        if (words.Last == TokenKind.OfWord)
        {
            return [new(SlotKind.Home)];
        }

        return words.ListsFrom(act) switch
        {
            0 when law => [new(SlotKind.Verb), new(SlotKind.Subject)],
            0 => [new(SlotKind.Verb)],
            1 when words.ListGoesOn => [new(SlotKind.Verb)],
            1 => [new(SlotKind.Object), new(SlotKind.Modifier), SlotOffer.OfWords("or")],
            2 when words.ListGoesOn => [new(SlotKind.Object)],
            _ => [new(SlotKind.Modifier), SlotOffer.OfWords("or", "except")],
        };
    }

    // The second word of a modality, where the first alone is another or none.
    private static ImmutableArray<SlotOffer>? Completed(SlotWords words, bool law) => (law, words.Last) switch
    {
        (true, TokenKind.MustWord or TokenKind.ShouldWord) =>
            [SlotOffer.OfWords("allow", "not prohibit", "not require", "prohibit", "require")],
        (true, TokenKind.MayWord or TokenKind.NotWord) => [SlotOffer.OfWords("prohibit", "require")],
        (true, _) => null,
        (_, TokenKind.MayWord) => [new(SlotKind.Verb), SlotOffer.OfWords("only")],
        (_, TokenKind.MustWord or TokenKind.ShouldWord) => [new(SlotKind.Verb), SlotOffer.OfWords("not")],
        (_, TokenKind.NeedWord) => [SlotOffer.OfWords("not")],
        _ => null,
    };
}
