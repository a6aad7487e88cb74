using System.Diagnostics;
using PolicyLang.Syntax;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A check: what always or never comes about in some cases.</summary>
internal static class CheckGrammar
{
    public static readonly Parser<DeclarationSyntax> Check = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        TextLiteralSyntax title = at.Read(PhraseGrammar.Title);
        BraceGrammar.ReadOpening(ref at);
        if (at.Kind == TokenKind.NoWord)
        {
            ConflictStatementSyntax statement = ReadStatement(ref at);
            BraceGrammar.ReadClosing(ref at, Declared.Check);
            return at.Success<DeclarationSyntax>(new CheckSyntax(title, CheckQuantifier.Never, CheckedOutcome.Conflicting, [], null, [],
                statement, frame.Documentation, frame.IsBroken, at.Span));
        }

        CheckQuantifier quantifier = ReadQuantifier(ref at);
        CheckedOutcome outcome = ReadOutcome(ref at);
        at.Expect(TokenKind.Colon, "':' and the cases are missing.",
            "Write for example 'never permitted: Exporter transfer Health from EEA to US'.", NameGrammar.IsListName(at.Kind) ? ":" : null);
        (ImmutableArray<SetSyntax> phrase, SetSyntax? of) =
            PhraseGrammar.Read(
            ref at, static here => NameGrammar.IsListName(here.Kind) || here.Kind is TokenKind.AnyWord, SetGrammar.Names, SetGrammar.Homes);
        ImmutableArray<ModifierSyntax> modifiers = at.Read(ModifierGrammar.List);
        BraceGrammar.ReadClosing(ref at, Declared.Check);
        return at.Success<DeclarationSyntax>(
            new CheckSyntax(title, quantifier, outcome, phrase, of, modifiers, null, frame.Documentation, frame.IsBroken, at.Span));
    };

    // "no conflict between A and B", "no breach of F by P"
    private static ConflictStatementSyntax ReadStatement(ref Cursor at)
    {
        Cursor start = at;
        at.Take();
        if (at.Accept(TokenKind.BreachWord))
        {
            at.Expect(TokenKind.OfWord, "'no breach' is followed by 'of' and a framework.",
                "Write 'no breach of F', or 'no breach of F by P'.", NameGrammar.IsListName(at.Kind) ? " of" : null);
            ReferenceSyntax framework = at.Read(NameGrammar.Framework);
            ReferenceSyntax? party = at.ReadAfter(TokenKind.ByWord, NameGrammar.Party);
            return new NoBreachStatementSyntax(framework, party, start.SpanTo(at));
        }

        ExpectationGrammar.PassConflict(ref at, "Write 'no conflict between F.A and G.B', or 'no breach of F'.");
        ConflictGrammar.PassBetween(ref at, "Write 'between F.A and G.B'.");
        ImmutableArray<SideSyntax> sides = at.Read(ConflictGrammar.Sides);
        return new NoConflictStatementSyntax(sides, start.SpanTo(at));
    }

    private static CheckQuantifier ReadQuantifier(ref Cursor at)
    {
        TokenKind kind = at.Kind;
        if (kind == TokenKind.Name && OutcomeWordings.Quantifiers.Find(at.Position) is { } other)
        {
            at.Replace(other.Meant);
            kind = other.Value;
        }
        else if (!at.Accept(TokenKind.AlwaysWord))
        {
            at.Expect(TokenKind.NeverWord, "'never' or 'always' is missing.", "Write for example 'never permitted: …'.");
        }

        return kind == TokenKind.AlwaysWord ? CheckQuantifier.Always : CheckQuantifier.Never;
    }

    private static CheckedOutcome ReadOutcome(ref Cursor at)
    {
        TokenKind kind = at.Kind;
        if (kind == TokenKind.Name && OutcomeWordings.Outcomes.Find(at.Position) is { } other)
        {
            at.Replace(other.Meant);
            return OutcomeOf(other.Value);
        }

        if (kind is TokenKind.PermittedWord or TokenKind.ProhibitedWord or TokenKind.ConflictingWord or TokenKind.RegulatedWord)
        {
            at.Take();
            return OutcomeOf(kind);
        }

        at.Expect(TokenKind.PermittedWord, "The outcome is missing.", "Write 'permitted', 'prohibited', 'conflicting' or 'regulated'.");
        return CheckedOutcome.Permitted;
    }

    private static CheckedOutcome OutcomeOf(TokenKind kind) => kind switch
    {
        TokenKind.PermittedWord => CheckedOutcome.Permitted,
        TokenKind.ProhibitedWord => CheckedOutcome.Prohibited,
        TokenKind.ConflictingWord => CheckedOutcome.Conflicting,
        TokenKind.RegulatedWord => CheckedOutcome.Regulated,
        _ => throw new UnreachableException(),
    };
}
