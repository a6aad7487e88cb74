using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>What a drafter says about conflicts: that one is known, and by which principles they resolve.</summary>
internal static class ConflictGrammar
{
    private static readonly Parser<SideSyntax> Side = input =>
    {
        var at = new Cursor(input);
        if (at.Kind == TokenKind.BecauseWord && at.Position.Next == TokenKind.Text)
        {
            at.Position.ReportMissing(SyntaxDiagnostics.Expected, "A side of the conflict is missing before 'because'.",
                "Write a clause, a framework or 'law of' and a legal order.");
            return at.Success(new SideSyntax(new ReferenceSyntax([], at.Span), false, at.Span));
        }

        bool law = NameGrammar.IsLawOf(at.Position);
        at.Skip(law ? 2 : 0);
        ReferenceSyntax name = at.Read(law ? NameGrammar.LegalOrder : NameGrammar.ClauseOrFramework);
        return at.Success(new SideSyntax(name, law, at.Span));
    };

    /// <summary>The sides of a conflict, joined with commas and "and".</summary>
    public static readonly Parser<ImmutableArray<SideSyntax>> Sides = input =>
    {
        var at = new Cursor(input);
        ImmutableArray<SideSyntax>.Builder sides = ImmutableArray.CreateBuilder<SideSyntax>(2);
        do
        {
            SideSyntax side = at.Read(Side);
            if (side.Name.IsMissing)
            {
                break;
            }

            sides.Add(side);
        }
        while (PassJoiner(ref at));

        return at.Success(sides.ToImmutable());
    };

    public static readonly Parser<DeclarationSyntax> Acknowledge = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        at.Expect(TokenKind.ConflictWord, "'acknowledge' is followed by 'conflict between' and clauses.",
            "Write 'acknowledge conflict between F.A and G.B because \"…\"'.", " conflict");
        PassBetween(ref at, "Write 'between F.A and G.B'.");
        ImmutableArray<SideSyntax> sides = at.Read(Sides);
        bool because = PassBecause(ref at);
        TokenInput reason = at.Position;
        TextLiteralSyntax? text = because || at.Kind == TokenKind.Text ? at.Read(LiteralGrammar.Text) : null;
        if (text is not null && !text.Value.Any(char.IsLetterOrDigit) && !frame.IsBroken)
        {
            reason.Reader.Report(reason.Position, SyntaxDiagnostics.Expected, reason.Token.Span, "The reason is missing.",
                "Write in the quotes why the conflict is accepted.");
        }

        DateLiteralSyntax? until = at.ReadAfter(TokenKind.UntilWord, DateGrammar.Date);
        return at.Success<DeclarationSyntax>(new AcknowledgeSyntax(sides, text, until, frame.Documentation, frame.IsBroken, at.Span));
    };

    public static readonly Parser<DeclarationSyntax> Resolve = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        PassConflicts(ref at);
        ReferenceSyntax? order = at.ReadAfter(TokenKind.OfWord, NameGrammar.LegalOrder);
        ImmutableArray<ReferenceSyntax> principles = ReadPrinciples(ref at);
        return at.Success<DeclarationSyntax>(new ResolveSyntax(order, principles, frame.Documentation, frame.IsBroken, at.Span));
    };

    /// <summary>The same as a property of a framework: for its legal order.</summary>
    public static readonly Parser<PropertySyntax?> ResolveInFramework = input =>
    {
        var at = new Cursor(input);
        at.Take();
        PassConflicts(ref at);
        TextSpan keyword = at.Span;
        if (at.Kind == TokenKind.OfWord && NameGrammar.IsListName(at.Position.Next))
        {
            TextSpan order = Phrases.Span(at.Position, 2);
            at.Reader.Report(
                at.Position.Position, SyntaxDiagnostics.Unexpected, order,
                    "In a framework, 'resolve conflicts' speaks of the framework's own legal order.",
                    "Remove it, or write the sentence outside of the framework.",
                "Remove it", new TextEdit(TextSpan.FromBounds(at.Reader.EndBefore(at.Position.Position), order.End), string.Empty));
            at.Skip(2);
        }

        ImmutableArray<ReferenceSyntax> principles = ReadPrinciples(ref at);
        return at.Success<PropertySyntax?>(new ResolvePropertySyntax(principles, keyword, at.Span));
    };

    // "conflicts", or what is written for it.
    private static void PassConflicts(ref Cursor at)
    {
        if (at.Kind == TokenKind.ConflictWord)
        {
            at.Replace("conflicts");
        }
        else
        {
            at.Expect(TokenKind.ConflictsWord, "'resolve' is followed by 'conflicts by' and principles.",
                "Write for example 'resolve conflicts by superior, specialis, posterior'.",
                at.Kind == TokenKind.ByWord ? " conflicts" : null);
        }
    }

    private static ImmutableArray<ReferenceSyntax> ReadPrinciples(ref Cursor at)
    {
        if (at.Kind == TokenKind.WithWord)
        {
            at.Replace("by");
        }
        else
        {
            at.Expect(TokenKind.ByWord, "'by' and the principles are missing.",
                "Write 'by superior, specialis, posterior', or fewer of them.");
        }

        return at.Read(NameGrammar.Principles);
    }

    private static bool PassJoiner(ref Cursor at)
    {
        bool comma = at.Accept(TokenKind.Comma);
        return at.Accept(TokenKind.AndWord) || comma;
    }

    /// <summary>Reads "between", or what is written for it.</summary>
    public static void PassBetween(ref Cursor at, string help)
    {
        if (at.Kind is TokenKind.OfWord or TokenKind.ByWord)
        {
            at.Replace("between");
        }
        else
        {
            at.Expect(TokenKind.BetweenWord, "'between' and the clauses are missing.", help,
                NameGrammar.IsListName(at.Kind) ? " between" : null);
        }
    }

    // "because", or what is written for it before a text.
    private static bool PassBecause(ref Cursor at)
    {
        TokenInput here = at.Position;
        if (here.Next == TokenKind.Text && (here.Kind is TokenKind.SinceWord or TokenKind.AsWord || LinkWordings.Because.Has(here)))
        {
            at.Replace("because");
            return true;
        }

        if (here.Next == TokenKind.Text && here.Kind == TokenKind.Colon)
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "A reason follows 'because'.",
                "Write 'because'.", "Write 'because'", new TextEdit(here.Token.Span, " because"));
            at.Take();
            return true;
        }

        return at.Expect(TokenKind.BecauseWord, "The reason is missing.", "Write 'because' and a reason in quotes.",
            here.Kind == TokenKind.Text ? " because" : null).Length > 0;
    }
}
