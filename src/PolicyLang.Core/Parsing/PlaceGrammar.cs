using PolicyLang.Syntax;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>Organisations, and jurisdictions with their parts.</summary>
internal static class PlaceGrammar
{
    private static readonly Parser<NameSyntax> OrganisationName = DeclaredNameGrammar.NameOf(Declared.Organisation);
    private static readonly Parser<NameSyntax> JurisdictionName = DeclaredNameGrammar.NameOf(Declared.Jurisdiction);
    private static readonly Parser<NameSyntax> TerritoryName = DeclaredNameGrammar.NameOf(Declared.Territory);

    private static readonly Parser<JurisdictionPartSyntax> Part = input =>
    {
        var at = new Cursor(input);
        NameSyntax name = at.Read(TerritoryName);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        var part = new JurisdictionPartSyntax(name, title, at.Span);
        at.Accept(TokenKind.Comma);
        return at.Success(part);
    };

    public static readonly Parser<DeclarationSyntax> Organisation = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(OrganisationName);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        ImmutableArray<ReferenceSyntax> under = [];
        if (at.Kind == TokenKind.UnderWord || (at.Kind == TokenKind.InWord && NameGrammar.IsListName(at.Position.Next)))
        {
            at.ReadWord(TokenKind.UnderWord, LinkWordings.Under);
            under = at.Read(NameGrammar.LegalOrders);
        }

        return at.Success<DeclarationSyntax>(new OrganisationSyntax(name, title, under, frame.Documentation, frame.IsBroken, at.Span));
    };

    public static readonly Parser<DeclarationSyntax> Jurisdiction = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(JurisdictionName);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        ImmutableArray<JurisdictionPartSyntax> parts = [];
        if (at.Accept(TokenKind.OpenBrace))
        {
            parts = at.ReadWhile(static here => Keywords.IsWord(here.Kind), Part);
            BraceGrammar.ReadClosing(ref at, Declared.Jurisdiction);
        }

        return at.Success<DeclarationSyntax>(new JurisdictionSyntax(name, title, parts, frame.Documentation, frame.IsBroken, at.Span));
    };
}
