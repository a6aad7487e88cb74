using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    private static Parser<ConditionSyntax> Condition => Nested<ConditionSyntax>(() => Disjunction, span => new MissingConditionSyntax(span));

    private static Parser<ConditionSyntax> Disjunction =>
        Joined(Conjunction, TokenKind.OrWord).Spanned((c, span) => c.Length == 1 ? c[0] : new OrConditionSyntax(c, span));

    private static Parser<ConditionSyntax> Conjunction =>
        Joined(Unary, TokenKind.AndWord).Spanned((c, span) => c.Length == 1 ? c[0] : new AndConditionSyntax(c, span));

    private static Parser<ImmutableArray<ConditionSyntax>> Joined(Parser<ConditionSyntax> operand, TokenKind joiner) =>
        from first in operand
        from rest in While(here => IsJoiner(here, joiner), TakeLower(joiner).Then(_ => operand))
        select rest.Insert(0, first);

    private static bool IsJoiner(TokenInput here, TokenKind joiner) =>
        IsAndOr(here) ? joiner == TokenKind.OrWord : here.Kind == joiner || IsShouted(here, joiner) || (joiner == TokenKind.AndWord && (IsBut(here) || IsAsWellAs(here)))
        || (here.Kind == TokenKind.Comma && here.Next == joiner);

    private static bool IsAsWellAs(TokenInput here) => Phrases.Starts(here, ["as", "well", "as"]);

    // "and or" leaves open which is meant, as "and/or" does: "or" holds for one, for the other and for both.
    private static bool IsAndOr(TokenInput here) => here.Kind == TokenKind.AndWord && here.Next == TokenKind.OrWord;

    private static bool IsBut(TokenInput here) => Phrases.Starts(here, ["but"]) && (here.Next == TokenKind.NotWord || IsConditionName(here.Next));

    // "AND", "Or": the joiner's word in capitals.
    private static bool IsShouted(TokenInput here, TokenKind word) => here.Kind == TokenKind.Name && Phrases.Starts(here, [Keywords.WordOf(word)]);

    private static Parser<Token> TakeLower(TokenKind word) => input =>
    {
        TokenInput here = input.Tokens();
        if (here.Kind == TokenKind.Comma)
        {
            ReportSuperfluous(here);
            return Result.Success(here.Token, (IInput)here.Reader.InputAt(here.Position + 2));
        }

        int words = IsAndOr(here) ? 2 : IsAsWellAs(here) ? 3 : 1;
        if (here.Kind != word)
        {
            Phrases.Report(here, SyntaxDiagnostics.Unexpected, words, Keywords.WordOf(word));
        }

        return Result.Success(here.Token, (IInput)here.Reader.InputAt(here.Position + words));
    };

    private static Parser<ConditionSyntax> Unary => Nested<ConditionSyntax>(
        () => Look(here => here.Kind switch
        {
            TokenKind.NotWord when !(here.Next is TokenKind.BeforeWord or TokenKind.EnforceableWord) =>
                Take.Then(_ => Unary).Spanned((c, span) => (ConditionSyntax)new NotConditionSyntax(c, span)),
            TokenKind.OpenParenthesis => Parenthesised,
            TokenKind.Text => Atom,
            TokenKind.NoWord when IsConditionName(here.Next) => Replaced("not").Then(_ => Unary),
            TokenKind.WhenWord when here.Position > 0 && here.Reader.Tokens[here.Position - 1].Kind is TokenKind.AndWord or TokenKind.OrWord && IsConditionName(here.Next) => Noise(1).Then(_ => Unary),
            _ when Phrases.FirstOf(here, ConditionNoise) is { } noise && IsConditionName(here.Reader.Tokens[here.Position + noise.Length].Kind) => Noise(noise.Length).Then(_ => Unary),
            TokenKind.Name when IsShouted(here, TokenKind.NotWord) => TakeLower(TokenKind.NotWord).Then(_ => Unary),
            _ when IsConditionName(here.Kind) => Atom,
            _ => MissingCondition,
        }),
        span => new MissingConditionSyntax(span));

    private static Parser<ConditionSyntax> Parenthesised =>
        from open in Take
        from inner in Condition
        from close in Expect(TokenKind.CloseParenthesis, "A closing parenthesis is missing.", "Write ')' where the condition in parentheses ends.", ")")
        select inner;

    private static Parser<ConditionSyntax> MissingCondition => input =>
    {
        TokenInput here = input.Tokens();
        here.ReportMissing(SyntaxDiagnostics.Expected, $"A condition is missing{(here.AtEnd ? string.Empty : $" before {here.Reader.Show(here.Token)}")}.", "Write for example 'explicit_consent' or 'purpose is Marketing'.");
        return Result.Success<ConditionSyntax>(new MissingConditionSyntax(new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    };

    private static bool IsConditionName(TokenKind kind) =>
        IsListName(kind) && kind is not (TokenKind.OrWord or TokenKind.AndWord or TokenKind.IsWord or TokenKind.IncludeWord);
}
