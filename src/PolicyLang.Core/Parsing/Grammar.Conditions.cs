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
        from rest in While(here => here.Kind == joiner, Take.Then(_ => operand))
        select rest.Insert(0, first);

    private static Parser<ConditionSyntax> Unary => Nested<ConditionSyntax>(
        () => Look(here => here.Kind switch
        {
            TokenKind.NotWord when !(here.Next is TokenKind.BeforeWord or TokenKind.EnforceableWord) =>
                Take.Then(_ => Unary).Spanned((c, span) => (ConditionSyntax)new NotConditionSyntax(c, span)),
            TokenKind.OpenParenthesis => Parenthesised,
            _ when IsConditionName(here.Kind) => Atom,
            _ => MissingCondition,
        }),
        span => new MissingConditionSyntax(span));

    private static Parser<ConditionSyntax> Parenthesised =>
        from open in Take
        from inner in Condition
        from close in Expect(TokenKind.CloseParenthesis, "A closing parenthesis is missing.", "Write ')' where the condition in parentheses ends.")
        select inner;

    private static Parser<ConditionSyntax> MissingCondition => input =>
    {
        TokenInput here = input.Tokens();
        here.ReportMissing(SyntaxDiagnostics.Expected, $"A condition is missing{(here.AtEnd ? string.Empty : $" before {here.Reader.Show(here.Token)}")}.", "Write for example 'explicit_consent' or 'purpose is Marketing'.");
        return Result.Success<ConditionSyntax>(new MissingConditionSyntax(new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    };

    private static bool IsConditionName(TokenKind kind) =>
        IsListName(kind) && kind is not (TokenKind.OrWord or TokenKind.AndWord or TokenKind.IsWord or TokenKind.IncludeWord);

    private static Parser<ConditionSyntax> Atom => Reference("A condition").Then(name => Look(here => here.Kind switch
    {
        TokenKind.IsWord => Take.Then(_ => ConditionSet("A value")).Select(s => (ConditionSyntax)new IsConditionSyntax(name, s, name.Span.Cover(s.Span))),
        TokenKind.IncludeWord => Include(name),
        TokenKind.Equal or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => Comparison(name),
        _ => Parse.Return<ConditionSyntax>(new NamedConditionSyntax(name, name.Span)),
    }));

    private static Parser<ConditionSyntax> Comparison(ReferenceSyntax name) =>
        from token in Take
        from value in Look(here => here.Kind switch
        {
            TokenKind.Number => Number.Select(n => (SyntaxNode?)n),
            TokenKind.Date => Date.Select(d => (SyntaxNode?)d),
            _ when IsConditionName(here.Kind) => Reference("A value").Select(r => (SyntaxNode?)r),
            _ => Expect(TokenKind.Number, "A number or date is missing after the comparison.", "Write for example '>= 10_000' or '>= 2025-01-01'.").Select(_ => (SyntaxNode?)null),
        })
        select (ConditionSyntax)new CompareConditionSyntax(name, Operator(token.Kind), value, value is null ? name.Span.Cover(token.Span) : name.Span.Cover(value.Span));

    private static ComparisonOperator Operator(TokenKind kind) => kind switch
    {
        TokenKind.Less => ComparisonOperator.Less,
        TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
        TokenKind.Greater => ComparisonOperator.Greater,
        TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
        _ => ComparisonOperator.Equal,
    };

    private static Parser<ConditionSyntax> Include(ReferenceSyntax name) =>
        (from include in Take
         from rest in Look(here => (here.Kind, here.Next) switch
         {
             (TokenKind.AnyWord, TokenKind.OfWord) => Take.Then(_ => Take).Then(_ => Names("An element")).Select(n => (IncludeKind.Any, n)),
             (TokenKind.AllWord, TokenKind.OfWord) => Take.Then(_ => Take).Then(_ => Names("An element")).Select(n => (IncludeKind.All, n)),
             (TokenKind.NoneWord, TokenKind.OfWord) => Take.Then(_ => Take).Then(_ => Names("An element")).Select(n => (IncludeKind.None, n)),
             (TokenKind.NoneWord, _) => Take.Select(_ => (IncludeKind.None, ImmutableArray<ReferenceSyntax>.Empty)),
             _ => Reference("An element").Select(n => (IncludeKind.Any, n.IsMissing ? [] : ImmutableArray.Create(n))),
         })
         select rest).Spanned((r, span) => (ConditionSyntax)new IncludeConditionSyntax(name, r.Item1, r.Item2, name.Span.Cover(span)));
}
