using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    /// <summary>A set in a slot: commas and "or" part its names.</summary>
    private static Parser<SetSyntax> Set(string what) => SetOf(what, TokenKind.OrWord);

    /// <summary>A set in a condition: commas part its names, "or" is logical.</summary>
    private static Parser<SetSyntax> ConditionSet(string what) => SetOf(what, null);

    private static Parser<SetSyntax> SetOf(string what, TokenKind? joiner) => Look(here => here.Kind switch
    {
        _ when what == "A place" && Phrases.FirstOf(here, OtherAnywhere) is { } words => Reworded(words.Length, "anywhere").Select(t => (SetSyntax)new AnySetSyntax(t.Span)),
        _ when what == "A place" && Phrases.FirstOf(here, OtherTerritories) is { } words => Reworded(words.Length, "own territory").Select(t => (SetSyntax)new OwnTerritorySetSyntax(t.Span)),
        // "any except A" is "outside A" where that cannot stand: an object ends at "outside". Of places it is only another word for it.
        TokenKind.AnyWord or TokenKind.AnywhereWord when here.Next == TokenKind.ExceptWord && here.Reader.Tokens[here.Position + 2].Kind == TokenKind.Name =>
            (from outside in joiner is null || what == "A place" ? Reworded(2, "outside").Select(_ => true) : Skip(2)
             from names in List(what, joiner)
             select names).Spanned((names, span) => (SetSyntax)new ListSetSyntax(true, names, [], span)),
        TokenKind.AnyWord or TokenKind.AnywhereWord => Take.Select(t => (SetSyntax)new AnySetSyntax(t.Span)),
        TokenKind.OwnWord when here.Next == TokenKind.TerritoryWord =>
            from own in Take from territory in Take select (SetSyntax)new OwnTerritorySetSyntax(own.Span.Cover(territory.Span)),
        _ => ListSet(what, joiner).Select(s => (SetSyntax)s),
    });

    private static Parser<ListSetSyntax> ListSet(string what, TokenKind? joiner) => Look(here => ClosingParenthesis(here) is not { } close
        ? OpenListSet(what, joiner)
        : Superfluous(close).Then(_ => OpenListSet(what, joiner)).Then(set => Accept(TokenKind.CloseParenthesis).Select(_ => set)));

    // "to (US, CA)": parentheses around a list on one line.
    private static Token? ClosingParenthesis(TokenInput here)
    {
        Token[] tokens = here.Reader.Tokens;
        int at = here.Position + 1;
        while (here.Kind == TokenKind.OpenParenthesis && (tokens[at].Kind is TokenKind.Comma or TokenKind.OrWord or TokenKind.OutsideWord or TokenKind.ExceptWord || IsListName(tokens[at].Kind)))
        {
            at++;
        }

        return here.Kind == TokenKind.OpenParenthesis && at > here.Position + 1 && tokens[at].Kind == TokenKind.CloseParenthesis ? tokens[at] : null;
    }

    private static Parser<Token> Superfluous(Token close) => input =>
    {
        TokenInput here = input.Tokens();
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "A list stands without parentheses.", "Remove them.", "Remove the parentheses",
            new TextEdit(here.Token.Span, string.Empty), new TextEdit(close.Span, string.Empty));
        return Take(input);
    };

    private static Parser<ListSetSyntax> OpenListSet(string what, TokenKind? joiner) =>
        (from outside in Look(here => what == "A place" && Phrases.FirstOf(here, OtherOutside) is { } words ? Reworded(words.Length, "outside").Select(_ => true) : Accept(TokenKind.OutsideWord))
         from of in OptionalNoise(here => outside && here.Kind == TokenKind.OfWord ? 1 : 0)
         from names in List(what, joiner)
         from except in Except(what, joiner)
         select (outside, names, except)).Spanned((s, span) => new ListSetSyntax(s.outside, s.names, s.except, span));

    private static Parser<ImmutableArray<ReferenceSyntax>> Except(string what, TokenKind? joiner) =>
        Look(here => joiner is not null && Phrases.FirstOf(here, OtherExcept) is { } words && here.Reader.Tokens[here.Position + words.Length] is { Kind: TokenKind.Name } name && char.IsUpper(here.Reader.Text[name.Start])
            ? Reworded(words.Length, "except").Then(_ => List(what, joiner))
            : here.Kind == TokenKind.ExceptWord && !IsOtherModifier(here) ? Take.Then(_ => List(what, joiner)) : Parse.Return(ImmutableArray<ReferenceSyntax>.Empty));

    /// <summary>What follows <c>to</c>: places, or roles and their place.</summary>
    private static Parser<(ImmutableArray<ReferenceSyntax> Roles, SetSyntax Set)> Destination => Look(here =>
        here.Kind is TokenKind.AnyWord or TokenKind.AnywhereWord or TokenKind.OutsideWord or TokenKind.OwnWord || Phrases.FirstOf(here, OtherAnywhere) is not null || Phrases.FirstOf(here, OtherTerritories) is not null
            ? Set("A place").Select(s => (ImmutableArray<ReferenceSyntax>.Empty, s))
            : from list in ListSet("A place", TokenKind.OrWord)
              from both in Look(after => Place(list, after))
              select both);

    // "in" or "outside" right after the list turns it into roles; "in force" is told by its second token.
    private static Parser<(ImmutableArray<ReferenceSyntax> Roles, SetSyntax Set)> Place(ListSetSyntax list, TokenInput after)
    {
        if (list.Names.IsEmpty || !list.Except.IsEmpty)
        {
            return Parse.Return((ImmutableArray<ReferenceSyntax>.Empty, (SetSyntax)list));
        }

        return after.Kind switch
        {
            TokenKind.InWord when after.Next != TokenKind.ForceWord => Take.Then(_ => Set("A place")).Select(s => (list.Names, s)),
            TokenKind.WithinWord when after.Next == TokenKind.Name && char.IsUpper(after.Reader.Text[after.Reader.Tokens[after.Position + 1].Start]) => Replaced("in").Then(_ => Set("A place")).Select(s => (list.Names, s)),
            TokenKind.OutsideWord => ListSet("A place", TokenKind.OrWord).Select(s => (list.Names, (SetSyntax)s)),
            _ => Parse.Return((ImmutableArray<ReferenceSyntax>.Empty, (SetSyntax)list)),
        };
    }
}
