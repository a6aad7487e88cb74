using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>Conditions: "or" binds weaker than "and", "and" weaker than "not".</summary>
internal static class ConditionGrammar
{
    private static readonly Func<TextSpan, ConditionSyntax> Missing = span => new MissingConditionSyntax(span);

    private static readonly Parser<ConditionSyntax> Absent = input =>
    {
        TokenInput here = input.Tokens();
        here.ReportMissing(SyntaxDiagnostics.Expected,
            $"A condition is missing{(here.AtEnd ? string.Empty : $" before {here.Reader.Show(here.Token)}")}.",
            "Write for example 'explicit_consent' or 'purpose is Marketing'.");
        return Success<ConditionSyntax>(new MissingConditionSyntax(new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    };

    private static readonly Parser<ConditionSyntax> Operand = input =>
    {
        var at = new Cursor(input);
        TokenInput here = at.Position;
        switch (here.Kind)
        {
            case TokenKind.NotWord when here.Next is not (TokenKind.BeforeWord or TokenKind.EnforceableWord):
                at.Take();
                ConditionSyntax negated = at.Read(ReadUnary);
                return at.Success(new NotConditionSyntax(negated, at.Span));
            case TokenKind.OpenParenthesis:
                at.Take();
                ConditionSyntax inner = at.Read(ReadCondition);
                at.Expect(TokenKind.CloseParenthesis, "A closing parenthesis is missing.",
                    "Write ')' where the condition in parentheses ends.", ")");
                return at.Success(inner);
            case TokenKind.Text or TokenKind.SelfJudged:
            case TokenKind.CollectedWord when here.Next == TokenKind.IsWord:
                return ComparisonGrammar.Atom(input);
            case TokenKind.NoWord when IsName(here.Next):
                at.Replace("not");
                return at.Success(at.Read(ReadUnary));
            case TokenKind.WhenWord when here.Position > 0
                && here.Reader.Tokens[here.Position - 1].Kind is TokenKind.AndWord or TokenKind.OrWord && IsName(here.Next):
                at.PassNoise(1);
                return at.Success(at.Read(ReadUnary));
        }

        if (NoiseWordings.BeforeCondition.Find(here) is { } noise && IsName(here.Reader.Tokens[here.Position + noise.Count].Kind))
        {
            at.PassNoise(noise.Count);
            return at.Success(at.Read(ReadUnary));
        }

        if (IsShouted(here, TokenKind.NotWord))
        {
            at.Replace("not");
            return at.Success(at.Read(ReadUnary));
        }

        return IsName(here.Kind) ? ComparisonGrammar.Atom(input) : Absent(input);
    };

    private static readonly Parser<ConditionSyntax> Conjunction = input =>
    {
        var at = new Cursor(input);
        ImmutableArray<ConditionSyntax> operands = ReadJoined(ref at, ReadUnary, TokenKind.AndWord, out ConditionSyntax first);
        return at.Success(operands.IsDefault ? first : new AndConditionSyntax(operands, at.Span));
    };

    private static readonly Parser<ConditionSyntax> Disjunction = input =>
    {
        var at = new Cursor(input);
        ImmutableArray<ConditionSyntax> operands = ReadJoined(ref at, Conjunction, TokenKind.OrWord, out ConditionSyntax first);
        return at.Success(operands.IsDefault ? first : new OrConditionSyntax(operands, at.Span));
    };

    /// <summary>A whole condition.</summary>
    public static readonly Parser<ConditionSyntax> Condition = ReadCondition;

    private static IResult<ConditionSyntax> ReadCondition(IInput input) => Nested(input, Disjunction, Missing);

    private static IResult<ConditionSyntax> ReadUnary(IInput input) => Nested(input, Operand, Missing);

    /// <summary>Whether a token can be a name in a condition.</summary>
    public static bool IsName(TokenKind kind) =>
        NameGrammar.IsListName(kind) && kind is not (TokenKind.OrWord or TokenKind.AndWord or TokenKind.IsWord or TokenKind.IncludeWord);

    /// <summary>Operands and what joins them; none but the first where nothing joins it.</summary>
    private static ImmutableArray<ConditionSyntax> ReadJoined(
        ref Cursor at, Parser<ConditionSyntax> operand, TokenKind joiner, out ConditionSyntax first)
    {
        first = at.Read(operand);
        ImmutableArray<ConditionSyntax>.Builder? all = null;
        while (IsJoiner(at.Position, joiner))
        {
            if (all is null)
            {
                all = ImmutableArray.CreateBuilder<ConditionSyntax>();
                all.Add(first);
            }

            PassJoiner(ref at, joiner);
            all.Add(at.Read(operand));
        }

        return all?.ToImmutable() ?? default;
    }

    private static bool IsJoiner(TokenInput here, TokenKind joiner) =>
        IsAndOr(here)
            ? joiner == TokenKind.OrWord
            : here.Kind == joiner || IsShouted(here, joiner) || (joiner == TokenKind.AndWord && (IsBut(here) || IsAsWellAs(here)))
        || (here.Kind == TokenKind.Comma && here.Next == joiner);

    private static readonly string[] AsWellAs = ["as", "well", "as"];

    private static bool IsAsWellAs(TokenInput here) => Phrases.Starts(here, AsWellAs);

    // "and or" is ambiguous, like "and/or"; "or" already includes both.
    private static bool IsAndOr(TokenInput here) => here.Kind == TokenKind.AndWord && here.Next == TokenKind.OrWord;

    private static bool IsBut(TokenInput here) => Phrases.Starts(here, "but") && (here.Next == TokenKind.NotWord || IsName(here.Next));

    // "AND", "Or": the joiner's word in capitals.
    private static bool IsShouted(TokenInput here, TokenKind word) =>
        here.Kind == TokenKind.Name && Phrases.Starts(here, Keywords.WordOf(word));

    private static void PassJoiner(ref Cursor at, TokenKind word)
    {
        TokenInput here = at.Position;
        if (here.Kind == TokenKind.Comma)
        {
            here.ReportSuperfluous();
            at.Skip(2);
            return;
        }

        int words = IsAndOr(here) ? 2 : IsAsWellAs(here) ? 3 : 1;
        if (here.Kind != word)
        {
            Phrases.Report(here, SyntaxDiagnostics.Unexpected, words, Keywords.WordOf(word));
        }

        at.Skip(words);
    }
}
