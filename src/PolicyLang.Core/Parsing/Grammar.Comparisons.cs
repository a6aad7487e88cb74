using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    /// <summary>Words that drafters use between an attribute and its value, and those of the language; longer ones first.</summary>
    private static readonly (string[] Words, string Meant, TokenKind Kind)[] OtherComparisons =
    [
        (["is", "greater", "than", "or", "equal", "to"], ">=", TokenKind.GreaterOrEqual),
        (["is", "less", "than", "or", "equal", "to"], "<=", TokenKind.LessOrEqual),
        (["is", "greater", "than"], ">", TokenKind.Greater),
        (["is", "more", "than"], ">", TokenKind.Greater),
        (["is", "less", "than"], "<", TokenKind.Less),
        (["is", "at", "least"], ">=", TokenKind.GreaterOrEqual),
        (["is", "at", "most"], "<=", TokenKind.LessOrEqual),
        (["is", "equal", "to"], "=", TokenKind.Equal),
        (["is", "after"], ">", TokenKind.Greater),
        (["is", "before"], "<", TokenKind.Less),
        (["is", "one", "of"], "is", TokenKind.IsWord),
        (["is", "any", "of"], "is", TokenKind.IsWord),
        (["is", "among"], "is", TokenKind.IsWord),
        (["is", "above"], ">", TokenKind.Greater),
        (["is", "below"], "<", TokenKind.Less),
        (["on", "or", "after"], ">=", TokenKind.GreaterOrEqual),
        (["on", "or", "before"], "<=", TokenKind.LessOrEqual),
        (["after"], ">", TokenKind.Greater),
        (["above"], ">", TokenKind.Greater),
        (["below"], "<", TokenKind.Less),
        (["exceeding"], ">", TokenKind.Greater),
        (["greater", "than"], ">", TokenKind.Greater),
        (["more", "than"], ">", TokenKind.Greater),
        (["less", "than"], "<", TokenKind.Less),
        (["fewer", "than"], "<", TokenKind.Less),
        (["at", "least"], ">=", TokenKind.GreaterOrEqual),
        (["at", "most"], "<=", TokenKind.LessOrEqual),
        (["exceeds"], ">", TokenKind.Greater),
        (["exceed"], ">", TokenKind.Greater),
        (["equals"], "=", TokenKind.Equal),
        (["includes"], "include", TokenKind.IncludeWord),
        (["including"], "include", TokenKind.IncludeWord),
        (["contains"], "include", TokenKind.IncludeWord),
        (["contain"], "include", TokenKind.IncludeWord),
        (["are"], "is", TokenKind.IsWord),
    ];

    /// <summary>What stands between an attribute and its value, and how many tokens that takes; nothing where the name stands alone.</summary>
    private static (TokenKind Kind, int Count)? ComparisonAhead(TokenInput here)
    {
        foreach ((string[] words, string meant, TokenKind kind) in OtherComparisons)
        {
            if (Phrases.Starts(here, words))
            {
                Phrases.Report(here, SyntaxDiagnostics.Unexpected, words.Length, meant);
                return (kind, words.Length);
            }
        }

        if (here.Kind == TokenKind.IsWord && here.Next is TokenKind.Number or TokenKind.Date)
        {
            Phrases.Report(here, SyntaxDiagnostics.Unexpected, 1, "=");
            return (TokenKind.Equal, 1);
        }

        return here.Kind is TokenKind.IsWord or TokenKind.IncludeWord or TokenKind.Equal or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual
            ? (here.Kind, 1)
            : null;
    }

    private static Parser<bool> Skip(int count) => input => Result.Success(true, (IInput)input.Tokens().Reader.InputAt(input.Tokens().Position + count));

    private static Parser<ConditionSyntax> Atom => Reference("A condition").Then(name => Look(here => Negated(here) is { } negated ? NegatedAtom(name, negated.Words, negated.Meant)
        : IsBetween(here) ? Between(name)
        : here.Kind == TokenKind.Colon && IsListName(here.Next) ? ColonForIs.Then(_ => ConditionSet("A value")).Select(s => (ConditionSyntax)new IsConditionSyntax(name, s, name.Span.Cover(s.Span)))
        : Compared(name)));

    private static Parser<ConditionSyntax> Compared(ReferenceSyntax name) => Look(here => ComparisonAhead(here) switch
    {
        (TokenKind.IsWord, var count) => Skip(count).Then(_ => ConditionSet("A value")).Select(s => (ConditionSyntax)new IsConditionSyntax(name, s, name.Span.Cover(s.Span))),
        (TokenKind.IncludeWord, var count) => Skip(count).Then(_ => Include(name)),
        (var kind, var count) => Comparison(name, kind, count),
        null => Parse.Return<ConditionSyntax>(new NamedConditionSyntax(name, name.Span)),
    });

    private static Parser<ConditionSyntax> Comparison(ReferenceSyntax name, TokenKind kind, int count) =>
        from start in Here
        from skipped in Skip(count)
        from value in Look(here => here.Kind switch
        {
            TokenKind.Number => Number.Select(n => (SyntaxNode?)n),
            TokenKind.Date => Date.Select(d => (SyntaxNode?)d),
            _ when IsNumberWord(here) => Number.Select(n => (SyntaxNode?)n),
            _ when IsConditionName(here.Kind) => Reference("A value").Select(r => (SyntaxNode?)r),
            _ => Expect(TokenKind.Number, "A number or date is missing after the comparison.", "Write for example '>= 10_000' or '>= 2025-01-01'.").Select(_ => (SyntaxNode?)null),
        })
        select (ConditionSyntax)new CompareConditionSyntax(name, Operator(kind), value, name.Span.Cover(value?.Span ?? Phrases.Span(start, count)));

    private static ComparisonOperator Operator(TokenKind kind) => kind switch
    {
        TokenKind.Less => ComparisonOperator.Less,
        TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
        TokenKind.Greater => ComparisonOperator.Greater,
        TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
        _ => ComparisonOperator.Equal,
    };

    /// <summary>What follows <c>include</c>.</summary>
    private static Parser<ConditionSyntax> Include(ReferenceSyntax name) =>
        (from rest in Look(here => IncludeQuantifier(here) switch
        {
            ({ } kind, var count) => Skip(count).Then(_ => Names("An element")).Select(n => (kind, n)),
            _ when here.Kind == TokenKind.NoneWord => Take.Select(_ => (IncludeKind.None, ImmutableArray<ReferenceSyntax>.Empty)),
            _ => Reference("An element").Select(n => (IncludeKind.Any, n.IsMissing ? [] : ImmutableArray.Create(n))),
        })
         select rest).Spanned((r, span) => (ConditionSyntax)new IncludeConditionSyntax(name, r.Item1, r.Item2, name.Span.Cover(span)));

    // "any of", "all of", "none of"; where "of" is missing before a name, it is said once and let pass.
    private static (IncludeKind? Kind, int Count) IncludeQuantifier(TokenInput here)
    {
        IncludeKind? kind = here.Kind switch
        {
            TokenKind.AnyWord => IncludeKind.Any,
            TokenKind.AllWord => IncludeKind.All,
            TokenKind.NoneWord => IncludeKind.None,
            _ => null,
        };
        if (kind is not null && here.Next == TokenKind.OfWord)
        {
            return (kind, 2);
        }

        if (kind is null && Phrases.Starts(here, ["either"]) && IsConditionName(here.Next))
        {
            Phrases.Report(here, SyntaxDiagnostics.Unexpected, 1, "any of");
            return (IncludeKind.Any, 1);
        }

        // In a bloc the next member may follow "none".
        if (kind is not null && IsConditionName(here.Next) && !here.Advance().Tokens().StartsLine && (kind != IncludeKind.None || here.Reader.Tokens[0].Kind != TokenKind.BlocWord))
        {
            string word = here.Reader.TextOf(here.Token);
            here.Reader.Report(here.Position, SyntaxDiagnostics.Expected, here.Token.Span, $"'{word}' is followed by 'of'.", $"Write '{word} of'.", $"Write '{word} of'", new TextEdit(here.Token.Span, $"{word} of"));
            return (kind, 1);
        }

        return (null, 0);
    }
}
