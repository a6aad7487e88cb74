using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A party, the frameworks that it adopts, and the leaves that it invokes.</summary>
internal static class PartyGrammar
{
    private static readonly Parser<NameSyntax> Name = DeclaredNameGrammar.NameOf(Declared.Party);

    private static readonly Parser<AdoptionSyntax> Adoption = input =>
    {
        var at = new Cursor(input);
        at.ReadWord(TokenKind.AdoptsWord, LinkWordings.Adopts);
        ReferenceSyntax framework = at.Kind == TokenKind.SinceWord && at.Position.Next == TokenKind.Date
            ? MissingFramework(at.Position)
            : at.Read(NameGrammar.Framework);
        DateLiteralSyntax? since = ReadSince(ref at, "adoption");
        DateLiteralSyntax? until = DateGrammar.ReadUntil(ref at);
        ImmutableArray<ReferenceSyntax> towards = ReadLinked(ref at, TokenKind.TowardsWord, LinkWordings.Towards, NameGrammar.Places);
        ImmutableArray<ReferenceSyntax> reserving =
            ReadLinked(ref at, TokenKind.ReservingWord, LinkWordings.Reserving, NameGrammar.Clauses);
        ImmutableArray<ReferenceSyntax> reservingFor = reserving.IsEmpty || !at.Accept(TokenKind.ForWord)
            ? []
            : at.Read(NameGrammar.ClausesOrFrameworks);
        DateLiteralSyntax? reservingUntil = reserving.IsEmpty ? null : at.ReadAfter(TokenKind.UntilWord, DateGrammar.Date);
        return at.Success(new AdoptionSyntax(framework, since, until, towards, reserving, reservingFor, reservingUntil, at.Span));
    };

    private static readonly Parser<InvocationSyntax> Invocation = input =>
    {
        var at = new Cursor(input);
        at.ReadWord(TokenKind.InvokesWord, LinkWordings.Invokes);
        ReferenceSyntax leave = at.Read(NameGrammar.Clause);
        at.Expect(TokenKind.ForWord, "It is not said for which law the clause is invoked.",
            "Write 'for' and frameworks or clauses of the party's law.");
        ImmutableArray<ReferenceSyntax> law = at.Kind is TokenKind.SinceWord or TokenKind.Date
            ? []
            : at.Read(NameGrammar.ClausesOrFrameworks);
        DateLiteralSyntax? since = ReadSince(ref at, "invocation");
        DateLiteralSyntax? until = DateGrammar.ReadUntil(ref at);
        return at.Success(new InvocationSyntax(leave, law, since, until, at.Span));
    };

    // An adoption or an invocation.
    private static readonly Parser<SyntaxNode> Part = input =>
    {
        var at = new Cursor(input);
        return at.Success<SyntaxNode>(StartsInvocation(at.Position) ? at.Read(Invocation) : at.Read(Adoption));
    };

    public static readonly Parser<DeclarationSyntax> Party = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(Name);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        BraceGrammar.ReadOpening(ref at);
        ImmutableArray<SyntaxNode> parts =
            at.ReadWhile(static here => here.Kind == TokenKind.AdoptsWord || LinkWordings.Adopts.Has(here) || StartsInvocation(here), Part);
        BraceGrammar.ReadClosing(ref at, Declared.Party);
        return at.Success<DeclarationSyntax>(new PartySyntax(name, title, [.. parts.OfType<AdoptionSyntax>()],
            [.. parts.OfType<InvocationSyntax>()], frame.Documentation, frame.IsBroken, at.Span));
    };

    private static bool StartsInvocation(TokenInput here) => here.Kind == TokenKind.InvokesWord || LinkWordings.Invokes.Has(here);

    private static ImmutableArray<ReferenceSyntax> ReadLinked(
        ref Cursor at, TokenKind keyword, WordingTable<TokenKind> others, Parser<ImmutableArray<ReferenceSyntax>> names)
    {
        if (at.Kind != keyword && !others.Has(at.Position))
        {
            return [];
        }

        at.ReadWord(keyword, others);
        return at.Read(names);
    }

    private static ReferenceSyntax MissingFramework(TokenInput here)
    {
        here.ReportMissing(SyntaxDiagnostics.Expected, "A framework is missing before 'since'.",
            "Write the framework's name: 'adopts NAME since 2025-01-01'.");
        return new ReferenceSyntax([], new TextSpan(here.Token.Start, 0));
    }

    private static DateLiteralSyntax? ReadSince(ref Cursor at, string what)
    {
        if (at.Kind is TokenKind.SinceWord or TokenKind.Date
            || (at.Kind is TokenKind.FromWord or TokenKind.OnWord && at.Position.Next == TokenKind.Date))
        {
            return DateGrammar.ReadSince(ref at);
        }

        at.Position.ReportMissing(
            SyntaxDiagnostics.Expected, $"The {what} has no first day.", "Write 'since' and a day: 'since 2025-01-01'.");
        return null;
    }
}
