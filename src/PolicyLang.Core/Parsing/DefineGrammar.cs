using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A definition: a name for a condition or for a set.</summary>
internal static class DefineGrammar
{
    private static readonly Parser<NameSyntax> Name = DeclaredNameGrammar.NameOf(Declared.Definition);

    public static readonly Parser<DeclarationSyntax> Define = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(Name);
        SetSyntax? set = PassSetSign(ref at) ? at.Read(SetGrammar.Names) : null;
        ConditionSyntax? condition = set is null && PassConditionWord(ref at) ? at.Read(ConditionGrammar.Condition) : null;
        return at.Success<DeclarationSyntax>(new DefineSyntax(name, condition, set, frame.Documentation, frame.IsBroken, at.Span));
    };

    // '=', or "as" before a list of names.
    private static bool PassSetSign(ref Cursor at)
    {
        ParseContext reader = at.Reader;
        int after = at.Position.Position + 2;
        if (at.Kind == TokenKind.AsWord && after < reader.Tokens.Length && reader.Tokens[after].Kind == TokenKind.Comma)
        {
            at.Replace("=");
            return true;
        }

        return at.Accept(TokenKind.Equal);
    }

    // "as", or what is written for it.
    private static bool PassConditionWord(ref Cursor at)
    {
        switch (at.Kind)
        {
            case TokenKind.AsWord:
                at.Take();
                return true;
            case TokenKind.WhenWord or TokenKind.IsWord or TokenKind.WhereWord:
                at.Replace("as");
                return true;
            case TokenKind.Colon:
                PassColon(ref at);
                return true;
            default:
                string? insert = at.Kind != TokenKind.Name ? null : char.IsUpper(at.Reader.Text[at.Position.Token.Start]) ? " =" : " as";
                at.Expect(TokenKind.AsWord, "The definition says nothing.", "Write 'as' and a condition, or '=' and a set.", insert);
                return false;
        }
    }

    private static void PassColon(ref Cursor at)
    {
        TokenInput here = at.Position;
        int words = here.Next == TokenKind.Equal ? 2 : 1;
        TextSpan colon = TextSpan.FromBounds(here.Reader.EndBefore(here.Position), Phrases.Span(here, words).End);
        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "A definition has no ':'.",
            "Write 'as' before a condition, '=' before a set.", "Write 'as'", new TextEdit(colon, " as"));
        at.Skip(words);
    }
}
