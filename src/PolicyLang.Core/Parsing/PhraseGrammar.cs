using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>The phrase of a scenario or check: who, does what, with which data. Without one, or with more, there is no case to
/// decide.</summary>
internal static class PhraseGrammar
{
    private const int LongestPhrase = 3;

    private const string PhraseHelp = "Write who, does what, with which data: 'Exporter transfer Health'.";

    /// <summary>Up to three parts, and what follows "of" after the first; a fourth part is left to what follows.</summary>
    public static (ImmutableArray<T> Parts, T? Of) Read<T>(ref Cursor at, Func<TokenInput, bool> starts, Parser<T> part, Parser<T> home)
        where T : SyntaxNode
    {
        TokenInput start = at.Position;
        T? of = null;
        ImmutableArray<T>.Builder parts = ImmutableArray.CreateBuilder<T>(LongestPhrase);
        while (parts.Count < LongestPhrase && starts(at.Position)
            && !(parts.Count == LongestPhrase - 1 && SlotGrammar.FindMisspelled(at.Position) is not null))
        {
            parts.Add(at.Read(part));
            of ??= parts.Count == 1 ? at.ReadAfter(TokenKind.OfWord, home) : null;
        }

        if (parts.Count == 0 || (parts.Count == 1 && of is not null))
        {
            (parts.Count == 0 ? start : at.Position).ReportMissing(SyntaxDiagnostics.Expected, "What is done is missing.", PhraseHelp);
        }

        return (parts.ToImmutable(), of);
    }

    /// <summary>Passes over names after the third part of a scenario, which say nothing, and reports the first.</summary>
    public static void PassRest(ref Cursor at)
    {
        TokenInput here = at.Position;
        while (NameGrammar.IsListName(at.Kind) && SlotGrammar.FindMeant(at.Position) is null && !ExpectationGrammar.IsOther(at.Position))
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span,
                $"{here.Reader.Show(here.Token)} does not belong here.",
                $"{PhraseHelp} Join several of one kind with 'and'; a place follows 'from', 'to' or 'in'.");
            at.Take();
        }
    }

    /// <summary>The title of a scenario or check.</summary>
    public static readonly Parser<TextLiteralSyntax> Title = input =>
    {
        TokenInput here = input.Tokens();
        return here.Kind != TokenKind.OpenBrace ? LiteralGrammar.Text(input) : Combinators.Success(MissingTitle(here), input);
    };

    // Without a title, take the words before the first date, fact or expectation.
    private static TextLiteralSyntax MissingTitle(TokenInput here)
    {
        Token[] tokens = here.Reader.Tokens;
        int first = Math.Max(here.Position, Array.FindIndex(tokens, t => t.Kind == TokenKind.Colon)) + 1;
        int end = Array.FindIndex(tokens, first,
            t => t.Kind is TokenKind.OnWord or TokenKind.WhereWord or TokenKind.WhenWord or TokenKind.ExpectWord or TokenKind.CloseBrace
            or TokenKind.EndOfIsland);
        string title = string.Join(" ", tokens.Skip(first).Take(end - first).Select(here.Reader.TextOf)).Replace(" ,", ",")
            .Replace("\"", string.Empty);
        here.ReportMissing(
            SyntaxDiagnostics.Expected, "A title in quotes is missing.", "Write it before the brace: \"…\".",
            title.Length == 0 ? null : $"Write \"{title}\"", title.Length == 0 ? null : $" \"{title}\"");
        return new TextLiteralSyntax(title, new TextSpan(here.Reader.EndBefore(here.Position), 0));
    }
}
