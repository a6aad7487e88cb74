using PolicyLang.Syntax;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>Words of ordinary sentences that say nothing here: they are reported once and passed over.</summary>
internal static partial class Grammar
{
    private static readonly string[][] Articles = [["the"], ["every"], ["each"]];

    private static readonly string[][] ConditionNoise = [["if"], ["either"], ["both"], ["there", "is"], ["there", "are"]];

    private static readonly string[][] OtherParties =
        [["the", "parties"], ["each", "party"], ["every", "party"], ["all", "parties"], ["contracting", "parties"], ["the", "contracting", "parties"], ["member", "states"], ["parties"]];

    private static readonly string[][] OtherTerritories =
        [["their", "territory"], ["its", "territory"], ["their", "own", "territory"], ["its", "own", "territory"], ["own", "territories"], ["their", "territories"], ["own", "country"]];

    private static readonly string[][] OtherAnywhere = [["everywhere"], ["worldwide"], ["any", "country"], ["any", "place"], ["all", "countries"], ["any", "jurisdiction"]];

    private static readonly string[][] OtherOutside = [["countries", "other", "than"], ["places", "other", "than"], ["jurisdictions", "other", "than"], ["other", "than"]];

    private static readonly string[][] OtherExcept = [["without"], ["excluding"], ["minus"], ["but", "not"]];

    /// <summary>Whether an article stands before a name.</summary>
    private static bool IsArticle(TokenInput here) => here.Kind == TokenKind.Name && Phrases.FirstOf(here, Articles) is not null && IsListName(here.Next) && Phrases.FirstOf(here.Advance().Tokens(), Articles) is null;

    /// <summary>Passes over some words that say nothing.</summary>
    private static Parser<bool> Noise(int words) => input =>
    {
        Phrases.ReportNoise(input.Tokens(), words);
        return Skip(words)(input);
    };

    /// <summary>Passes over words that say nothing, if they come next.</summary>
    private static Parser<bool> OptionalNoise(Func<TokenInput, int> words) => Look(here => words(here) is > 0 and var count ? Noise(count) : Parse.Return(false));

    /// <summary>Some words that stand for others.</summary>
    private static Parser<Token> Reworded(int words, string meant) => input =>
    {
        TokenInput here = input.Tokens();
        Phrases.Report(here, Diagnostics.SyntaxDiagnostics.Unexpected, words, meant);
        return Result.Success(here.Token with { Length = Phrases.Span(here, words).Length }, (IInput)here.Reader.InputAt(here.Position + words));
    };

    /// <summary>Reads one keyword, or what is written for it.</summary>
    private static Parser<Token> Word(TokenKind kind, params string[][] others) => Look(here =>
        here.Kind == kind ? Take : Reworded((Phrases.FirstOf(here, others) ?? [string.Empty]).Length, Keywords.WordOf(kind)));
}
