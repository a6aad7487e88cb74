using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A scenario: a case and what is expected of it.</summary>
internal static class ScenarioGrammar
{
    private static readonly Func<TokenInput, bool> StartsPart =
        static here =>
            (NameGrammar.IsListName(here.Kind) && SlotGrammar.FindOther(here) is null)
            || here.Kind is TokenKind.MayWord or TokenKind.MustWord;

    // A scenario says what is done, not what may be.
    private static readonly Parser<NameListSyntax> Part = input =>
    {
        var at = new Cursor(input);
        if (at.Kind is TokenKind.MayWord or TokenKind.MustWord)
        {
            at.PassNoise(1);
        }

        return at.Success(at.Read(NameGrammar.NamesAnd));
    };

    public static readonly Parser<DeclarationSyntax> Scenario = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        TextLiteralSyntax title = at.Read(PhraseGrammar.Title);
        BraceGrammar.ReadOpening(ref at);
        (ImmutableArray<NameListSyntax> phrase, NameListSyntax? of) = PhraseGrammar.Read(ref at, StartsPart, Part, NameGrammar.PlacesAnd);
        PhraseGrammar.PassRest(ref at);
        ImmutableArray<SlotSyntax> slots = at.ReadWhile(SlotGrammar.Starts, SlotGrammar.Slot);
        ImmutableArray<ExpectSyntax> expectations =
            at.ReadWhile(
            static here => here.Kind == TokenKind.ExpectWord || ExpectationGrammar.IsOther(here), ExpectationGrammar.Expectation);
        if (expectations.IsEmpty && at.Kind == TokenKind.CloseBrace)
        {
            at.Position.ReportMissing(SyntaxDiagnostics.Expected, "The scenario expects nothing.",
                "Add for example 'expect permitted' or 'expect conflict between F.A and G.B'.");
        }

        BraceGrammar.ReadClosing(ref at, Declared.Scenario);
        return at.Success<DeclarationSyntax>(
            new ScenarioSyntax(title, phrase, of, slots, expectations, frame.Documentation, frame.IsBroken, at.Span));
    };
}
