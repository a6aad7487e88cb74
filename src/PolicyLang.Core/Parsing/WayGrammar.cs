using PolicyLang.Syntax;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A way out that a scenario expects.</summary>
internal static class WayGrammar
{
    public static readonly Parser<ExpectSyntax> Way = input =>
    {
        IInput after = input.Advance();
        TokenInput here = after.Tokens();
        return (here.Kind, here.Next) switch
        {
            (TokenKind.AddWord, _) => ReadWay(after, WayKind.Add, 1, NameGrammar.Safeguard),
            (TokenKind.RemoveWord, _) => ReadWay(after, WayKind.Remove, 1, NameGrammar.Safeguard),
            (TokenKind.SendWord, TokenKind.ToWord) => ReadWay(after, WayKind.SendTo, 2, NameGrammar.Place),
            (TokenKind.StoreWord, TokenKind.InWord) => ReadWay(after, WayKind.StoreIn, 2, NameGrammar.Place),
            (TokenKind.WaitWord, _) => ReadWait(after),
            _ => ReadMissing(after),
        };
    };

    private static IResult<ExpectSyntax> ReadWay(IInput input, WayKind kind, int words, Parser<ReferenceSyntax> what)
    {
        var at = new Cursor(input);
        at.Skip(words);
        ReferenceSyntax value = at.Read(what);
        return at.Success<ExpectSyntax>(new WayExpectSyntax(kind, value, at.Span));
    }

    private static IResult<ExpectSyntax> ReadWait(IInput input)
    {
        var at = new Cursor(input);
        at.Take();
        DurationSyntax duration = at.Read(DurationGrammar.Duration);
        return at.Success<ExpectSyntax>(new WaitExpectSyntax(duration, at.Span));
    }

    private static IResult<ExpectSyntax> ReadMissing(IInput input)
    {
        var at = new Cursor(input);
        return at.Success<ExpectSyntax>(ExpectationGrammar.ReadMissing(ref at));
    }
}
