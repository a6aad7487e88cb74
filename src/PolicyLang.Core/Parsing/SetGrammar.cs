using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.NameGrammar;

namespace PolicyLang.Parsing;

/// <summary>Sets of names. In a slot commas and "or" part the names; in a condition commas do, and "or" is logical.</summary>
internal static class SetGrammar
{
    public static readonly Parser<SetSyntax> Names = Set(Expected.Name, TokenKind.OrWord);
    public static readonly Parser<SetSyntax> Places = Set(Expected.Place, TokenKind.OrWord);
    public static readonly Parser<SetSyntax> Roles = Set(Expected.Role, TokenKind.OrWord);
    public static readonly Parser<SetSyntax> Actions = Set(Expected.Action, TokenKind.OrWord);
    public static readonly Parser<SetSyntax> DataOrTargets = Set(Expected.DataOrTarget, TokenKind.OrWord);
    public static readonly Parser<SetSyntax> Purposes = Set(Expected.Purpose, TokenKind.OrWord);
    public static readonly Parser<SetSyntax> Targets = Set(Expected.Target, TokenKind.OrWord);
    public static readonly Parser<SetSyntax> ValuesInCondition = Set(Expected.Value, joiner: null);

    /// <summary>What follows "of": where somebody is established, or of which organisation.</summary>
    public static readonly Parser<SetSyntax> Homes = input =>
    {
        var at = new Cursor(input);
        if (at.Kind != TokenKind.AnyWord || at.Position.Next != TokenKind.OrganisationWord)
        {
            return Places(input);
        }

        at.Skip(2);
        return at.Success<SetSyntax>(new AnyOrganisationSetSyntax(at.Span));
    };

    public static readonly Parser<ListSetSyntax> ListedPlaces = ListSet(Expected.Place, TokenKind.OrWord);

    /// <summary>What follows <c>to</c>: places, or roles and their place.</summary>
    public static readonly Parser<(ImmutableArray<ReferenceSyntax> Roles, SetSyntax Set)> Destination = input =>
    {
        var at = new Cursor(input);
        if (at.Kind is TokenKind.AnyWord or TokenKind.AnywhereWord or TokenKind.OutsideWord or TokenKind.OwnWord || IsParties(at.Position)
            || SetWordings.Places.Find(at.Position) is { Value: not TokenKind.OutsideWord })
        {
            return at.Success((ImmutableArray<ReferenceSyntax>.Empty, at.Read(Places)));
        }

        ListSetSyntax list = at.Read(ListedPlaces);
        return at.Success(
            ReadPlaceOfRoles(ref at, list) is { } place ? (list.Names, place) : (ImmutableArray<ReferenceSyntax>.Empty, list));
    };

    private static Parser<SetSyntax> Set(Expected what, TokenKind? joiner)
    {
        Parser<ImmutableArray<ReferenceSyntax>> names = List(what, joiner);
        Parser<ListSetSyntax> list = ListSet(what, joiner);
        return input =>
        {
            var at = new Cursor(input);
            Wording<TokenKind>? place = what == Expected.Place ? SetWordings.Places.Find(at.Position) : null;
            SetSyntax set = place?.Value switch
            {
                TokenKind.AnywhereWord => new AnySetSyntax(at.Reword(place.Count, place.Meant).Span),
                TokenKind.OwnWord => new OwnTerritorySetSyntax(at.Reword(place.Count, place.Meant).Span),
                TokenKind.AnotherWord => new PartiesSetSyntax(false, at.Reword(place.Count, place.Meant).Span),
                _ => ReadSet(ref at, names, list, joiner is null || what == Expected.Place),
            };
            return at.Success(set);
        };
    }

    // "another party", "any party"
    private static bool IsParties(TokenInput here) =>
        here.Kind is TokenKind.AnotherWord or TokenKind.AnyWord && here.Next == TokenKind.PartyWord;

    private static SetSyntax ReadSet(
        ref Cursor at, Parser<ImmutableArray<ReferenceSyntax>> names, Parser<ListSetSyntax> list, bool anyIsOutside)
    {
        TokenInput here = at.Position;
        switch (here.Kind)
        {
            case TokenKind.AnotherWord or TokenKind.AnyWord when IsParties(here):
                at.Skip(2);
                return new PartiesSetSyntax(here.Kind == TokenKind.AnyWord, at.Span);

            // Where "outside A" cannot stand, as in an object, it is written "any except A".
            case TokenKind.AnyWord or TokenKind.AnywhereWord when here.Next == TokenKind.ExceptWord
                && here.Reader.Tokens[here.Position + 2].Kind == TokenKind.Name:
                if (anyIsOutside)
                {
                    at.Reword(2, "outside");
                }
                else
                {
                    at.Skip(2);
                }

                ImmutableArray<ReferenceSyntax> excepted = at.Read(names);
                return new ListSetSyntax(true, excepted, [], at.Span);
            case TokenKind.AnyWord or TokenKind.AnywhereWord:
                return new AnySetSyntax(at.Take().Span);
            case TokenKind.OwnWord when here.Next == TokenKind.TerritoryWord:
                at.Skip(2);
                return new OwnTerritorySetSyntax(at.Span);
            default:
                return at.Read(list);
        }
    }

    private static Parser<ListSetSyntax> ListSet(Expected what, TokenKind? joiner)
    {
        Parser<ListSetSyntax> open = OpenListSet(what, joiner);
        return input =>
        {
            if (ClosingParenthesis(input.Tokens()) is not { } close)
            {
                return open(input);
            }

            var at = new Cursor(input);
            at.Position.Reader.Report(
                at.Position.Position, SyntaxDiagnostics.Unexpected, at.Position.Token.Span, "A list stands without parentheses.",
                    "Remove them.", "Remove the parentheses",
                new TextEdit(at.Position.Token.Span, string.Empty), new TextEdit(close.Span, string.Empty));
            at.Take();
            ListSetSyntax set = at.Read(open);
            at.Accept(TokenKind.CloseParenthesis);
            return at.Success(set);
        };
    }

    // "to (US, CA)": parentheses around a list on one line.
    private static Token? ClosingParenthesis(TokenInput here)
    {
        if (here.Kind != TokenKind.OpenParenthesis)
        {
            return null;
        }

        Token[] tokens = here.Reader.Tokens;
        int at = here.Position + 1;
        while (tokens[at].Kind is TokenKind.Comma or TokenKind.OrWord or TokenKind.OutsideWord or TokenKind.ExceptWord
            || IsListName(tokens[at].Kind))
        {
            at++;
        }

        return at > here.Position + 1 && tokens[at].Kind == TokenKind.CloseParenthesis ? tokens[at] : null;
    }

    private static Parser<ListSetSyntax> OpenListSet(Expected what, TokenKind? joiner)
    {
        Parser<ImmutableArray<ReferenceSyntax>> list = List(what, joiner);
        return input =>
        {
            var at = new Cursor(input);
            bool outside = ReadOutside(ref at, what);
            if (outside && at.Kind == TokenKind.OfWord)
            {
                at.PassNoise(1);
            }

            ImmutableArray<ReferenceSyntax> names = at.Read(list);
            ImmutableArray<ReferenceSyntax> except = ReadExcept(ref at, joiner is not null) ? at.Read(list) : [];
            return at.Success(new ListSetSyntax(outside, names, except, at.Span));
        };
    }

    private static bool ReadOutside(ref Cursor at, Expected what)
    {
        if (what == Expected.Place && SetWordings.Places.Find(at.Position) is { Value: TokenKind.OutsideWord } outside)
        {
            at.Reword(outside.Count, outside.Meant);
            return true;
        }

        return at.Accept(TokenKind.OutsideWord);
    }

    private static bool ReadExcept(ref Cursor at, bool inSlot)
    {
        TokenInput here = at.Position;
        if (inSlot && SetWordings.Except.Find(here) is { } except
            && here.Reader.Tokens[here.Position + except.Count] is { Kind: TokenKind.Name } name
            && char.IsUpper(here.Reader.Text[name.Start]))
        {
            at.Reword(except.Count, except.Meant);
            return true;
        }

        if (here.Kind != TokenKind.ExceptWord || ModifierGrammar.FindOther(here) is not null)
        {
            return false;
        }

        at.Take();
        return true;
    }

    // "in" or "outside" after the list makes it roles; "in force" is different.
    private static SetSyntax? ReadPlaceOfRoles(ref Cursor at, ListSetSyntax roles)
    {
        if (roles.Names.IsEmpty || !roles.Except.IsEmpty)
        {
            return null;
        }

        switch (at.Kind)
        {
            case TokenKind.InWord when at.Position.Next != TokenKind.ForceWord:
                at.Take();
                return at.Read(Places);
            case TokenKind.WithinWord when at.Position.IsNextCapital:
                at.Replace("in");
                return at.Read(Places);
            case TokenKind.OutsideWord:
                return at.Read(ListedPlaces);
            default:
                return null;
        }
    }
}
