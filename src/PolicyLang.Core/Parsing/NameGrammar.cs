using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>Names that refer to something: references, and lists of them.</summary>
internal static class NameGrammar
{
    public static readonly Parser<ReferenceSyntax> Clause = Reference(Expected.Clause);
    public static readonly Parser<ReferenceSyntax> Framework = Reference(Expected.Framework);
    public static readonly Parser<ReferenceSyntax> ClauseOrFramework = Reference(Expected.ClauseOrFramework);
    public static readonly Parser<ReferenceSyntax> Place = Reference(Expected.Place);
    public static readonly Parser<ReferenceSyntax> Party = Reference(Expected.Party);
    public static readonly Parser<ReferenceSyntax> LegalOrder = Reference(Expected.LegalOrder);
    public static readonly Parser<ReferenceSyntax> Node = Reference(Expected.Node);
    public static readonly Parser<ReferenceSyntax> Fact = Reference(Expected.Fact);
    public static readonly Parser<ReferenceSyntax> Value = Reference(Expected.Value);
    public static readonly Parser<ReferenceSyntax> Element = Reference(Expected.Element);
    public static readonly Parser<ReferenceSyntax> Safeguard = Reference(Expected.Safeguard);
    public static readonly Parser<ReferenceSyntax> Event = Reference(Expected.Event);
    public static readonly Parser<ReferenceSyntax> Condition = Reference(Expected.Condition);

    public static readonly Parser<ImmutableArray<ReferenceSyntax>> Clauses = List(Expected.Clause);
    public static readonly Parser<ImmutableArray<ReferenceSyntax>> ClausesOrFrameworks = List(Expected.ClauseOrFramework);
    public static readonly Parser<ImmutableArray<ReferenceSyntax>> Frameworks = List(Expected.Framework);
    public static readonly Parser<ImmutableArray<ReferenceSyntax>> Places = List(Expected.Place);
    public static readonly Parser<ImmutableArray<ReferenceSyntax>> LegalOrders = List(Expected.LegalOrder);
    public static readonly Parser<ImmutableArray<ReferenceSyntax>> OrdersAndFrameworks = List(Expected.OrderOrFramework);
    public static readonly Parser<ImmutableArray<ReferenceSyntax>> Principles = List(Expected.Principle);
    public static readonly Parser<ImmutableArray<ReferenceSyntax>> Aims = List(Expected.Aim);
    public static readonly Parser<ImmutableArray<ReferenceSyntax>> Elements = List(Expected.Element);

    /// <summary>Clauses and frameworks, then the law of legal orders; <c>law of</c> takes all names to the end of the list.</summary>
    public static readonly Parser<(ImmutableArray<ReferenceSyntax> Names, ImmutableArray<ReferenceSyntax> LawOf)> ClausesAndLaw = input =>
    {
        var at = new Cursor(input);
        ImmutableArray<ReferenceSyntax> names = IsLawOf(at.Position) ? [] : at.Read(ClausesOrFrameworks);
        if (!IsLawOf(at.Position))
        {
            return at.Success((names, ImmutableArray<ReferenceSyntax>.Empty));
        }

        at.Skip(2);
        return at.Success((names, at.Read(LegalOrders)));
    };

    public static readonly Parser<ImmutableArray<ReferenceSyntax>> RolesOr = List(Expected.Role, TokenKind.OrWord);

    public static readonly Parser<NameListSyntax> NamesAnd = ListOfAnd(Expected.Name);
    public static readonly Parser<NameListSyntax> ClausesAnd = ListOfAnd(Expected.Clause);
    public static readonly Parser<NameListSyntax> PlacesAnd = ListOfAnd(Expected.Place);
    public static readonly Parser<NameListSyntax> PurposesAnd = ListOfAnd(Expected.Purpose);
    public static readonly Parser<NameListSyntax> TargetsAnd = ListOfAnd(Expected.Target);

    /// <summary>Whether a token can be a name inside a list: a word that does not end the list.</summary>
    public static bool IsListName(TokenKind kind) => Keywords.IsWord(kind) && !Keywords.IsStopWord(kind);

    /// <summary>Whether an article stands before a name.</summary>
    public static bool IsArticle(TokenInput here) =>
        here.Kind == TokenKind.Name && NoiseWordings.Articles.Has(here) && IsListName(here.Next)
            && !NoiseWordings.Articles.Has(here.Advance().Tokens());

    /// <summary>Whether "law of" comes next.</summary>
    public static bool IsLawOf(TokenInput here) => here.Kind == TokenKind.LawWord && here.Next == TokenKind.OfWord;

    /// <summary>The index after a list of names, or after words for a whole set, that begins at a token.</summary>
    public static int EndOfList(Token[] tokens, int position)
    {
        TokenKind next = tokens[Math.Min(position + 1, tokens.Length - 1)].Kind;
        switch (tokens[position].Kind)
        {
            case TokenKind.OwnWord when next == TokenKind.TerritoryWord:
            case TokenKind.AnotherWord or TokenKind.AnyWord when next == TokenKind.PartyWord:
                return position + 2;
            case TokenKind.AnyWord or TokenKind.AnywhereWord when next != TokenKind.ExceptWord:
                return position + 1;
        }

        while (IsListName(tokens[position].Kind))
        {
            position++;
            while (tokens[position].Kind == TokenKind.Dot && Keywords.IsWord(tokens[position + 1].Kind))
            {
                position += 2;
            }

            int joiner = position;
            while (tokens[joiner].Kind is TokenKind.Comma or TokenKind.OrWord or TokenKind.AndWord or TokenKind.ExceptWord)
            {
                joiner++;
            }

            if (joiner == position)
            {
                break;
            }

            position = joiner;
        }

        return position;
    }

    /// <summary>References parted by commas and, where the word is given, by that word too.</summary>
    public static Parser<ImmutableArray<ReferenceSyntax>> List(Expected what, TokenKind? joiner = null) =>
        input => ReadList(input, what, joiner);

    private static Parser<NameListSyntax> ListOfAnd(Expected what) => input =>
    {
        var at = new Cursor(input);
        IResult<ImmutableArray<ReferenceSyntax>> names = ReadList(input, what, TokenKind.AndWord);
        at.MoveTo(names.Remainder.Tokens().Position);
        return at.Success(new NameListSyntax(names.Value, at.Span));
    };

    private static Parser<ReferenceSyntax> Reference(Expected what) => input => ReadReference(input, what);

    /// <summary>A possibly qualified name.</summary>
    private static IResult<ReferenceSyntax> ReadReference(IInput input, Expected what)
    {
        TokenInput here = input.Tokens();
        if (here.Kind == TokenKind.Number && what.IsClause())
        {
            // "subject to 46": only the binder knows which clause that can be.
            var number = new NameSyntax(here.Reader.TextOf(here.Token), here.Token.Span);
            return Success(new ReferenceSyntax(number), input.Advance());
        }

        if (here.Kind is TokenKind.Text or TokenKind.Number or TokenKind.SelfJudged)
        {
            return Success(ReadQuoted(here), input.Advance());
        }

        if (here.Kind is TokenKind.Colon or TokenKind.Equal && IsListName(here.Next))
        {
            here.ReportSuperfluous();
            return ReadReference(input.Advance(), what);
        }

        if (IsArticle(here) || (what == Expected.Principle && NoiseWordings.BeforePrinciple.Has(here) && IsListName(here.Next)))
        {
            Phrases.ReportNoise(here, 1);
            return ReadReference(input.Advance(), what);
        }

        if (what.IsClause() && here.Kind == TokenKind.Name && here.Next == TokenKind.Dot
            && here.Advance().Tokens().Next == TokenKind.Number)
        {
            // "Art. 46"
            var numbered = new NameSyntax(here.Reader.TextOf(here.Reader.Tokens[here.Position + 2]), Phrases.Span(here, 3));
            return Success(new ReferenceSyntax(numbered), here.Skip(3));
        }

        // "collected is CN": what "is" follows is the attribute, not the slot.
        bool collected = what == Expected.Condition && here is { Kind: TokenKind.CollectedWord, Next: TokenKind.IsWord };
        if (!IsListName(here.Kind) && !collected)
        {
            here.ReportMissing(SyntaxDiagnostics.Expected,
                $"{what.FirstWords()} is missing{(here.AtEnd ? string.Empty : $" before {here.Reader.Show(here.Token)}")}.",
                $"Write {what.Words()} here.");
            return Success(new ReferenceSyntax([], new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
        }

        return ReadQualified(here, what);
    }

    private static IResult<ReferenceSyntax> ReadQualified(TokenInput here, Expected what)
    {
        var first = new NameSyntax(here.Reader.NameOf(here.Token), here.Token.Span);
        TokenInput at = here.Advance().Tokens();
        ImmutableArray<NameSyntax>.Builder? parts = null;
        while (true)
        {
            if (what.IsClause() && parts is null && at.Kind == TokenKind.Colon && Keywords.IsWord(at.Next))
            {
                Phrases.Report(at, SyntaxDiagnostics.Unexpected, 1, ".");
            }
            else if (at.Kind != TokenKind.Dot || !Keywords.IsWord(at.Next))
            {
                break;
            }

            at = at.Advance().Tokens();
            if (parts is null)
            {
                parts = ImmutableArray.CreateBuilder<NameSyntax>(2);
                parts.Add(first);
            }

            parts.Add(new NameSyntax(at.Reader.NameOf(at.Token), at.Token.Span));
            at = at.Advance().Tokens();
        }

        ReferenceSyntax reference = parts is null
            ? new ReferenceSyntax(first)
            : new ReferenceSyntax(parts.ToImmutable(), first.Span.Cover(parts[parts.Count - 1].Span));
        return Success(reference, at);
    }

    /// <summary>A text in quotes, a number or "self-judged" where a name belongs, which is reported: "\"JP\"" or "2".</summary>
    public static ReferenceSyntax ReadQuoted(TokenInput here)
    {
        string inner = here.Kind == TokenKind.Text
            ? LiteralGrammar.Unescape(here.Reader.TextOf(here.Token))
            : here.Kind == TokenKind.SelfJudged ? WordJoiners.Cleaned(Keywords.SelfJudged) : string.Empty;
        bool isName = inner.Length > 0 && char.IsLetter(inner[0]) && inner.All(c => char.IsLetterOrDigit(c) || c == '_')
            && IsListName(Keywords.KindOf(inner));
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.BadName, here.Token.Span, $"{here.Reader.Show(here.Token)} is not a valid name.",
            isName
                ? $"Write '{inner}'{(here.Kind == TokenKind.Text ? " without quotes" : string.Empty)}."
                : "A name begins with a letter and stands without quotes.",
            isName ? $"Write '{inner}'" : null, isName ? [new TextEdit(here.Token.Span, inner)] : []);
        return new ReferenceSyntax([], here.Token.Span);
    }

    private static IResult<ImmutableArray<ReferenceSyntax>> ReadList(IInput input, Expected what, TokenKind? joiner)
    {
        ReferenceSyntax? first = null;
        ImmutableArray<ReferenceSyntax>.Builder? items = null;
        TokenInput at = input.Tokens();
        while (true)
        {
            if (what == Expected.ClauseOrFramework && IsLawOf(at))
            {
                break;
            }

            int found = at.Reader.Findings;
            TokenInput start = at;
            IResult<ReferenceSyntax> item = ReadReference(at, what);
            at = item.Remainder.Tokens();
            if (item.Value.IsMissing)
            {
                if (at.Reader.Findings > found && first is not null
                    && start.Reader.Tokens[start.Position - 1] is { Kind: TokenKind.Comma } comma)
                {
                    at.Reader.MendLast("Remove the comma", new TextEdit(comma.Span, string.Empty));
                }

                break;
            }

            if (first is null)
            {
                first = item.Value;
            }
            else
            {
                if (items is null)
                {
                    items = ImmutableArray.CreateBuilder<ReferenceSyntax>();
                    items.Add(first);
                }

                items.Add(item.Value);
            }

            if (AfterJoiner(at, what, joiner) is not { } next)
            {
                break;
            }

            at = next;
        }

        return Success(items is not null ? items.ToImmutable() : first is not null ? ImmutableArray.Create(first) : [], at);
    }

    /// <summary>What comes after a comma or joiner; null where the list ends.</summary>
    private static TokenInput? AfterJoiner(TokenInput at, Expected what, TokenKind? joiner)
    {
        if (at.Kind == TokenKind.Comma)
        {
            TokenInput after = at.Advance().Tokens();
            return after.Kind == joiner ? after.Advance().Tokens() : after;
        }

        if (at.Kind == joiner)
        {
            return at.Advance().Tokens();
        }

        if (at.Kind == TokenKind.AndWord && !what.IsInCondition() && IsListName(at.Next))
        {
            // In conditions, "and" joins conditions; in other lists it is written for the comma.
            ReportMissingComma(at);
            return at.Advance().Tokens();
        }

        return null;
    }

    /// <summary>Whether a comma is missing: "US CN" or "US and CN" in a list of one line, where names begin with a capital.</summary>
    public static bool IsMissingComma(TokenInput here) =>
        (here.Kind == TokenKind.Name && char.IsUpper(here.Reader.Text[here.Token.Start]) && !here.StartsLine)
        || (here.Kind == TokenKind.AndWord && here.Next == TokenKind.Name);

    public static void ReportMissingComma(TokenInput here)
    {
        int end = here.Reader.EndBefore(here.Position);
        bool and = here.Kind == TokenKind.AndWord;
        here.Reader.Report(
            here.Position, and ? SyntaxDiagnostics.Unexpected : SyntaxDiagnostics.Expected, here.Token.Span,
            and ? "'and' does not separate the names of a list." : $"A comma is missing before {here.Reader.Show(here.Token)}.",
            "Write a comma between two names.", "Write a comma",
            new TextEdit(TextSpan.FromBounds(end, and ? here.Token.Span.End : end), ","));
    }
}
