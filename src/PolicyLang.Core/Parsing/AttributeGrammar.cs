using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>An attribute and its type.</summary>
internal static class AttributeGrammar
{
    private static readonly Parser<NameSyntax> Name = DeclaredNameGrammar.NameOf(Declared.Attribute);

    public static readonly Parser<DeclarationSyntax> Attribute = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(Name);
        PassColon(ref at);
        bool set = ReadSetOf(ref at);
        PassEarlyWords(ref at);
        NameSyntax type = at.Read(DeclaredNameGrammar.Type);
        bool chosen = at.Accept(TokenKind.ChosenWord);
        bool selfJudged = ReadSelfJudged(ref at);
        chosen |= selfJudged && at.Accept(TokenKind.ChosenWord);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        return at.Success<DeclarationSyntax>(
            new AttributeSyntax(name, set, type, chosen, selfJudged, title, frame.Documentation, frame.IsBroken, at.Span));
    };

    private static readonly string[] SelfJudged = ["self", "judged"];
    private static readonly string[] SelfJudging = ["self", "judging"];

    // "self-judged", or what is written for it.
    private static bool ReadSelfJudged(ref Cursor at)
    {
        if (at.Accept(TokenKind.SelfJudged))
        {
            return true;
        }

        int words = Phrases.Starts(at.Position, SelfJudged) || Phrases.Starts(at.Position, SelfJudging) ? 2 : 0;
        if (words > 0)
        {
            at.Reword(words, Keywords.SelfJudged);
        }

        return words > 0;
    }

    private static void PassColon(ref Cursor at)
    {
        if (at.Kind is TokenKind.IsWord or TokenKind.AsWord or TokenKind.Equal && Keywords.IsWord(at.Position.Next))
        {
            at.Replace(":");
        }
        else
        {
            at.Expect(TokenKind.Colon, "':' and the attribute's type are missing.",
                "Write for example ': flag', ': count' or ': set of safeguard'.",
                at.Kind is TokenKind.Name or TokenKind.SetWord ? " :" : null);
        }
    }

    private static bool ReadSetOf(ref Cursor at)
    {
        if (at.Position.Next != TokenKind.OfWord)
        {
            return false;
        }

        if (!at.Accept(TokenKind.SetWord))
        {
            at.Replace("set");
        }

        at.Take();
        return true;
    }

    // "set" without "of", and ": chosen flag".
    private static void PassEarlyWords(ref Cursor at)
    {
        TokenInput here = at.Position;
        if (here.Kind == TokenKind.SetWord && here.Next == TokenKind.Name)
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.Expected, here.Token.Span, "'set' is followed by 'of'.", "Write 'set of'.",
                "Write 'set of'", new TextEdit(here.Token.Span, "set of"));
            at.Take();
        }
        else if (here.Kind == TokenKind.ChosenWord && here.Next == TokenKind.Name)
        {
            Token type = here.Reader.Tokens[here.Position + 1];
            string meant = $"{here.Reader.TextOf(type)} chosen";
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "'chosen' stands after the type.",
                $"Write '{meant}'.", $"Write '{meant}'", new TextEdit(here.Token.Span.Cover(type.Span), meant));
            at.Take();
        }
    }
}
