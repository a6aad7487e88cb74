using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    private sealed record ModalityPhrase(Modality Modality, TextSpan Span);

    /// <summary>Words that drafters use for a modality, and the one that the language has; longest first.</summary>
    private static readonly (string[] Words, string Meant, Modality Modality)[] OtherWords =
    [
        (["shall", "not"], "must not", Modality.MustNot),
        (["shall", "only"], "may only", Modality.MayOnly),
        (["shall"], "must", Modality.Must),
        (["will", "not"], "must not", Modality.MustNot),
        (["will"], "must", Modality.Must),
        (["can", "not"], "must not", Modality.MustNot),
        (["can", "only"], "may only", Modality.MayOnly),
        (["cannot"], "must not", Modality.MustNot),
        (["can"], "may", Modality.May),
        (["is", "obliged", "to"], "must", Modality.Must),
        (["is", "required", "to"], "must", Modality.Must),
        (["is", "allowed", "to"], "may", Modality.May),
        (["is", "permitted", "to"], "may", Modality.May),
        (["is", "prohibited", "from"], "must not", Modality.MustNot),
        (["has", "to"], "must", Modality.Must),
        (["have", "to"], "must", Modality.Must),
        (["ought", "to"], "should", Modality.Should),
        (["may", "not"], "must not", Modality.MustNot),
        (["must", "only"], "may only", Modality.MayOnly),
        (["must", "never"], "must not", Modality.MustNot),
    ];

    private static (int Count, string Meant, Modality Modality)? WordedModality(TokenInput here)
    {
        foreach ((string[] words, string meant, Modality modality) in OtherWords)
        {
            int count = 0;
            while (count < words.Length && here.Position + count < here.Reader.Tokens.Length
                && string.Equals(here.Reader.TextOf(here.Reader.Tokens[here.Position + count]), words[count], StringComparison.OrdinalIgnoreCase))
            {
                count++;
            }

            if (count == words.Length)
            {
                return (count, meant, modality);
            }
        }

        return null;
    }

    private static Parser<ModalityPhrase?> ModalityWords => input =>
    {
        TokenInput here = input.Tokens();
        if (WordedModality(here) is var (count, meant, other))
        {
            TextSpan span = here.Token.Span.Cover(here.Reader.Tokens[here.Position + count - 1].Span);
            here.Reader.Report(
                here.Position, SyntaxDiagnostics.OtherModality, span,
                $"The language does not say '{here.Reader.Text.Substring(span.Start, span.Length)}'.", $"Write '{meant}'.", $"Write '{meant}'", new TextEdit(span, meant));
            return Result.Success<ModalityPhrase?>(new ModalityPhrase(other, span), here.Reader.InputAt(here.Position + count));
        }

        (Modality Modality, int Words)? phrase = (here.Kind, here.Next) switch
        {
            (TokenKind.MayWord, TokenKind.OnlyWord) => (Modality.MayOnly, 2),
            (TokenKind.MayWord, _) => (Modality.May, 1),
            (TokenKind.MustWord, TokenKind.NotWord) => (Modality.MustNot, 2),
            (TokenKind.MustWord, _) => (Modality.Must, 1),
            (TokenKind.NeedWord, TokenKind.NotWord) => (Modality.NeedNot, 2),
            (TokenKind.ShouldWord, TokenKind.NotWord) => (Modality.ShouldNot, 2),
            (TokenKind.ShouldWord, _) => (Modality.Should, 1),
            _ => null,
        };
        if (phrase is { } found)
        {
            Token last = here.Reader.Tokens[here.Position + found.Words - 1];
            return Result.Success<ModalityPhrase?>(new ModalityPhrase(found.Modality, here.Token.Span.Cover(last.Span)), here.Reader.InputAt(here.Position + found.Words));
        }

        here.ReportMissing(
            SyntaxDiagnostics.MissingModality,
            here.Kind == TokenKind.NeedWord ? "'need' is followed by 'not'." : "The sentence does not say whether the act is a duty, allowed or forbidden.",
            "Write 'must', 'must not', 'may', 'may only', 'need not', 'should' or 'should not' before the action.");
        return Result.Success<ModalityPhrase?>(null, input);
    };
}
