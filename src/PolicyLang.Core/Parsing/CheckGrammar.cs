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
        CheckQuantifier quantifier = ReadQuantifier(ref at);
        CheckedOutcome outcome = ReadOutcome(ref at);
        at.Expect(TokenKind.Colon, "':' and the cases are missing.", "Write for example 'never permitted: Exporter transfer Health from EEA to US'.", NameGrammar.IsListName(at.Kind) ? ":" : null);
        ImmutableArray<SetSyntax> phrase = PhraseGrammar.Read(ref at, static here => NameGrammar.IsListName(here.Kind) || here.Kind is TokenKind.AnyWord, SetGrammar.Names);
        ImmutableArray<ModifierSyntax> modifiers = at.Read(ModifierGrammar.Modifiers);
        BraceGrammar.ReadClosing(ref at, Declared.Check);
        return at.Success<DeclarationSyntax>(new CheckSyntax(title, quantifier, outcome, phrase, null, modifiers, null, frame.Documentation, frame.IsBroken, at.Span));
    };

    private static CheckQuantifier ReadQuantifier(ref Cursor at)
    {
        TokenKind kind = at.Kind;
        if (kind == TokenKind.Name && OutcomeWordings.Quantifiers.Find(at.Here) is { } other)
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
        if (kind == TokenKind.Name && OutcomeWordings.Outcomes.Find(at.Here) is { } other)
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
