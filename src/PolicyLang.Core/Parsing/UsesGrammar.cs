using PolicyLang.Syntax;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>What a file takes from the law library.</summary>
internal static class UsesGrammar
{
    public static readonly Parser<DeclarationSyntax> Uses = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        ImmutableArray<ReferenceSyntax> names = at.Read(NameGrammar.Frameworks);
        while (NameGrammar.IsMissingComma(at.Position))
        {
            NameGrammar.ReportMissingComma(at.Position);
            names = names.AddRange(at.Read(NameGrammar.Frameworks));
        }

        DateLiteralSyntax? asOf = null;
        if (at.Accept(TokenKind.AsWord))
        {
            at.Expect(TokenKind.OfWord, "'of' is missing after 'as'.", "Write 'as of' and a day: 'as of 2026-11-25'.", " of");
            asOf = at.Read(DateGrammar.Date);
        }

        return at.Success<DeclarationSyntax>(new UsesSyntax(names, asOf, frame.Documentation, frame.IsBroken, at.Span));
    };
}
