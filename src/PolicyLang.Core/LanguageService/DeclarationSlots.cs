using PolicyLang.Syntax;

namespace PolicyLang.LanguageService;

/// <summary>What may follow in a declaration that is no clause, scenario or check.</summary>
internal static class DeclarationSlots
{
    private static readonly ImmutableArray<SlotOffer> Members = [new(SlotKind.Member)];

    public static ImmutableArray<SlotOffer> OffersAt(SlotWords words) => words.Kind(0) switch
    {
        TokenKind.ScenarioWord => ScenarioSlots.Scenario(words),
        TokenKind.CheckWord => ScenarioSlots.Check(words),
        TokenKind.AcknowledgeWord => Acknowledge(words),
        TokenKind.ResolveWord => Resolve(words),
        TokenKind.DefineWord => Define(words),
        TokenKind.AttributeWord => Attribute(words),
        TokenKind.PartyWord => Party(words),
        TokenKind.OrganisationWord =>
            words.Has("under") ? Listed(words, SlotKind.Authority) : words.Count > 1 ? [SlotOffer.OfWords("under")] : [],
        TokenKind.BlocWord => Bloc(words),
        TokenKind.ListWord => List(words),
        TokenKind.AssumeWord => Assume(words),
        TokenKind.UsesWord => Uses(words),
        TokenKind.TaxonomyWord =>
            words.Open >= 0 && Keywords.IsWord(words.Last) && words.Last != TokenKind.OpposesWord ? [SlotOffer.OfWords("opposes")] : [],
        _ => [],
    };

    /// <summary>In the head of a framework or among its properties.</summary>
    public static ImmutableArray<SlotOffer> Framework(SlotWords words)
    {
        if (words.Kind(0) == TokenKind.FrameworkWord && words.Open < 0)
        {
            return [];
        }

        for (int i = words.Count - 1; i >= 0; i--)
        {
            bool last = i == words.Count - 1;
            ImmutableArray<SlotOffer> Listed(SlotKind kind) => last || words.ListGoesOn ? [new(kind)] : Members;
            switch (words.Kind(i))
            {
                case TokenKind.AuthorityWord:
                    return last ? [new(SlotKind.Authority)] : Members;
                case TokenKind.RankWord:
                    return last ? [new(SlotKind.Rank)] : Members;
                case TokenKind.AimsWord:
                    return Listed(SlotKind.Aim);
                case TokenKind.PartiesWord:
                    return last ? [new(SlotKind.Place)] : Listed(SlotKind.Region);
                case TokenKind.OutsideWord:
                    return Listed(SlotKind.Region);
                case TokenKind.ReplacesWord or TokenKind.ImplementsWord:
                    return Listed(SlotKind.Framework);
                case TokenKind.RepealsWord:
                    return words.Last == TokenKind.Dot
                        ? [new(SlotKind.ClauseOf, words.Text(words.Count - 2))]
                        : last || words.ListGoesOn ? [new(SlotKind.Framework), new(SlotKind.ClauseName)] : Members;
                case TokenKind.ResolveWord or TokenKind.ConflictsWord:
                    return Resolve(words) is { IsEmpty: false } principles ? principles : Members;
                case TokenKind.InWord when last:
                    return [SlotOffer.OfWords("force from")];
                case TokenKind.ForceWord when last:
                    return [SlotOffer.OfWords("from", "until")];
                case TokenKind.CitationWord or TokenKind.SourceWord or TokenKind.AdoptedWord or TokenKind.FromWord or TokenKind.UntilWord:
                    return last ? [] : words.Kind(i) == TokenKind.FromWord ? [.. Members, SlotOffer.OfWords("until")] : Members;
            }
        }

        return Members;
    }

    private static ImmutableArray<SlotOffer> Listed(SlotWords words, SlotKind kind) =>
        words.ListGoesOn || words.Last == TokenKind.UnderWord ? [new(kind)] : [];

    private static ImmutableArray<SlotOffer> Acknowledge(SlotWords words) => words.Last switch
    {
        TokenKind.AcknowledgeWord => [SlotOffer.OfWords("conflict between")],
        TokenKind.ConflictWord => [SlotOffer.OfWords("between")],
        TokenKind.BetweenWord or TokenKind.AndWord or TokenKind.Comma =>
            [new(SlotKind.Conflicting), .. ScenarioSlots.Sides(words, true, [])],
        TokenKind.Dot or TokenKind.OfWord => ScenarioSlots.Sides(words, true, []),
        TokenKind.Text => [SlotOffer.OfWords("until")],
        TokenKind.BecauseWord or TokenKind.UntilWord or TokenKind.Date => [],
        _ => [SlotOffer.OfWords("and", "because")],
    };

    private static ImmutableArray<SlotOffer> Resolve(SlotWords words) => words.Last switch
    {
        TokenKind.ResolveWord => [SlotOffer.OfWords("conflicts by")],
        TokenKind.ConflictsWord => [SlotOffer.OfWords("by", "of")],
        TokenKind.OfWord => [new(SlotKind.Authority)],
        _ when words.Kind(words.Count - 2) == TokenKind.OfWord => [SlotOffer.OfWords("by")],
        TokenKind.ByWord or TokenKind.Comma => [new(SlotKind.Principle)],
        _ => [],
    };

    private static ImmutableArray<SlotOffer> Define(SlotWords words)
    {
        if (words.Kind(2) == TokenKind.Equal)
        {
            return words.Count == 3 || words.ListGoesOn || words.Last == TokenKind.OutsideWord
                ? [new(SlotKind.Term)]
                : [SlotOffer.OfWords("or", "except")];
        }

        for (int i = words.Count - 1; i > 2; i--)
        {
            if (words.Kind(i) is TokenKind.IsWord or TokenKind.IncludeWord)
            {
                return ModifierSlots.Values(words, i, []);
            }
        }

        return words.Count == 1 ? [] : words.Count == 2 ? [SlotOffer.OfWords("as", "=")] : ModifierSlots.Condition(words, []);
    }

    private static ImmutableArray<SlotOffer> Uses(SlotWords words) =>
        words.Count == 1 || words.ListGoesOn ? [new(SlotKind.LibraryFramework)]
        : words.Last is TokenKind.OfWord or TokenKind.Date ? []
        : words.Last == TokenKind.AsWord ? [SlotOffer.OfWords("of")]
        : [SlotOffer.OfWords("as of")];

    private static ImmutableArray<SlotOffer> Attribute(SlotWords words) => words.Last switch
    {
        TokenKind.Colon => [new(SlotKind.AttributeType), SlotOffer.OfWords("set of")],
        TokenKind.SetWord when words.Kind(words.Count - 2) == TokenKind.Colon => [SlotOffer.OfWords("of")],
        TokenKind.OfWord => [new(SlotKind.AttributeType)],
        TokenKind.ChosenWord or TokenKind.SelfJudged or TokenKind.Text => [],
        _ => words.Count > 3
            ? [SlotOffer.OfWords(words.Text(words.Count - 1) == "flag" ? ["chosen", Keywords.SelfJudged] : ["chosen"])]
            : [],
    };

    private static ImmutableArray<SlotOffer> Party(SlotWords words)
    {
        if (words.Open < 0)
        {
            return words.Count == 1 ? [new(SlotKind.Region)] : [];
        }

        for (int i = words.Count - 1; i > words.Open; i--)
        {
            bool last = i == words.Count - 1;
            switch (words.Kind(i))
            {
                case TokenKind.InvokesWord:
                    return words.Last == TokenKind.Dot
                        ? [new(SlotKind.ClauseOf, words.Text(words.Count - 2))]
                        : last ? [new(SlotKind.ClauseName)] : [SlotOffer.OfWords("for")];
                case TokenKind.ForWord:
                    return words.Last == TokenKind.Dot
                        ? [new(SlotKind.ClauseOf, words.Text(words.Count - 2))]
                        : last || words.ListGoesOn
                        ? [new(SlotKind.Framework), new(SlotKind.ClauseName)]
                        : [SlotOffer.OfWords("since", "until")];
                case TokenKind.AdoptsWord:
                    return last ? [new(SlotKind.Framework)] : [SlotOffer.OfWords("since")];
                case TokenKind.SinceWord or TokenKind.UntilWord:
                    return last ? [] : [SlotOffer.OfWords("until", "towards", "reserving", "adopts", "invokes")];
                case TokenKind.TowardsWord:
                    return last || words.ListGoesOn ? [new(SlotKind.Region)] : [SlotOffer.OfWords("reserving", "adopts", "invokes")];
                case TokenKind.ReservingWord:
                    return words.Last == TokenKind.Dot
                        ? [new(SlotKind.ClauseOf, words.Text(words.Count - 2))]
                        : last || words.ListGoesOn ? [new(SlotKind.ClauseName)] : [SlotOffer.OfWords("for", "until", "adopts", "invokes")];
            }
        }

        return [SlotOffer.OfWords("adopts", "invokes")];
    }

    private static ImmutableArray<SlotOffer> Assume(SlotWords words)
    {
        ImmutableArray<SlotOffer> after = words.Has("never") || words.Has("implies") ? [] : [SlotOffer.OfWords("implies")];
        for (int i = words.Count - 1; i > 0; i--)
        {
            switch (words.Kind(i))
            {
                case TokenKind.IsWord or TokenKind.IncludeWord:
                    return ModifierSlots.Values(words, i, after);
                case TokenKind.ImpliesWord or TokenKind.NeverWord:
                    return i == words.Count - 1 ? [new(SlotKind.Condition)] : ModifierSlots.Condition(words, after);
            }
        }

        return words.Last is TokenKind.AssumeWord or TokenKind.Text
            ? [SlotOffer.OfWords("never"), new(SlotKind.Condition)]
            : ModifierSlots.Condition(words, after);
    }

    private static ImmutableArray<SlotOffer> List(SlotWords words)
    {
        if (words.Open < 0)
        {
            return words.Last == TokenKind.Colon ? [new(SlotKind.AttributeType)] : [];
        }

        string taxonomy = words.Text(words.Open - 1);
        for (int i = words.Count - 1; i > words.Open; i--)
        {
            switch (words.Kind(i))
            {
                case TokenKind.WhenWord:
                    return ModifierSlots.Condition(words, []);
                case TokenKind.SinceWord or TokenKind.UntilWord:
                    return i == words.Count - 1 ? [] : [SlotOffer.OfWords("until", "when"), new(SlotKind.Node, taxonomy)];
            }
        }

        return words.Last == TokenKind.OpenBrace || words.ListGoesOn
            ? [new(SlotKind.Node, taxonomy)]
            : [SlotOffer.OfWords("since", "until", "when")];
    }

    private static ImmutableArray<SlotOffer> Bloc(SlotWords words)
    {
        bool equals = words.Has("=");
        for (int i = words.Count - 1; i > 1; i--)
        {
            switch (words.Kind(i))
            {
                case TokenKind.WhenWord:
                    return ModifierSlots.Condition(words, []);
                case TokenKind.SinceWord or TokenKind.UntilWord:
                    return i == words.Count - 1 ? [] : [SlotOffer.OfWords("until", "when"), new(SlotKind.Region)];
            }
        }

        return words.Last is TokenKind.OpenBrace or TokenKind.Equal || words.ListGoesOn ? [new(SlotKind.Region)]
            : equals ? [SlotOffer.OfWords("except")]
            : words.Open >= 0 ? [SlotOffer.OfWords("since", "until", "when")]
            : words.Count > 1 ? [SlotOffer.OfWords("supranational")]
            : [];
    }
}
