using PolicyLang.Syntax;

namespace PolicyLang.LanguageService;

/// <summary>What may follow after a modifier of a clause or check has begun. The last word that begins something decides.</summary>
internal static class ModifierSlots
{
    /// <summary>Behind a number of hours or days.</summary>
    public static readonly ImmutableArray<SlotOffer> Units =
        [SlotOffer.OfWords("hours", "days", "weeks", "months", "years", "working days")];

    private static readonly ImmutableArray<SlotOffer> Next = [new(SlotKind.Modifier)];
    private static readonly ImmutableArray<SlotOffer> AfterList = [new(SlotKind.Modifier), SlotOffer.OfWords("or", "except")];

    /// <summary>What may follow; null before the first modifier.</summary>
    /// <param name="words">The words before the place.</param>
    /// <param name="first">Where the sentence begins.</param>
    public static ImmutableArray<SlotOffer>? OffersAt(SlotWords words, int first)
    {
        if (words.Last == TokenKind.Dot)
        {
            return [new(SlotKind.ClauseOf, words.Text(words.Count - 2))];
        }

        for (int i = words.Count - 1; i >= first; i--)
        {
            if (Begun(words, first, i) is { } offers)
            {
                return offers;
            }
        }

        return null;
    }

    /// <summary>What may follow in a condition.</summary>
    /// <param name="words">The words before the place.</param>
    /// <param name="after">What may follow where the condition may be over.</param>
    public static ImmutableArray<SlotOffer> Condition(SlotWords words, ImmutableArray<SlotOffer> after)
    {
        TokenKind last = words.Last;
        return last is TokenKind.WhenWord or TokenKind.UnlessWord or TokenKind.WithWord or TokenKind.AsWord or TokenKind.WhereWord
            or TokenKind.AndWord or TokenKind.OrWord or TokenKind.NotWord or TokenKind.OpenParenthesis or TokenKind.Comma
                ? [new(SlotKind.Condition)]
            : last is TokenKind.Equal or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual ? []
            : Keywords.IsWord(last) ? [new(SlotKind.Comparison, words.Text(words.Count - 1)), .. after, SlotOffer.OfWords("and", "or")]
            : [.. after, SlotOffer.OfWords("and", "or")];
    }

    /// <summary>The values after <c>is</c> or <c>include</c> at an index.</summary>
    public static ImmutableArray<SlotOffer> Values(SlotWords words, int at, ImmutableArray<SlotOffer> after)
    {
        string attribute = words.Text(at - 1);
        return at == words.Count - 1
            ? [new(SlotKind.Value, attribute),
                words.Kind(at) == TokenKind.IncludeWord ? SlotOffer.OfWords("any of", "all of", "none of") : SlotOffer.OfWords("outside")]
            : words.Last is TokenKind.AnyWord or TokenKind.AllWord or TokenKind.NoneWord ? [SlotOffer.OfWords("of")]
            : words.Last is TokenKind.OfWord or TokenKind.OutsideWord or TokenKind.Comma or TokenKind.ExceptWord
                ? [new(SlotKind.Value, attribute)]
            : words.Last is TokenKind.AndWord or TokenKind.OrWord or TokenKind.NotWord or TokenKind.OpenParenthesis
                ? [new(SlotKind.Condition)]
            : [.. after, SlotOffer.OfWords("and", "or")];
    }

    private static ImmutableArray<SlotOffer>? Begun(SlotWords words, int first, int at)
    {
        TokenKind before = at > first ? words.Kind(at - 1) : TokenKind.EndOfIsland;
        bool last = at == words.Count - 1;
        ImmutableArray<SlotOffer> Listed(SlotKind kind) => last || words.ListGoesOn ? [new(kind)] : AfterList;
        // 'anywhere' and 'outside' stand at the beginning of a list only.
        ImmutableArray<SlotOffer> Places(bool begins) =>
            last && begins ? [new(SlotKind.Place)] : last || words.ListGoesOn ? [new(SlotKind.Region)] : AfterList;
        ImmutableArray<SlotOffer> Named() =>
            last || words.ListGoesOn ? [new(SlotKind.ClauseName), new(SlotKind.Framework), SlotOffer.OfWords("law of")] : Next;
        ImmutableArray<SlotOffer> Orders() => last || words.ListGoesOn ? [new(SlotKind.Authority)] : Next;
        switch (words.Kind(at))
        {
            case TokenKind.FromWord:
                return before == TokenKind.ExemptWord ? Named() : before == TokenKind.ForceWord ? Days(last) : Places(begins: true);
            case TokenKind.InWord when last && before != TokenKind.OnlyWord:
                return [new(SlotKind.Place), SlotOffer.OfWords("force from")];
            case TokenKind.OutsideWord when before == TokenKind.IsWord:
                return null;
            case TokenKind.InWord:
                return Places(begins: true);
            case TokenKind.OutsideWord:
                return Places(begins: false);
            case TokenKind.ToWord:
                return before == TokenKind.SubjectWord
                    ? Named()
                    : last
                    ? [new(SlotKind.Recipient), .. VerbsAfterSubject(words, first, at)]
                    : words.ListGoesOn ? [new(SlotKind.Role), new(SlotKind.Region)] : [SlotOffer.OfWords("in", "outside"), .. AfterList];
            case TokenKind.ForWord:
                return Listed(SlotKind.Purpose);
            case TokenKind.AgainstWord:
                return Listed(SlotKind.Target);
            case TokenKind.NotifyingWord or TokenKind.ByWord:
                return Listed(SlotKind.Role);
            case TokenKind.InvokingWord:
                return last || words.ListGoesOn ? [new(SlotKind.ClauseName)] : Next;
            case TokenKind.OverWord or TokenKind.NotwithstandingWord:
                return Named();
            case TokenKind.OfWord when before == TokenKind.LawWord:
                return Orders();
            case TokenKind.UnderWord:
                return last || words.ListGoesOn ? [new(SlotKind.Authority), new(SlotKind.Framework)] : Next;
            case TokenKind.WhereWord or TokenKind.WhenWord or TokenKind.UnlessWord or TokenKind.WithWord:
                return Condition(words, Next);
            case TokenKind.IsWord or TokenKind.IncludeWord:
                return Values(words, at, Next);
            case TokenKind.OfWord when before is TokenKind.HoursWord or TokenKind.DaysWord or TokenKind.WeeksWord or TokenKind.MonthsWord
                or TokenKind.YearsWord:
                return last ? [new(SlotKind.Event)] : Next;
            case TokenKind.WithinWord or TokenKind.BeforeWord:
                return Time(words);
            default:
                return last ? Half(words.Kind(at), before) : null;
        }
    }

    // The first word of a modifier of two.
    private static ImmutableArray<SlotOffer>? Half(TokenKind word, TokenKind before) => word switch
    {
        TokenKind.ApprovedWord => [SlotOffer.OfWords("by")],
        TokenKind.SubjectWord => [SlotOffer.OfWords("to")],
        TokenKind.PrevailsWord => [SlotOffer.OfWords("over")],
        TokenKind.ExemptWord => [SlotOffer.OfWords("from")],
        TokenKind.CollectedWord => [SlotOffer.OfWords("in")],
        TokenKind.TowardsWord => [SlotOffer.OfWords("anyone")],
        TokenKind.AnyoneWord when before == TokenKind.TowardsWord => Next,
        TokenKind.ForceWord => [SlotOffer.OfWords("from", "until")],
        TokenKind.EnforceableWord => [SlotOffer.OfWords("until"), .. Next],
        TokenKind.UntilWord => [],
        TokenKind.OnlyWord when before is not TokenKind.MayWord => [SlotOffer.OfWords("in")],
        TokenKind.NotWord when before is not (TokenKind.MustWord or TokenKind.NeedWord or TokenKind.ShouldWord or TokenKind.WhereWord
            or TokenKind.WhenWord or TokenKind.UnlessWord or TokenKind.WithWord
            or TokenKind.AndWord or TokenKind.OrWord or TokenKind.NotWord or TokenKind.OpenParenthesis) =>
            [SlotOffer.OfWords("before", "enforceable")],
        _ => null,
    };

    // "parties must allow Controller to …"
    private static ImmutableArray<SlotOffer> VerbsAfterSubject(SlotWords words, int first, int at) =>
        words.Kind(first) == TokenKind.PartiesWord
            && Enumerable.Range(first + 1, at - first - 1)
            .All(i => !Keywords.StartsModifier(words.Kind(i)) || words.Kind(i) == TokenKind.NotWord)
            ? [new(SlotKind.Verb)]
            : [];

    private static ImmutableArray<SlotOffer> Days(bool last) => last ? [] : [SlotOffer.OfWords("until"), .. Next];

    private static ImmutableArray<SlotOffer> Time(SlotWords words) => words.Last switch
    {
        TokenKind.WithinWord or TokenKind.BeforeWord => [],
        TokenKind.Number => Units,
        _ => [SlotOffer.OfWords("of"), .. Next],
    };
}
