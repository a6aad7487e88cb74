using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>The facts of a scenario: flags, values and elements of attributes.</summary>
internal static class FactGrammar
{
    // A comma always starts the next fact, so elements are joined with "and" alone.
    private static readonly Parser<NameListSyntax> Elements = input =>
    {
        var at = new Cursor(input);
        ImmutableArray<ReferenceSyntax>.Builder elements = ImmutableArray.CreateBuilder<ReferenceSyntax>(1);
        do
        {
            ReferenceSyntax element = at.Read(NameGrammar.Element);
            if (!element.IsMissing)
            {
                elements.Add(element);
            }
        }
        while (at.Accept(TokenKind.AndWord));

        return at.Success(new NameListSyntax(elements.ToImmutable(), at.Span));
    };

    private static readonly Parser<FactSyntax> Fact = input =>
    {
        var at = new Cursor(input);
        if (at.Kind == TokenKind.SinceWord && NameGrammar.IsListName(at.Position.Next))
        {
            return at.Success<FactSyntax>(ReadSince(ref at));
        }

        bool not = at.Accept(TokenKind.NotWord);
        ReferenceSyntax name = at.Read(NameGrammar.Fact);
        return at.Success(not ? new FlagFactSyntax(name, false, at.Span) : ReadRest(ref at, name));
    };

    public static readonly Parser<ImmutableArray<FactSyntax>> Facts = input =>
    {
        var at = new Cursor(input);
        ImmutableArray<FactSyntax>.Builder facts = ImmutableArray.CreateBuilder<FactSyntax>(1);
        facts.Add(at.Read(Fact));
        while (at.Kind == TokenKind.Comma || (at.Kind == TokenKind.AndWord && NameGrammar.IsListName(at.Position.Next)))
        {
            if (at.Kind == TokenKind.AndWord)
            {
                NameGrammar.ReportMissingComma(at.Position);
            }

            at.Take();
            facts.Add(at.Read(Fact));
        }

        return at.Success(facts.ToImmutable());
    };

    // "since E = 2024-09-30"
    private static SinceFactSyntax ReadSince(ref Cursor at)
    {
        at.Take();
        ReferenceSyntax started = at.Read(NameGrammar.Event);
        at.Expect(TokenKind.Equal, "'=' and the day of the event are missing.", "Write for example 'since data_breach = 2024-09-30'.",
            at.Kind == TokenKind.Date ? " =" : null);
        DateLiteralSyntax? day = at.Kind is TokenKind.Comma or TokenKind.ExpectWord or TokenKind.CloseBrace
            ? null
            : at.Read(DateGrammar.Date);
        return new SinceFactSyntax(started, day, at.Span);
    }

    private static FactSyntax ReadRest(ref Cursor at, ReferenceSyntax name)
    {
        TokenInput here = at.Position;
        if (here.Kind is TokenKind.IsWord or TokenKind.Equal && Truth(here) is { } truth)
        {
            string meant = truth ? name.Text : $"not {name.Text}";
            TextSpan both = Phrases.Span(here, 2);
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, both,
                "A flag stands alone: it holds, or with 'not' it does not.", $"Write '{meant}'.", $"Write '{meant}'",
                new TextEdit(name.Span.Cover(both), meant));
            at.Skip(2);
            return new FlagFactSyntax(name, truth, at.Span);
        }

        if (here.Kind == TokenKind.IsWord && here.Next is TokenKind.Number or TokenKind.Date)
        {
            at.Replace("=");
            return ReadEquals(ref at, name);
        }

        if (LinkWordings.Include.Find(here) is { } include)
        {
            at.Replace(include.Meant);
            return ReadInclude(ref at, name);
        }

        if (at.Accept(TokenKind.IsWord))
        {
            ReferenceSyntax value = at.Read(NameGrammar.Value);
            return new IsFactSyntax(name, value, at.Span);
        }

        return at.Accept(TokenKind.Equal) ? ReadEquals(ref at, name)
            : at.Accept(TokenKind.IncludeWord) ? ReadInclude(ref at, name)
            : new FlagFactSyntax(name, true, at.Span);
    }

    // "occasional = true"
    private static bool? Truth(TokenInput here)
    {
        TokenInput value = here.Advance().Tokens();
        return Phrases.Starts(value, "true") ? true : Phrases.Starts(value, "false") ? false : null;
    }

    private static EqualsFactSyntax ReadEquals(ref Cursor at, ReferenceSyntax name)
    {
        LiteralSyntax? value = at.Kind switch
        {
            TokenKind.Number => at.Read(NumberGrammar.Number),
            TokenKind.Date => at.Read(DateGrammar.Date),
            _ => null,
        };
        if (value is null)
        {
            at.Expect(TokenKind.Number, "A number or a date is missing after '='.", "Write for example 'subjects = 10_000'.");
        }

        return new EqualsFactSyntax(name, value, at.Span);
    }

    private static IncludeFactSyntax ReadInclude(ref Cursor at, ReferenceSyntax name)
    {
        NameListSyntax elements = at.Read(Elements);
        return new IncludeFactSyntax(name, elements, at.Span);
    }
}
