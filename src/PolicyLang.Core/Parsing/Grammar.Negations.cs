using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>Negations and ranges as ordinary sentences word them.</summary>
internal static partial class Grammar
{
    private static readonly (string[] Words, string Meant)[] Negations =
    [
        (["is", "not"], "is"),
        (["isn't"], "is"),
        (["do", "not", "include"], "include"),
        (["does", "not", "include"], "include"),
        (["don't", "include"], "include"),
        (["not", "include"], "include"),
    ];

    private static (int Words, string Meant)? Negated(TokenInput here)
    {
        (string[] words, string meant) = Negations.FirstOrDefault(n => Phrases.Starts(here, n.Words));
        return words is null || !IsConditionName(here.Reader.Tokens[here.Position + words.Length].Kind) ? null : (words.Length, meant);
    }

    // "purpose is not X": 'not' stands before the whole comparison.
    private static Parser<ConditionSyntax> NegatedAtom(ReferenceSyntax name, int words, string meant) => input =>
    {
        TokenInput here = input.Tokens();
        TextSpan span = Phrases.Span(here, words);
        bool flag = meant == "is" && Phrases.Starts(here.Reader.InputAt(here.Position + words), ["true"]);
        string negated = flag ? $"not {name.Text}" : $"not {name.Text} {meant}";
        TextSpan replaced = name.Span.Cover(flag ? Phrases.Span(here, words + 1) : span);
        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, span, "'not' stands before the whole comparison.", $"Write '{negated}{(flag ? string.Empty : " …")}'.", $"Write '{negated}'", new TextEdit(replaced, negated));
        IInput rest = here.Reader.InputAt(here.Position + words);
        if (flag)
        {
            return Result.Success((ConditionSyntax)new NotConditionSyntax(new NamedConditionSyntax(name, name.Span), replaced), rest.Advance());
        }

        return (meant == "is" ? ConditionSet("A value").Select(s => (ConditionSyntax)new IsConditionSyntax(name, s, name.Span.Cover(s.Span))) : Include(name))(rest);
    };

    private static bool IsBetween(TokenInput here)
    {
        Token[] tokens = here.Reader.Tokens;
        return here.Kind == TokenKind.BetweenWord && here.Position + 3 < tokens.Length && tokens[here.Position + 1].Kind is TokenKind.Number or TokenKind.Date
            && tokens[here.Position + 2].Kind == TokenKind.AndWord && tokens[here.Position + 3].Kind == tokens[here.Position + 1].Kind;
    }

    private static Parser<ConditionSyntax> Between(ReferenceSyntax name) => input =>
    {
        TokenInput here = input.Tokens();
        string meant = $"{name.Text} >= {here.Reader.TextOf(here.Reader.Tokens[here.Position + 1])} and {name.Text} <= {here.Reader.TextOf(here.Reader.Tokens[here.Position + 3])}";
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "The language does not say 'between'.", $"Write '{meant}'.", $"Write '{meant}'",
            new TextEdit(name.Span.Cover(Phrases.Span(here, 4)), meant));
        TextSpan span = name.Span.Cover(Phrases.Span(here, 4));
        return Result.Success((ConditionSyntax)new MissingConditionSyntax(span), Skip(4)(input).Remainder);
    };

    // "purpose: Marketing"
    private static Parser<bool> ColonForIs => input =>
    {
        TokenInput here = input.Tokens();
        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "A condition has no ':'.", "Write 'is'.", "Write 'is'", new TextEdit(here.Token.Span, " is"));
        return Skip(1)(input);
    };
}
