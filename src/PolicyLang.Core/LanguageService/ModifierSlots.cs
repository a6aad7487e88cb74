using System.Diagnostics;
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
        return Modifiers.TakesCondition(last) || last is TokenKind.AsWord or TokenKind.AndWord or TokenKind.OrWord or TokenKind.NotWord
            or TokenKind.OpenParenthesis or TokenKind.Comma
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
                    : words.ListGoesOn ? [new(SlotKind.Region), new(SlotKind.Role)] : [SlotOffer.OfWords("in", "outside"), .. AfterList];
            case TokenKind.OfWord when before == TokenKind.LawWord:
                return Orders();
            case TokenKind.IsWord or TokenKind.IncludeWord:
                return Values(words, at, Next);
            case TokenKind.OfWord when before is TokenKind.HoursWord or TokenKind.DaysWord or TokenKind.WeeksWord or TokenKind.MonthsWord
                or TokenKind.YearsWord:
                return last ? [new(SlotKind.Event)] : Next;
            default:
                break;
        }

        ModifierContent content = Modifiers.EndingWith(before, words.Kind(at))?.Content ?? ModifierContent.Nothing;
        return content switch
        {
            ModifierContent.Purposes => Listed(SlotKind.Purpose),
            ModifierContent.Targets => Listed(SlotKind.Target),
            ModifierContent.Roles => Listed(SlotKind.Role),
            ModifierContent.ClauseNames => last || words.ListGoesOn ? [new(SlotKind.ClauseName)] : Next,
            ModifierContent.ClausesAndLaw => Named(),
            ModifierContent.Authorities => last || words.ListGoesOn ? [new(SlotKind.Authority), new(SlotKind.Framework)] : Next,
            ModifierContent.Condition => Condition(words, Next),
            ModifierContent.Duration => Time(words),
            ModifierContent.Nothing or ModifierContent.Date or ModifierContent.Places or ModifierContent.Destination =>
                last ? Half(words.Kind(at), before) : null,
            _ => throw new UnreachableException(),
        };
    }

    // The first word of a modifier of two.
    private static ImmutableArray<SlotOffer>? Half(TokenKind word, TokenKind before) => word switch
    {
        TokenKind.AnyoneWord when before == TokenKind.TowardsWord => Next,
        TokenKind.ForceWord => [SlotOffer.OfWords("from", "until")],
        TokenKind.EnforceableWord => [SlotOffer.OfWords("until"), .. Next],
        TokenKind.UntilWord => [],
        TokenKind.OnlyWord when before is TokenKind.MayWord => null,
        TokenKind.NotWord when Modifiers.TakesCondition(before)
            || before is TokenKind.MustWord or TokenKind.NeedWord or TokenKind.ShouldWord or TokenKind.AndWord
                or TokenKind.OrWord or TokenKind.NotWord or TokenKind.OpenParenthesis => null,
        _ when Modifiers.OfTwoWords(word).Any() =>
            [SlotOffer.OfWords([.. Modifiers.OfTwoWords(word).Select(m => Keywords.WordOf(m.Tokens[1]))])],
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
