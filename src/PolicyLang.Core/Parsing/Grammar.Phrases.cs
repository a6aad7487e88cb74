using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>The phrase of a scenario or check: who, does what, with which data. Without one, or with more, there is no case to decide.</summary>
internal static partial class Grammar
{
    private const int LongestPhrase = 3;

    private const string PhraseHelp = "Write who, does what, with which data: 'Exporter transfer Health'.";

    private static readonly string[] SlotWords = ["from", "to", "in", "for", "against", "on", "where"];

    /// <summary>Up to three parts; a fourth is left to what follows.</summary>
    private static Parser<ImmutableArray<T>> Phrase<T>(Func<TokenInput, bool> starts, Parser<T> part) => input =>
    {
        var parts = ImmutableArray.CreateBuilder<T>(LongestPhrase);
        IInput rest = input;
        while (parts.Count < LongestPhrase && starts(rest.Tokens()) && !(parts.Count == LongestPhrase - 1 && MisspelledSlot(rest.Tokens()) is not null))
        {
            IResult<T> result = part(rest);
            parts.Add(result.Value);
            rest = result.Remainder;
        }

        if (parts.Count == 0)
        {
            input.Tokens().ReportMissing(SyntaxDiagnostics.Expected, "What is done is missing.", PhraseHelp);
        }

        return Result.Success(parts.ToImmutable(), rest);
    };

    /// <summary>Passes over names after the third part of a scenario, which say nothing, and reports the first.</summary>
    private static Parser<bool> EndOfPhrase => input =>
    {
        TokenInput here = input.Tokens();
        IInput rest = input;
        while (IsListName(rest.Tokens().Kind) && SlotMeant(rest.Tokens()) is null && !IsOtherExpect(rest.Tokens()))
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, $"{here.Reader.Show(here.Token)} does not belong here.", $"{PhraseHelp} Join several of one kind with 'and'; a place follows 'from', 'to' or 'in'.");
            rest = rest.Advance();
        }

        return Result.Success(true, rest);
    };

    /// <summary>The keyword of a slot that a word before a name or a day most likely means.</summary>
    private static string? MisspelledSlot(TokenInput here) =>
        here.Kind == TokenKind.Name && (IsListName(here.Next) || here.Next == TokenKind.Date) ? NearestName.Find(here.Reader.TextOf(here.Token), SlotWords) : null;

    private static string? SlotMeant(TokenInput here) => OtherSlot(here) ?? MisspelledSlot(here);
}
