using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    private static Parser<DeclarationSyntax> Scenario =>
        (from frame in Opening
         from title in Title
         from open in OpenBrace
         from phrase in Phrase(here => (IsListName(here.Kind) && OtherSlot(here) is null) || here.Kind is TokenKind.MayWord or TokenKind.MustWord, ScenarioName)
         from end in EndOfPhrase
         from slots in While(here => IsSlot(here.Kind) || SlotMeant(here) is not null, Slot)
         from expectations in While(here => here.Kind == TokenKind.ExpectWord || IsOtherExpect(here), Expectation)
         from none in Look(_ => expectations.IsEmpty ? MissingExpectation : Parse.Return(true))
         from close in CloseBrace("scenario")
         select (frame, title, phrase, slots, expectations)).Spanned((s, span) =>
            (DeclarationSyntax)new ScenarioSyntax(s.title, s.phrase, s.slots, s.expectations, s.frame.Documentation, s.frame.IsBroken, span));

    // Without a title, the case's own words are one: what stands before the first date, fact or expectation, or after the colon.
    private static Parser<TextLiteralSyntax> Title => Look(here => here.Kind != TokenKind.OpenBrace ? Text : input =>
    {
        Token[] tokens = here.Reader.Tokens;
        int first = Math.Max(here.Position, Array.FindIndex(tokens, t => t.Kind == TokenKind.Colon)) + 1;
        int end = Array.FindIndex(tokens, first, t => t.Kind is TokenKind.OnWord or TokenKind.WhereWord or TokenKind.WhenWord or TokenKind.ExpectWord or TokenKind.CloseBrace or TokenKind.EndOfIsland);
        string title = string.Join(" ", tokens.Skip(first).Take(end - first).Select(here.Reader.TextOf)).Replace(" ,", ",").Replace("\"", string.Empty);
        here.ReportMissing(
            SyntaxDiagnostics.Expected, "A title in quotes is missing.", "Write it before the brace: \"…\".",
            title.Length == 0 ? null : $"Write \"{title}\"", title.Length == 0 ? null : $" \"{title}\"");
        return Result.Success(new TextLiteralSyntax(title, new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    });

    private static Parser<bool> MissingExpectation => input =>
    {
        TokenInput here = input.Tokens();
        if (here.Kind == TokenKind.CloseBrace)
        {
            here.ReportMissing(SyntaxDiagnostics.Expected, "The scenario expects nothing.", "Add for example 'expect permitted' or 'expect conflict between F.A and G.B'.");
        }

        return Result.Success(false, input);
    };

    private static bool IsSlot(TokenKind kind) => kind is TokenKind.FromWord or TokenKind.ToWord or TokenKind.InWord or TokenKind.ForWord
        or TokenKind.AgainstWord or TokenKind.OnWord or TokenKind.WhereWord;

    // A scenario says what is done, not what may be.
    private static Parser<NameListSyntax> ScenarioName =>
        from modality in OptionalNoise(here => here.Kind is TokenKind.MayWord or TokenKind.MustWord ? 1 : 0)
        from names in Anded("A name")
        select names;

    // "when", "if" and "given" for "where"; "date", "at" or nothing for "on".
    private static string? OtherSlot(TokenInput here) =>
        here.Kind == TokenKind.WhenWord || ((Phrases.Starts(here, ["if"]) || Phrases.Starts(here, ["given"])) && IsListName(here.Next)) ? "where"
        : here.Kind == TokenKind.Date || ((Phrases.Starts(here, ["date"]) || Phrases.Starts(here, ["at"])) && here.Next == TokenKind.Date) ? "on"
        : null;

    private static Parser<Token> SlotWord => Look(here => SlotMeant(here) is not { } meant ? Take
        : here.Kind == TokenKind.Date ? Expect(TokenKind.OnWord, "'on' is missing before the day.", "Write 'on'.", " on")
        : Replaced(meant));

    private static Parser<SlotSyntax> Slot => Look(here => (SlotMeant(here) is { } meant ? Keywords.KindOf(meant) : here.Kind) switch
    {
        TokenKind.FromWord => Slotted(Reference("A place"), (v, k, s) => new PlaceSlotSyntax(PlaceSlotKind.From, v, k, s)),
        TokenKind.InWord => Slotted(Reference("A place"), (v, k, s) => new PlaceSlotSyntax(PlaceSlotKind.In, v, k, s)),
        TokenKind.ToWord => Slotted(ToSlot, (v, k, s) => new ToSlotSyntax(v.Item1, v.Item2, k, s)),
        TokenKind.ForWord => Slotted(Anded("A purpose"), (v, k, s) => new ListSlotSyntax(ListSlotKind.For, v, k, s)),
        TokenKind.AgainstWord => Slotted(Anded("A target"), (v, k, s) => new ListSlotSyntax(ListSlotKind.Against, v, k, s)),
        TokenKind.OnWord => Slotted(Date, (v, k, s) => new OnSlotSyntax(v, k, s)),
        _ => Slotted(Facts, (v, k, s) => (SlotSyntax)new WhereSlotSyntax(v, k, s)),
    });

    private static Parser<SlotSyntax> Slotted<T>(Parser<T> value, Func<T, TextSpan, TextSpan, SlotSyntax> make) =>
        (from keyword in SlotWord from v in value select (keyword, v)).Spanned((s, span) => make(s.v, s.keyword.Span, span));

    private static Parser<(NameListSyntax?, ReferenceSyntax)> ToSlot =>
        from list in Anded("A place")
        from both in Look(here => here.Kind == TokenKind.InWord && !list.Names.IsEmpty
            ? Take.Then(_ => Reference("A place")).Select(place => ((NameListSyntax?)list, place))
            : Parse.Return(((NameListSyntax?)null, list.Names.IsEmpty ? new ReferenceSyntax([], list.Span) : list.Names[0])))
        select both;

    private static Parser<ImmutableArray<FactSyntax>> Facts =>
        from first in Fact
        from rest in While(here => here.Kind == TokenKind.Comma || (here.Kind == TokenKind.AndWord && IsListName(here.Next)), FactJoiner.Then(_ => Fact))
        select rest.Insert(0, first);

    private static Parser<Token> FactJoiner => input =>
    {
        if (input.Tokens().Kind == TokenKind.AndWord)
        {
            ReportMissingComma(input.Tokens());
        }

        return Take(input);
    };

    private static Parser<FactSyntax> Fact =>
        (from not in Accept(TokenKind.NotWord)
         from name in Reference("A fact")
         from fact in Look(here => not ? Parse.Return<Func<TextSpan, FactSyntax>>(span => new FlagFactSyntax(name, false, span)) : FactTail(name, here))
         select fact).Spanned((f, span) => f(span));

    private static Parser<Func<TextSpan, FactSyntax>> FactTail(ReferenceSyntax name, TokenInput here) => here.Kind switch
    {
        TokenKind.IsWord or TokenKind.Equal when Truth(here) is { } truth => TruthFact(name, truth),
        TokenKind.IsWord when here.Next is TokenKind.Number or TokenKind.Date => Replaced("=").Then(_ => FactLiteral).Select<LiteralSyntax?, Func<TextSpan, FactSyntax>>(v => span => new EqualsFactSyntax(name, v, span)),
        TokenKind.Name when Phrases.Starts(here, ["includes"]) => Replaced("include").Then(_ => FactElements).Select<NameListSyntax, Func<TextSpan, FactSyntax>>(v => span => new IncludeFactSyntax(name, v, span)),
        TokenKind.IsWord => Take.Then(_ => Reference("A value")).Select<ReferenceSyntax, Func<TextSpan, FactSyntax>>(v => span => new IsFactSyntax(name, v, span)),
        TokenKind.Equal => Take.Then(_ => FactLiteral).Select<LiteralSyntax?, Func<TextSpan, FactSyntax>>(v => span => new EqualsFactSyntax(name, v, span)),
        TokenKind.IncludeWord => Take.Then(_ => FactElements).Select<NameListSyntax, Func<TextSpan, FactSyntax>>(v => span => new IncludeFactSyntax(name, v, span)),
        _ => Parse.Return<Func<TextSpan, FactSyntax>>(span => new FlagFactSyntax(name, true, span)),
    };

    private static bool? Truth(TokenInput here)
    {
        TokenInput value = here.Advance().Tokens();
        return Phrases.Starts(value, ["true"]) ? true : Phrases.Starts(value, ["false"]) ? false : null;
    }

    // "occasional = true"
    private static Parser<Func<TextSpan, FactSyntax>> TruthFact(ReferenceSyntax name, bool truth) => input =>
    {
        TokenInput here = input.Tokens();
        string meant = truth ? name.Text : $"not {name.Text}";
        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, Phrases.Span(here, 2), "A flag stands alone: it holds, or with 'not' it does not.", $"Write '{meant}'.", $"Write '{meant}'", new TextEdit(name.Span.Cover(Phrases.Span(here, 2)), meant));
        return Result.Success<Func<TextSpan, FactSyntax>>(span => new FlagFactSyntax(name, truth, span), Skip(2)(input).Remainder);
    };

    // A comma always starts the next fact, so elements are joined with "and" alone.
    private static Parser<NameListSyntax> FactElements =>
        (from first in Reference("An element")
         from rest in While(here => here.Kind == TokenKind.AndWord, Take.Then(_ => Reference("An element")))
         select rest.Insert(0, first)).Spanned((names, span) => new NameListSyntax([.. names.Where(n => !n.IsMissing)], span));

    private static Parser<LiteralSyntax?> FactLiteral => Look(here => here.Kind switch
    {
        TokenKind.Number => Number.Select(n => (LiteralSyntax?)n),
        TokenKind.Date => Date.Select(d => (LiteralSyntax?)d),
        _ => Expect(TokenKind.Number, "A number or a date is missing after '='.", "Write for example 'subjects = 10_000'.").Select(_ => (LiteralSyntax?)null),
    });

    private static bool IsOtherExpect(TokenInput here) => Phrases.Starts(here, ["assert"]) || Phrases.Starts(here, ["expects"]) || Phrases.Starts(here, ["then"])
        || (here.Kind == TokenKind.Name && NearestName.Find(here.Reader.TextOf(here.Token), ["expect"]) is not null);

    private static Parser<ExpectSyntax> Expectation => Look(here => here.Kind == TokenKind.ExpectWord ? Take : Replaced("expect")).Then(_ => ExpectNoise).Then(_ => Look(here => here.Kind switch
    {
        TokenKind.PermittedWord => Outcome(ExpectedOutcome.Permitted),
        TokenKind.ProhibitedWord => Outcome(ExpectedOutcome.Prohibited),
        TokenKind.UnregulatedWord => Outcome(ExpectedOutcome.Unregulated),
        TokenKind.ConflictingWord => Outcome(ExpectedOutcome.Conflicting),
        TokenKind.ConflictWord => ExpectedConflict,
        TokenKind.NoWord => from no in Take
                            from conflict in here.Next == TokenKind.ConflictsWord ? Replaced("conflict") : Expect(TokenKind.ConflictWord, "'conflict' is missing after 'no'.", "Write 'expect no conflict'.")
                            select (ExpectSyntax)new NoConflictExpectSyntax(no.Span.Cover(conflict.Span)),
        TokenKind.DutyWord => (from word in Take from clause in Reference("A clause") select clause).Spanned((c, span) => (ExpectSyntax)new DutyExpectSyntax(c, span)),
        TokenKind.WayWord => Way,
        _ => MissingOutcome,
    }));

    private static Parser<bool> ExpectNoise => Look(here =>
        here.Kind == TokenKind.Colon && Keywords.IsWord(here.Next) ? input => { ReportSuperfluous(input.Tokens()); return Skip(1)(input); }
        : Phrases.Starts(here, ["a"]) || Phrases.Starts(here, ["an"]) || Phrases.Starts(here, ["the"]) ? Noise(1)
        : Parse.Return(false));

    private static Parser<ExpectSyntax> Outcome(ExpectedOutcome outcome) =>
        (from word in Take
         from clauses in Look(here => here.Kind is TokenKind.ByWord or TokenKind.UnderWord ? Word(TokenKind.ByWord, ["under"]).Then(_ => Names("A clause")) : Parse.Return(ImmutableArray<ReferenceSyntax>.Empty))
         select clauses).Spanned((c, span) => (ExpectSyntax)new OutcomeExpectSyntax(outcome, c, span));

    private static Parser<ExpectSyntax> ExpectedConflict =>
        (from word in Take
         from between in Between("Write 'expect conflict between F.A and G.B'.")
         from clauses in Anded("A clause")
         select clauses).Spanned((c, span) => (ExpectSyntax)new ConflictExpectSyntax(c.Names, span));

    private static readonly (string Word, string Meant)[] OtherOutcomes =
        [("allowed", "permitted"), ("legal", "permitted"), ("lawful", "permitted"), ("forbidden", "prohibited"), ("illegal", "prohibited"), ("unlawful", "prohibited"), ("banned", "prohibited"), ("conflicts", "conflicting"), ("permission", "permitted"), ("prohibition", "prohibited")];

    private static Parser<ExpectSyntax> MissingOutcome => input =>
    {
        TokenInput here = input.Tokens();
        if (OtherOutcomes.FirstOrDefault(o => Phrases.Starts(here, [o.Word])) is { Meant: { } meant })
        {
            Phrases.Report(here, SyntaxDiagnostics.Unexpected, 1, meant);
        }

        here.ReportMissing(SyntaxDiagnostics.Expected, "What is expected is missing.", "Write 'permitted', 'prohibited', 'unregulated', 'conflicting', 'conflict between …', 'no conflict', 'duty …' or 'way …'.");
        IInput rest = input;
        while (rest.Tokens().Kind is not (TokenKind.ExpectWord or TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            rest = rest.Advance();
        }

        return Result.Success<ExpectSyntax>(new OutcomeExpectSyntax(ExpectedOutcome.Permitted, [], new TextSpan(here.Reader.EndBefore(here.Position), 0)), rest);
    };

    private static Parser<ExpectSyntax> Way => Take.Then(_ => Look(here => (here.Kind, here.Next) switch
    {
        (TokenKind.AddWord, _) => WayTo(WayKind.Add, 1, "A safeguard"),
        (TokenKind.RemoveWord, _) => WayTo(WayKind.Remove, 1, "A safeguard"),
        (TokenKind.SendWord, TokenKind.ToWord) => WayTo(WayKind.SendTo, 2, "A place"),
        (TokenKind.StoreWord, TokenKind.InWord) => WayTo(WayKind.StoreIn, 2, "A place"),
        (TokenKind.WaitWord, _) => Take.Then(_ => Duration).Spanned((d, span) => (ExpectSyntax)new WaitExpectSyntax(d, span)),
        _ => MissingOutcome,
    }));

    private static Parser<ExpectSyntax> WayTo(WayKind kind, int words, string what) =>
        (from first in Take
         from second in Look(_ => words == 2 ? Take : Parse.Return(first))
         from value in Reference(what)
         select value).Spanned((v, span) => (ExpectSyntax)new WayExpectSyntax(kind, v, span));

    private static Parser<DeclarationSyntax> Check =>
        (from frame in Opening
         from title in Title
         from open in OpenBrace
         from quantifier in Quantifier
         from outcome in CheckOutcome
         from colon in Look(here => Expect(TokenKind.Colon, "':' and the cases are missing.", "Write for example 'never permitted: Exporter transfer Health from EEA to US'.", IsListName(here.Kind) ? ":" : null))
         from phrase in Phrase(here => IsListName(here.Kind) || here.Kind is TokenKind.AnyWord, Set("A name"))
         from modifiers in Modifiers
         from close in CloseBrace("check")
         select (frame, title, quantifier, outcome, phrase, modifiers)).Spanned((c, span) =>
            (DeclarationSyntax)new CheckSyntax(c.title, c.quantifier, c.outcome, c.phrase, c.modifiers, c.frame.Documentation, c.frame.IsBroken, span));

    private static Parser<CheckQuantifier> Quantifier => Look(here => here.Kind switch
    {
        TokenKind.AlwaysWord => Take.Select(_ => CheckQuantifier.Always),
        TokenKind.Name when Phrases.FirstOf(here, [["never"], ["always"]]) is [var word] => Replaced(word).Select(_ => word == "never" ? CheckQuantifier.Never : CheckQuantifier.Always),
        TokenKind.NeverWord => Take.Select(_ => CheckQuantifier.Never),
        _ => Expect(TokenKind.NeverWord, "'never' or 'always' is missing.", "Write for example 'never permitted: …'.").Select(_ => CheckQuantifier.Never),
    });

    private static Parser<CheckedOutcome> CheckOutcome => Look(here => here.Kind switch
    {
        TokenKind.Name when OtherOutcomes.FirstOrDefault(o => Phrases.Starts(here, [o.Word])) is { Meant: { } meant } =>
            Replaced(meant).Select(_ => meant == "permitted" ? CheckedOutcome.Permitted : meant == "prohibited" ? CheckedOutcome.Prohibited : CheckedOutcome.Conflicting),
        TokenKind.PermittedWord => Take.Select(_ => CheckedOutcome.Permitted),
        TokenKind.ProhibitedWord => Take.Select(_ => CheckedOutcome.Prohibited),
        TokenKind.ConflictingWord => Take.Select(_ => CheckedOutcome.Conflicting),
        TokenKind.RegulatedWord => Take.Select(_ => CheckedOutcome.Regulated),
        _ => Expect(TokenKind.PermittedWord, "The outcome is missing.", "Write 'permitted', 'prohibited', 'conflicting' or 'regulated'.").Select(_ => CheckedOutcome.Permitted),
    });
}
