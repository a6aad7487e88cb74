using System.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>The places, purposes, targets, day and facts of a scenario.</summary>
internal static class SlotGrammar
{
    private static readonly string[] SlotWords = ["from", "to", "in", "for", "against", "on", "where", "collected", "under"];

    /// <summary>Whether a slot comes next, or what is written for one.</summary>
    public static readonly Func<TokenInput, bool> Starts = static here =>
        here.Kind is TokenKind.FromWord or TokenKind.ToWord or TokenKind.InWord or TokenKind.ForWord or TokenKind.AgainstWord
            or TokenKind.OnWord or TokenKind.WhereWord or TokenKind.CollectedWord or TokenKind.UnderWord || FindMeant(here) is not null;

    /// <summary>The keyword for which drafters write what comes next: "when", "if" and "given" for "where"; "date", "at" or nothing for
    /// "on".</summary>
    public static string? FindOther(TokenInput here) =>
        here.Kind == TokenKind.WhenWord || (LinkWordings.Where.Has(here) && NameGrammar.IsListName(here.Next)) ? "where"
        : here.Kind == TokenKind.Date || (LinkWordings.On.Has(here) && here.Next == TokenKind.Date) ? "on"
        : null;

    /// <summary>The keyword that a word before a name or a day most likely means.</summary>
    public static string? FindMisspelled(TokenInput here) =>
        here.Kind == TokenKind.Name && (NameGrammar.IsListName(here.Next) || here.Next == TokenKind.Date)
            ? NearestName.Find(here.Reader.TextOf(here.Token), SlotWords)
            : null;

    /// <summary>The keyword that is meant by another word, or by none.</summary>
    public static string? FindMeant(TokenInput here) => FindOther(here) ?? FindMisspelled(here);

    private static readonly Parser<(NameListSyntax? Roles, ReferenceSyntax Place)> Destination = input =>
    {
        var at = new Cursor(input);
        NameListSyntax list = at.Read(NameGrammar.PlacesAnd);
        return list.Names.IsEmpty ? at.Success<(NameListSyntax?, ReferenceSyntax)>((null, new ReferenceSyntax([], list.Span)))
            : at.Accept(TokenKind.InWord) ? ReadRoles(ref at, list)
            : at.Success<(NameListSyntax?, ReferenceSyntax)>((null, list.Names[0]));
    };

    // "collected in PLACE"
    private static readonly Parser<ReferenceSyntax> CollectedPlace = input =>
    {
        var at = new Cursor(input);
        at.Expect(TokenKind.InWord, "'collected' is followed by 'in' and a place.", "Write 'collected in'.",
            NameGrammar.IsListName(at.Kind) ? " in" : null);
        return at.Success(at.Read(NameGrammar.Place));
    };

    public static readonly Parser<SlotSyntax> Slot = input =>
    {
        TokenInput here = input.Tokens();
        string? meant = FindMeant(here);
        TokenKind kind = meant is null ? here.Kind : Keywords.KindOf(meant);
        return kind switch
        {
            TokenKind.FromWord =>
                Slotted(here, meant, NameGrammar.Place, static (v, k, s) => new PlaceSlotSyntax(PlaceSlotKind.From, v, k, s)),
            TokenKind.InWord => Slotted(here, meant, NameGrammar.Place, static (v, k, s) => new PlaceSlotSyntax(PlaceSlotKind.In, v, k, s)),
            TokenKind.ToWord => Slotted(here, meant, Destination, static (v, k, s) => new ToSlotSyntax(v.Roles, v.Place, k, s)),
            TokenKind.ForWord =>
                Slotted(here, meant, NameGrammar.PurposesAnd, static (v, k, s) => new ListSlotSyntax(ListSlotKind.For, v, k, s)),
            TokenKind.AgainstWord =>
                Slotted(here, meant, NameGrammar.TargetsAnd, static (v, k, s) => new ListSlotSyntax(ListSlotKind.Against, v, k, s)),
            TokenKind.OnWord => Slotted(here, meant, DateGrammar.Date, static (v, k, s) => new OnSlotSyntax(v, k, s)),
            TokenKind.CollectedWord =>
                Slotted(here, meant, CollectedPlace, static (v, k, s) => new PlaceSlotSyntax(PlaceSlotKind.Collected, v, k, s)),
            TokenKind.UnderWord => Slotted(here, meant, NameGrammar.OrdersAndFrameworks, static (v, k, s) => new UnderSlotSyntax(v, k, s)),
            TokenKind.WhereWord => Slotted(here, meant, FactGrammar.Facts, static (v, k, s) => new WhereSlotSyntax(v, k, s)),
            _ => throw new UnreachableException(),
        };
    };

    private static IResult<SlotSyntax> Slotted<T>(
        TokenInput here, string? meant, Parser<T> value, Func<T, TextSpan, TextSpan, SlotSyntax> make)
    {
        var at = new Cursor(here);
        Token keyword = meant is null ? at.Take()
            : here.Kind == TokenKind.Date ? at.Expect(TokenKind.OnWord, "'on' is missing before the day.", "Write 'on'.", " on")
            : at.Replace(meant);
        T content = at.Read(value);
        return at.Success(make(content, keyword.Span, at.Span));
    }

    private static IResult<(NameListSyntax? Roles, ReferenceSyntax Place)> ReadRoles(ref Cursor at, NameListSyntax roles)
    {
        ReferenceSyntax place = at.Read(NameGrammar.Place);
        return at.Success<(NameListSyntax?, ReferenceSyntax)>((roles, place));
    }
}
