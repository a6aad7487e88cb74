using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>The days from which, and until which, something is in force.</summary>
internal static class ForceGrammar
{
    private static readonly Parser<ForceSyntax> Force = input =>
    {
        var at = new Cursor(input);
        at.Skip(2);
        if (at.Accept(TokenKind.UntilWord))
        {
            DateLiteralSyntax last = at.Read(DateGrammar.Date);
            return at.Success(new ForceSyntax(null, last, at.Span));
        }

        TokenInput here = at.Position;
        Token word = ReadFrom(ref at);
        DateLiteralSyntax? from = word.Length == 0 && here.Kind != TokenKind.Date ? null : at.Read(DateGrammar.Date);
        DateLiteralSyntax? until = DateGrammar.ReadUntil(ref at);
        return at.Success(new ForceSyntax(from, until, at.Span));
    };

    /// <summary>As the modifier of a clause.</summary>
    public static readonly Parser<ModifierSyntax?> Modifier = input =>
    {
        var at = new Cursor(input);
        TextSpan keyword = Phrases.Span(at.Position, 2);
        ForceSyntax force = at.Read(Force);
        return at.Success<ModifierSyntax?>(new ForceModifierSyntax(force, keyword, at.Span));
    };

    /// <summary>As the property of a framework.</summary>
    public static readonly Parser<PropertySyntax?> Property = input =>
    {
        var at = new Cursor(input);
        TextSpan keyword = Phrases.Span(at.Position, 2);
        ForceSyntax force = at.Read(Force);
        return at.Success<PropertySyntax?>(new ForcePropertySyntax(force, keyword, at.Span));
    };

    private static Token ReadFrom(ref Cursor at)
    {
        if (at.Kind is TokenKind.SinceWord or TokenKind.OnWord)
        {
            return at.Replace("from");
        }

        return LinkWordings.From.Find(at.Position) is { } start
            ? at.Reword(start.Count, start.Meant)
            : at.Expect(TokenKind.FromWord, "'in force' is followed by 'from' or 'until' and a day.",
                "Write for example 'in force from 2025-01-01'.", at.Kind == TokenKind.Date ? " from" : null);
    }
}
