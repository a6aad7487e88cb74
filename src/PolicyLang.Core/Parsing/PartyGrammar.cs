using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A party and the frameworks that it adopts.</summary>
internal static class PartyGrammar
{
    private static readonly Parser<NameSyntax> Name = DeclaredNameGrammar.NameOf(Declared.Party);

    private static readonly Parser<AdoptionSyntax> Adoption = input =>
    {
        var at = new Cursor(input);
        at.ReadWord(TokenKind.AdoptsWord, LinkWordings.Adopts);
        ReferenceSyntax framework = at.Kind == TokenKind.SinceWord && at.Here.Next == TokenKind.Date ? MissingFramework(at.Here) : at.Read(NameGrammar.Framework);
        DateLiteralSyntax? since = ReadSince(ref at);
        DateLiteralSyntax? until = DateGrammar.ReadUntil(ref at);
        ImmutableArray<ReferenceSyntax> towards = ReadLinked(ref at, TokenKind.TowardsWord, LinkWordings.Towards, NameGrammar.Places);
        ImmutableArray<ReferenceSyntax> reserving = ReadLinked(ref at, TokenKind.ReservingWord, LinkWordings.Reserving, NameGrammar.Clauses);
        DateLiteralSyntax? reservingUntil = reserving.IsEmpty ? null : at.ReadAfter(TokenKind.UntilWord, DateGrammar.Date);
        return at.Success(new AdoptionSyntax(framework, since, until, towards, reserving, [], reservingUntil, at.Span));
    };

    public static readonly Parser<DeclarationSyntax> Party = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(Name);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        BraceGrammar.ReadOpening(ref at);
        ImmutableArray<AdoptionSyntax> adoptions = at.ReadWhile(static here => here.Kind == TokenKind.AdoptsWord || LinkWordings.Adopts.Has(here), Adoption);
        BraceGrammar.ReadClosing(ref at, Declared.Party);
        return at.Success<DeclarationSyntax>(new PartySyntax(name, title, adoptions, [], frame.Documentation, frame.IsBroken, at.Span));
    };

    private static ImmutableArray<ReferenceSyntax> ReadLinked(ref Cursor at, TokenKind keyword, WordingTable<TokenKind> others, Parser<ImmutableArray<ReferenceSyntax>> names)
    {
        if (at.Kind != keyword && !others.Has(at.Here))
        {
            return [];
        }

        at.ReadWord(keyword, others);
        return at.Read(names);
    }

    private static ReferenceSyntax MissingFramework(TokenInput here)
    {
        here.ReportMissing(SyntaxDiagnostics.Expected, "A framework is missing before 'since'.", "Write the framework's name: 'adopts NAME since 2025-01-01'.");
        return new ReferenceSyntax([], new TextSpan(here.Token.Start, 0));
    }

    private static DateLiteralSyntax? ReadSince(ref Cursor at)
    {
        if (at.Kind is TokenKind.SinceWord or TokenKind.Date || (at.Kind is TokenKind.FromWord or TokenKind.OnWord && at.Here.Next == TokenKind.Date))
        {
            return DateGrammar.ReadSince(ref at);
        }

        at.Here.ReportMissing(SyntaxDiagnostics.Expected, "The adoption has no first day.", "Write 'since' and a day: 'since 2025-01-01'.");
        return null;
    }
}
