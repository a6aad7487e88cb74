using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A name in a condition, alone or compared with something.</summary>
internal static class ComparisonGrammar
{
    private static readonly Parser<(IncludeKind Kind, ImmutableArray<ReferenceSyntax> Names, TextSpan Span)> Elements = input =>
    {
        var at = new Cursor(input);
        if (IncludeQuantifier(at.Position) is var (kind, count))
        {
            at.Skip(count);
            ImmutableArray<ReferenceSyntax> names = at.Read(NameGrammar.Elements);
            return at.Success((kind, names, at.Span));
        }

        if (at.Accept(TokenKind.NoneWord))
        {
            return at.Success((IncludeKind.None, ImmutableArray<ReferenceSyntax>.Empty, at.Span));
        }

        ReferenceSyntax element = at.Read(NameGrammar.Element);
        return at.Success((IncludeKind.Any, element.IsMissing ? [] : ImmutableArray.Create(element), at.Span));
    };

    public static readonly Parser<ConditionSyntax> Atom = input =>
    {
        var at = new Cursor(input);
        ReferenceSyntax name = at.Read(NameGrammar.Condition);
        TokenInput here = at.Position;
        ConditionSyntax condition =
            ComparisonWordings.Negations.Find(here) is { } negation
                && ConditionGrammar.IsName(here.Reader.Tokens[here.Position + negation.Count].Kind) ? ReadNegated(ref at, name, negation)
            : IsBetween(here) ? ReadBetween(ref at, name)
            : here.Kind == TokenKind.Colon && NameGrammar.IsListName(here.Next) ? ReadColon(ref at, name)
            : ReadCompared(ref at, name);
        return at.Success(condition);
    };

    private static ConditionSyntax ReadCompared(ref Cursor at, ReferenceSyntax name)
    {
        if (ComparisonAhead(at.Position) is not var (kind, count))
        {
            return new NamedConditionSyntax(name, name.Span);
        }

        TextSpan words = Phrases.Span(at.Position, count);
        at.Skip(count);
        switch (kind)
        {
            case TokenKind.IsWord:
                return ReadIs(ref at, name);
            case TokenKind.IncludeWord:
                return ReadInclude(ref at, name);
            default:
                SyntaxNode? value = ReadValue(ref at);
                return new CompareConditionSyntax(name, OperatorOf(kind), value, name.Span.Cover(value?.Span ?? words));
        }
    }

    /// <summary>What stands between an attribute and its value, and how many tokens that takes; nothing where the name stands
    /// alone.</summary>
    private static (TokenKind Kind, int Count)? ComparisonAhead(TokenInput here)
    {
        if (ComparisonWordings.Comparisons.Find(here) is { } other)
        {
            Phrases.Report(here, SyntaxDiagnostics.Unexpected, other.Count, other.Meant);
            return (other.Value, other.Count);
        }

        if (here.Kind == TokenKind.IsWord && here.Next is TokenKind.Number or TokenKind.Date)
        {
            Phrases.Report(here, SyntaxDiagnostics.Unexpected, 1, "=");
            return (TokenKind.Equal, 1);
        }

        return here.Kind is TokenKind.IsWord or TokenKind.IncludeWord or TokenKind.Equal or TokenKind.Less or TokenKind.LessOrEqual
            or TokenKind.Greater or TokenKind.GreaterOrEqual
            ? (here.Kind, 1)
            : null;
    }

    private static ComparisonOperator OperatorOf(TokenKind kind) => kind switch
    {
        TokenKind.Less => ComparisonOperator.Less,
        TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
        TokenKind.Greater => ComparisonOperator.Greater,
        TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
        TokenKind.Equal => ComparisonOperator.Equal,
        _ => throw new UnreachableException(),
    };

    private static SyntaxNode? ReadValue(ref Cursor at)
    {
        if (at.Kind == TokenKind.Number || NumberGrammar.IsNumberWord(at.Position))
        {
            return at.Read(NumberGrammar.Number);
        }

        if (at.Kind == TokenKind.Date)
        {
            return at.Read(DateGrammar.Date);
        }

        if (ConditionGrammar.IsName(at.Kind))
        {
            return at.Read(NameGrammar.Value);
        }

        at.Expect(TokenKind.Number, "A number or date is missing after the comparison.",
            "Write for example '>= 10_000' or '>= 2025-01-01'.");
        return null;
    }

    private static IsConditionSyntax ReadIs(ref Cursor at, ReferenceSyntax name)
    {
        SetSyntax set = at.Read(SetGrammar.ValuesInCondition);
        return new IsConditionSyntax(name, set, name.Span.Cover(set.Span));
    }

    // "purpose: Marketing"
    private static IsConditionSyntax ReadColon(ref Cursor at, ReferenceSyntax name)
    {
        at.Reader.Report(at.Position.Position, SyntaxDiagnostics.Unexpected, at.Position.Token.Span, "A condition has no ':'.",
            "Write 'is'.", "Write 'is'", new TextEdit(at.Position.Token.Span, " is"));
        at.Take();
        return ReadIs(ref at, name);
    }

    /// <summary>What follows <c>include</c>.</summary>
    private static IncludeConditionSyntax ReadInclude(ref Cursor at, ReferenceSyntax name)
    {
        (IncludeKind kind, ImmutableArray<ReferenceSyntax> names, TextSpan span) = at.Read(Elements);
        return new IncludeConditionSyntax(name, kind, names, name.Span.Cover(span));
    }

    // "any of", "all of", "none of"; a missing "of" is reported once.
    private static (IncludeKind Kind, int Count)? IncludeQuantifier(TokenInput here)
    {
        IncludeKind? quantifier = here.Kind switch
        {
            TokenKind.AnyWord => IncludeKind.Any,
            TokenKind.AllWord => IncludeKind.All,
            TokenKind.NoneWord => IncludeKind.None,
            _ => null,
        };
        if (quantifier is not { } kind)
        {
            if (ComparisonWordings.Quantifiers.Find(here) is not { } other || !ConditionGrammar.IsName(here.Next))
            {
                return null;
            }

            Phrases.Report(here, SyntaxDiagnostics.Unexpected, 1, other.Meant);
            return (other.Value, 1);
        }

        if (here.Next == TokenKind.OfWord)
        {
            return (kind, 2);
        }

        if (ConditionGrammar.IsName(here.Next) && !here.Advance().Tokens().StartsLine && (kind != IncludeKind.None || !MayEndAtNone(here)))
        {
            string word = here.Reader.TextOf(here.Token);
            here.Reader.Report(here.Position, SyntaxDiagnostics.Expected, here.Token.Span, $"'{word}' is followed by 'of'.",
                $"Write '{word} of'.", $"Write '{word} of'", new TextEdit(here.Token.Span, $"{word} of"));
            return (kind, 1);
        }

        return null;
    }

    // After "none" a bloc may go on with a member, an assumption with its consequence.
    private static bool MayEndAtNone(TokenInput here) =>
        here.Reader.Tokens[0].Kind is TokenKind.BlocWord or TokenKind.ListWord
            || (here.Reader.Tokens[0].Kind == TokenKind.AssumeWord && here.Next == TokenKind.ImpliesWord);

    // "purpose is not X": 'not' stands before the whole comparison.
    private static ConditionSyntax ReadNegated(ref Cursor at, ReferenceSyntax name, Wording<TokenKind> negation)
    {
        TokenInput here = at.Position;
        TextSpan span = Phrases.Span(here, negation.Count);
        at.Skip(negation.Count);
        bool flag = negation.Value == TokenKind.IsWord && Phrases.Starts(at.Position, "true");
        string negated = flag ? $"not {name.Text}" : $"not {name.Text} {negation.Meant}";
        TextSpan replaced = name.Span.Cover(flag ? Phrases.Span(here, negation.Count + 1) : span);
        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, span, "'not' stands before the whole comparison.",
            $"Write '{negated}{(flag ? string.Empty : " …")}'.", $"Write '{negated}'", new TextEdit(replaced, negated));
        if (flag)
        {
            at.Take();
            return new NotConditionSyntax(new NamedConditionSyntax(name, name.Span), replaced);
        }

        return negation.Value == TokenKind.IsWord ? ReadIs(ref at, name) : ReadInclude(ref at, name);
    }

    private static bool IsBetween(TokenInput here)
    {
        Token[] tokens = here.Reader.Tokens;
        return here.Kind == TokenKind.BetweenWord && here.Position + 3 < tokens.Length
            && tokens[here.Position + 1].Kind is TokenKind.Number or TokenKind.Date
            && tokens[here.Position + 2].Kind == TokenKind.AndWord && tokens[here.Position + 3].Kind == tokens[here.Position + 1].Kind;
    }

    private static MissingConditionSyntax ReadBetween(ref Cursor at, ReferenceSyntax name)
    {
        TokenInput here = at.Position;
        string meant =
            $"{name.Text} >= {here.Reader.TextOf(here.Reader.Tokens[here.Position + 1])} and {name.Text} <= "
            + $"{here.Reader.TextOf(here.Reader.Tokens[here.Position + 3])}";
        TextSpan span = name.Span.Cover(Phrases.Span(here, 4));
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "The language does not say 'between'.", $"Write '{meant}'.",
                $"Write '{meant}'",
            new TextEdit(span, meant));
        at.Skip(4);
        return new MissingConditionSyntax(span);
    }
}
