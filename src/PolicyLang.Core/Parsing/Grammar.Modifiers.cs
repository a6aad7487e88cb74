using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    /// <summary>Modifiers up to the closing brace. What is none is reported once and skipped up to the next one.</summary>
    private static Parser<ImmutableArray<ModifierSyntax>> Modifiers => input =>
    {
        var modifiers = new List<ModifierSyntax>();
        IInput rest = input;
        while (rest.Tokens().Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            TokenInput here = rest.Tokens();
            bool other = IsOtherModifier(here);
            if (!other && !Keywords.StartsModifier(here.Kind))
            {
                rest = SkipToModifier(here, modifiers.LastOrDefault() is FromModifierSyntax or ToModifierSyntax or InModifierSyntax or OutsideModifierSyntax or ForModifierSyntax or AgainstModifierSyntax or NameListModifierSyntax);
                continue;
            }

            IResult<ModifierSyntax?> result = other ? OtherModifier(rest) : Modifier(rest);
            rest = result.Remainder.Tokens().Position == here.Position ? rest.Advance() : result.Remainder;
            if (result.Value is { } modifier && IsFirst(modifier, here, modifiers))
            {
                modifiers.Add(modifier);
            }
        }

        return Result.Success(modifiers.ToImmutableArray(), rest);
    };

    private static string KeyOf(ModifierSyntax modifier) => modifier is NameListModifierSyntax list ? list.Kind.ToString() : modifier.GetType().Name;

    private static bool IsFirst(ModifierSyntax modifier, TokenInput here, List<ModifierSyntax> modifiers)
    {
        if (modifier is WhenModifierSyntax or UnlessModifierSyntax or ForceModifierSyntax)
        {
            return true;
        }

        string words = here.Reader.Text.Substring(modifier.KeywordSpan.Start, modifier.KeywordSpan.Length);
        string key = KeyOf(modifier);
        if (modifiers.All(m => KeyOf(m) != key))
        {
            return true;
        }

        int at = modifiers.FindIndex(m => KeyOf(m) == key);
        (string? title, TextEdit[] edits) = Joining.Of(here, modifiers[at], modifier);
        here.Reader.Report(here.Position, SyntaxDiagnostics.RepeatedModifier, modifier.KeywordSpan, $"'{words}' stands twice in this clause.", "Join the two in one list, or write a second clause. Only 'when', 'unless' and 'in force' may be repeated.", title, edits);
        return false;
    }

    private static IInput SkipToModifier(TokenInput here, bool afterList)
    {
        string word = here.Reader.TextOf(here.Token);
        string? nearest = Keywords.IsWord(here.Kind) ? NearestName.Find(word.Length > 3 ? word.ToLowerInvariant() : word, ModifierWords) : null;
        if (nearest is null && afterList && IsMissingComma(here))
        {
            ReportMissingComma(here);
        }

        here.Reader.Report(
            here.Position,
            Keywords.IsWord(here.Kind) ? SyntaxDiagnostics.UnknownModifier : SyntaxDiagnostics.Unexpected,
            here.Token.Span,
            Keywords.IsWord(here.Kind) ? $"'{word}' is no modifier of a clause." : $"{here.Reader.Show(here.Token)} does not belong here.",
            nearest is null ? "After the sentence come modifiers: from, to, in, for, when, unless, within, subject to, …" : $"Did you mean '{nearest}'?",
            nearest is not null ? $"Write '{nearest}'" : IsRemovable(here) ? "Remove it" : null,
            nearest is not null ? [new TextEdit(here.Token.Span, nearest)] : IsRemovable(here) ? [new TextEdit(here.Token.Span, string.Empty)] : []);
        IInput rest = here.Advance();
        while (!Keywords.StartsModifier(rest.Tokens().Kind) && rest.Tokens().Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            rest = rest.Advance();
        }

        return rest;
    }

    // "US CN" or "US and CN" in a list of one line: names begin with a capital.
    private static bool IsMissingComma(TokenInput here) =>
        (here.Kind == TokenKind.Name && char.IsUpper(here.Reader.Text[here.Token.Start]) && !here.StartsLine)
        || (here.Kind == TokenKind.AndWord && here.Next == TokenKind.Name);

    private static void ReportMissingComma(TokenInput here)
    {
        int end = here.Reader.EndBefore(here.Position);
        bool and = here.Kind == TokenKind.AndWord;
        here.Reader.Report(
            here.Position, and ? SyntaxDiagnostics.Unexpected : SyntaxDiagnostics.Expected, here.Token.Span,
            and ? "'and' does not part the names of a list." : $"A comma is missing before {here.Reader.Show(here.Token)}.",
            "Write a comma between two names.", "Write a comma",
            new TextEdit(TextSpan.FromBounds(end, and ? here.Token.Span.End : end), ","));
    }

    private static bool IsRemovable(TokenInput here) =>
        IsRemovable(here.Kind) || (here.Kind == TokenKind.Comma && (Keywords.StartsModifier(here.Next) || Keywords.StartsProperty(here.Next) || here.Next is TokenKind.CloseBrace or TokenKind.EndOfIsland));

    private static bool IsRemovable(TokenKind kind) => kind is TokenKind.CloseParenthesis or TokenKind.Dot or TokenKind.Colon;

    private static readonly string[] ModifierWords =
        [.. Keywords.All.Where(w => Keywords.StartsModifier(Keywords.KindOf(w)))];

    private static Parser<ModifierSyntax?> Modifier => Look(here => (here.Kind, here.Next) switch
    {
        (TokenKind.FromWord, TokenKind.Date) => Reworded(1, "in force from").Then(_ => Keyword(0, Date, (d, k, span) => new ForceModifierSyntax(new ForceSyntax(d, null, span), k, span))),
        (TokenKind.FromWord, _) => Keyword(1, Set("A place"), (s, k, span) => new FromModifierSyntax(s, k, span)),
        (TokenKind.ToWord, _) => Keyword(1, Destination, (d, k, span) => new ToModifierSyntax(d.Roles, d.Set, k, span)),
        (TokenKind.OnlyWord, TokenKind.InWord) => Keyword(2, Set("A place"), (s, k, span) => new InModifierSyntax(true, s, k, span)),
        (TokenKind.InWord, TokenKind.ForceWord) => Keyword(0, Force, (f, _, span) => new ForceModifierSyntax(f, new TextSpan(span.Start, here.Reader.Tokens[here.Position + 1].End - span.Start), span)),
        (TokenKind.InWord, TokenKind.Number) => Reworded(1, "within").Then(_ => Keyword(0, Duration, (d, k, span) => new WithinModifierSyntax(d, k, span))),
        (TokenKind.InWord, _) => Keyword(1, Set("A place"), (s, k, span) => new InModifierSyntax(false, s, k, span)),
        (TokenKind.OutsideWord, _) => Keyword(0, ListSet("A place", TokenKind.OrWord), (s, _, span) => new OutsideModifierSyntax(s, here.Token.Span, span)),
        (TokenKind.ForWord, _) => Keyword(1, Set("A purpose"), (s, k, span) => new ForModifierSyntax(s, k, span)),
        (TokenKind.AgainstWord, _) => Keyword(1, Set("A target"), (s, k, span) => new AgainstModifierSyntax(s, k, span)),
        (TokenKind.WhenWord, _) => Keyword(1, Condition, (c, k, span) => new WhenModifierSyntax(c, k, span)),
        (TokenKind.UnlessWord, _) => Keyword(1, Condition, (c, k, span) => new UnlessModifierSyntax(c, k, span)),
        (TokenKind.WithWord, _) => Keyword(1, Condition, (c, k, span) => new WithModifierSyntax(c, k, span)),
        (TokenKind.WithinWord, TokenKind.Name) when char.IsUpper(here.Reader.Text[here.Reader.Tokens[here.Position + 1].Start]) =>
            Reworded(1, "in").Then(_ => Keyword(0, Set("A place"), (s, k, span) => new InModifierSyntax(false, s, k, span))),
        (TokenKind.WithinWord, _) => Keyword(1, Duration, (d, k, span) => new WithinModifierSyntax(d, k, span)),
        (TokenKind.NotWord, TokenKind.BeforeWord) => Keyword(2, Duration, (d, k, span) => new NotBeforeModifierSyntax(d, k, span)),
        (TokenKind.NotWord, TokenKind.EnforceableWord) => Keyword(2, If(TokenKind.UntilWord, Take.Then(_ => Date)), (d, k, span) => new NotEnforceableModifierSyntax(d, k, span)),
        (TokenKind.NotifyingWord, _) => NameList(NameListKind.Notifying, List("A role", TokenKind.OrWord), 1),
        (TokenKind.ApprovedWord, TokenKind.ByWord) => NameList(NameListKind.ApprovedBy, List("A role", TokenKind.OrWord), 2),
        (TokenKind.SubjectWord, TokenKind.ToWord) => NameList(NameListKind.SubjectTo, Names("A clause or framework"), 2),
        (TokenKind.PrevailsWord, TokenKind.OverWord) => NameList(NameListKind.PrevailsOver, Names("A clause or framework"), 2),
        (TokenKind.NotwithstandingWord, _) => NameList(NameListKind.Notwithstanding, Names("A clause or framework"), 1),
        (TokenKind.InvokingWord, _) => NameList(NameListKind.Invoking, Names("A clause or framework"), 1),
        (TokenKind.ExemptWord, TokenKind.FromWord) => NameList(NameListKind.ExemptFrom, Names("A clause or framework"), 2),
        _ => HalfKeyword,
    });

    // "subject" without "to" and the like: the second word is named, and what follows is read as the modifier's.
    private static Parser<ModifierSyntax?> HalfKeyword => input =>
    {
        TokenInput here = input.Tokens();
        string whole = here.Kind switch
        {
            TokenKind.SubjectWord => "subject to",
            TokenKind.PrevailsWord => "prevails over",
            TokenKind.ApprovedWord => "approved by",
            TokenKind.ExemptWord => "exempt from",
            TokenKind.OnlyWord => "only in",
            _ => "not before' or 'not enforceable",
        };
        bool certain = here.Kind != TokenKind.NotWord;
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Expected, here.Token.Span, $"{here.Reader.Show(here.Token)} is only half of a modifier.", $"Write '{whole}'.",
            certain ? $"Write '{whole}'" : null, certain ? [new TextEdit(here.Token.Span, whole)] : []);
        IInput rest = input.Advance();
        while (!Keywords.StartsModifier(rest.Tokens().Kind) && rest.Tokens().Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            rest = rest.Advance();
        }

        return Result.Success<ModifierSyntax?>(null, rest);
    };

    private static Parser<ModifierSyntax?> NameList(NameListKind kind, Parser<ImmutableArray<ReferenceSyntax>> names, int words) =>
        Keyword(words, names, (n, k, span) => new NameListModifierSyntax(kind, n, k, span));

    /// <summary>A keyword of some words and what follows it.</summary>
    private static Parser<ModifierSyntax?> Keyword<T>(int words, Parser<T> content, Func<T, TextSpan, TextSpan, ModifierSyntax> make) => input =>
    {
        TokenInput here = input.Tokens();
        TextSpan keyword = words == 0 ? here.Token.Span : here.Token.Span.Cover(here.Reader.Tokens[here.Position + words - 1].Span);
        IResult<T> result = content(here.Reader.InputAt(here.Position + words));
        TextSpan span = TextSpan.FromBounds(here.Token.Start, here.Reader.EndBefore(result.Remainder.Tokens().Position));
        return Result.Success<ModifierSyntax?>(make(result.Value, keyword, span), result.Remainder);
    };

    private static readonly string[][] OtherStart = [["as", "of"], ["as", "from"], ["starting"], ["beginning"]];

    private static readonly string[][] OtherEnd = [["through"], ["till"], ["til"]];

    private static Parser<ForceSyntax> Force =>
        (from @in in Take
         from force in Take
         from dates in Look(here => here.Kind == TokenKind.UntilWord
            ? Take.Then(_ => Date).Select(d => ((DateLiteralSyntax?)null, (DateLiteralSyntax?)d))
            : from word in here.Kind is TokenKind.SinceWord or TokenKind.OnWord ? Replaced("from") : Phrases.FirstOf(here, OtherStart) is { } start ? Reworded(start.Length, "from") : Expect(TokenKind.FromWord, "'in force' is followed by 'from' or 'until' and a day.", "Write for example 'in force from 2025-01-01'.", here.Kind == TokenKind.Date ? " from" : null)
              from day in Look(_ => word.Length == 0 && here.Kind != TokenKind.Date ? Parse.Return<DateLiteralSyntax?>(null) : Date.Select(d => (DateLiteralSyntax?)d))
              from until in Look(after => after.Next == TokenKind.Date && (after.Kind == TokenKind.ToWord || Phrases.FirstOf(after, OtherEnd) is not null)
                  ? Replaced("until").Then(_ => Date).Select(d => (DateLiteralSyntax?)d)
                  : If(TokenKind.UntilWord, Take.Then(_ => Date)))
              select (day, until))
         select dates).Spanned((d, span) => new ForceSyntax(d.Item1, d.Item2, span));

    /// <summary>One token that stands for another word.</summary>
    private static Parser<Token> Replaced(string meant) => input =>
    {
        Phrases.Report(input.Tokens(), SyntaxDiagnostics.Unexpected, 1, meant);
        return Take(input);
    };

    private static Parser<DurationSyntax> Duration =>
        (from number in Look(here => IsSpelledTwice(here) ? Reworded(4, here.Reader.TextOf(here.Reader.Tokens[here.Position + 2])).Select(t => new NumberLiteralSyntax(1, t.Span)) : IsShort(here) is null ? Number : ShortDuration)
         from calendar in OptionalNoise(here => Phrases.Starts(here, ["calendar"]) ? 1 : 0)
         from unit in Look(here => here.Reader.Tokens[Math.Max(0, here.Position - 1)] is { Kind: TokenKind.Name } last && here.Reader.TextOf(last).Length == 1 ? Parse.Return(1) : Unit)
         from @event in Look(here => Phrases.Starts(here, ["after"]) || Phrases.Starts(here, ["following"]) || IsEventAfterFrom(here)
             ? Replaced("of").Then(_ => Reference("An event")).Select(e => (ReferenceSyntax?)e)
             : If(TokenKind.OfWord, Take.Then(_ => Reference("An event"))))
         select (number, unit, @event)).Spanned((d, span) => new DurationSyntax(Hours(d.number.Value, d.unit), d.@event, span));

    // "72h", "3d"
    private static string? IsShort(TokenInput here) =>
        here.Kind == TokenKind.Number && here.Next == TokenKind.Name && here.Reader.Tokens[here.Position + 1] is { Length: 1 } unit && unit.Start == here.Token.End
            ? here.Reader.TextOf(unit).ToLowerInvariant() switch { "h" => "hours", "d" => "days", "w" => "weeks", _ => null }
            : null;

    private static Parser<NumberLiteralSyntax> ShortDuration => Look(here =>
        Reworded(2, $"{here.Reader.TextOf(here.Token)} {IsShort(here)}").Select(t => new NumberLiteralSyntax(1, t.Span)));

    // "three (3) days"
    private static bool IsSpelledTwice(TokenInput here) =>
        IsNumberWord(here) && here.Next == TokenKind.OpenParenthesis && here.Position + 3 < here.Reader.Tokens.Length
        && here.Reader.Tokens[here.Position + 2] is { Kind: TokenKind.Number } number && here.Reader.Tokens[here.Position + 3].Kind == TokenKind.CloseParenthesis
        && here.Reader.TextOf(number) == Array.IndexOf(NumberWords, here.Reader.TextOf(here.Token).ToLowerInvariant()).ToString(System.Globalization.CultureInfo.InvariantCulture);

    // "3 days from data_breach": events are flags, which begin with a small letter; places do not.
    private static bool IsEventAfterFrom(TokenInput here) =>
        here.Kind == TokenKind.FromWord && here.Next == TokenKind.Name && char.IsLower(here.Reader.Text[here.Reader.Tokens[here.Position + 1].Start]) && here.Reader.Tokens[here.Position + 1].Length > 3;

    private static readonly (string Word, int Times, string Unit)[] OtherUnits =
        [("year", 12, "months"), ("years", 12, "months"), ("quarter", 3, "months"), ("quarters", 3, "months"), ("fortnight", 2, "weeks"), ("fortnights", 2, "weeks")];

    private static Parser<int> Unit => input =>
    {
        TokenInput here = input.Tokens();
        int hours = here.Kind switch
        {
            TokenKind.HoursWord => 1,
            TokenKind.DaysWord => 24,
            TokenKind.WeeksWord => 168,
            TokenKind.MonthsWord => 720,
            _ => 0,
        };
        if (hours > 0)
        {
            return Result.Success(hours, input.Advance());
        }

        string word = here.Kind == TokenKind.Name ? here.Reader.TextOf(here.Token) : string.Empty;
        string? meant = word.Length == 0 ? null : NearestName.Find(word, ["hours", "days", "weeks", "months"]);
        if (OtherUnits.FirstOrDefault(u => Phrases.Starts(here, [u.Word])) is { Word: not null } other && here.Position > 0 && here.Reader.Tokens[here.Position - 1] is { Kind: TokenKind.Number } number
            && long.TryParse(here.Reader.TextOf(number), out long many) && many < 1000)
        {
            string converted = $"{many * other.Times} {other.Unit}";
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, $"'{word}' is no unit of time; the units are hours, days, weeks and months.", $"Write '{converted}'.", $"Write '{converted}'", new TextEdit(number.Span.Cover(here.Token.Span), converted));
            return Result.Success(24, input.Advance());
        }

        if (meant is null)
        {
            here.ReportMissing(SyntaxDiagnostics.Expected, "The unit of time is missing.", "Write 'hours', 'days', 'weeks' or 'months' after the number.");
            return Result.Success(24, word.Length > 0 ? input.Advance() : input);
        }

        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, $"'{word}' is no unit of time; the units are hours, days, weeks and months.", $"Write '{meant}'.", $"Write '{meant}'", new TextEdit(here.Token.Span, meant));
        return Result.Success(24, input.Advance());
    };

    private static long Hours(long number, int unit) => number > long.MaxValue / unit ? long.MaxValue : number * unit;
}
