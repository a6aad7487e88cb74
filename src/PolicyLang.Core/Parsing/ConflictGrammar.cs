using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>What a drafter says about conflicts: that one is known, and by which principles they resolve.</summary>
internal static class ConflictGrammar
{
    public static readonly Parser<DeclarationSyntax> Acknowledge = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        at.Expect(TokenKind.ConflictWord, "'acknowledge' is followed by 'conflict between' and clauses.", "Write 'acknowledge conflict between F.A and G.B because \"…\"'.", " conflict");
        PassBetween(ref at, "Write 'between F.A and G.B'.");
        NameListSyntax clauses = at.Read(NameGrammar.ClausesAnd);
        bool because = PassBecause(ref at);
        TextLiteralSyntax? text = because || at.Kind == TokenKind.Text ? at.Read(LiteralGrammar.Text) : null;
        DateLiteralSyntax? until = at.ReadAfter(TokenKind.UntilWord, DateGrammar.Date);
        return at.Success<DeclarationSyntax>(new AcknowledgeSyntax([.. clauses.Names.Select(n => new SideSyntax(n, false, n.Span))], text, until, frame.Documentation, frame.IsBroken, at.Span));
    };

    public static readonly Parser<DeclarationSyntax> Resolve = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        if (at.Kind == TokenKind.ConflictWord)
        {
            at.Replace("conflicts");
        }
        else
        {
            at.Expect(TokenKind.ConflictsWord, "'resolve' is followed by 'conflicts by' and principles.", "Write for example 'resolve conflicts by superior, specialis, posterior'.", at.Kind == TokenKind.ByWord ? " conflicts" : null);
        }

        if (at.Kind == TokenKind.WithWord)
        {
            at.Replace("by");
        }
        else
        {
            at.Expect(TokenKind.ByWord, "'by' and the principles are missing.", "Write 'by superior, specialis, posterior', or fewer of them.");
        }

        ImmutableArray<ReferenceSyntax> principles = at.Read(NameGrammar.Principles);
        return at.Success<DeclarationSyntax>(new ResolveSyntax(null, principles, frame.Documentation, frame.IsBroken, at.Span));
    };

    /// <summary>Reads "between", or what is written for it.</summary>
    public static void PassBetween(ref Cursor at, string help)
    {
        if (at.Kind is TokenKind.OfWord or TokenKind.ByWord)
        {
            at.Replace("between");
        }
        else
        {
            at.Expect(TokenKind.BetweenWord, "'between' and the clauses are missing.", help, NameGrammar.IsListName(at.Kind) ? " between" : null);
        }
    }

    // "because", or what is written for it before a text.
    private static bool PassBecause(ref Cursor at)
    {
        TokenInput here = at.Here;
        if (here.Next == TokenKind.Text && (here.Kind is TokenKind.SinceWord or TokenKind.AsWord || LinkWordings.Because.Has(here)))
        {
            at.Replace("because");
            return true;
        }

        if (here.Next == TokenKind.Text && here.Kind == TokenKind.Colon)
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "A reason follows 'because'.", "Write 'because'.", "Write 'because'", new TextEdit(here.Token.Span, " because"));
            at.Take();
            return true;
        }

        return at.Expect(TokenKind.BecauseWord, "The reason is missing.", "Write 'because' and a reason in quotes.", here.Kind == TokenKind.Text ? " because" : null).Length > 0;
    }
}
