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
        (["nobody", "may"], "must not", Modality.MustNot),
        (["no", "one", "may"], "must not", Modality.MustNot),
        (["anyone", "may"], "may", Modality.May),
        (["anyone", "must", "not"], "must not", Modality.MustNot),
        (["anyone", "must"], "must", Modality.Must),
        (["everyone", "may"], "may", Modality.May),
        (["everyone", "must", "not"], "must not", Modality.MustNot),
        (["everyone", "must"], "must", Modality.Must),
        (["it", "is", "prohibited", "to"], "must not", Modality.MustNot),
        (["it", "is", "forbidden", "to"], "must not", Modality.MustNot),
        (["is", "forbidden", "to"], "must not", Modality.MustNot),
        (["is", "forbidden", "from"], "must not", Modality.MustNot),
        (["has", "the", "right", "to"], "may", Modality.May),
        (["have", "the", "right", "to"], "may", Modality.May),
        (["is", "authorised", "to"], "may", Modality.May),
        (["is", "authorized", "to"], "may", Modality.May),
        (["is", "not", "authorised", "to"], "must not", Modality.MustNot),
        (["is", "not", "authorized", "to"], "must not", Modality.MustNot),
        (["is", "to"], "must", Modality.Must),
        (["are", "to"], "must", Modality.Must),
        (["ought", "to"], "should", Modality.Should),
        (["may", "not"], "must not", Modality.MustNot),
        (["must", "only"], "may only", Modality.MayOnly),
        (["must", "never"], "must not", Modality.MustNot),
        (["is", "not", "allowed", "to"], "must not", Modality.MustNot),
        (["is", "not", "permitted", "to"], "must not", Modality.MustNot),
        (["is", "not", "required", "to"], "need not", Modality.NeedNot),
        (["is", "not", "obliged", "to"], "need not", Modality.NeedNot),
        (["does", "not", "have", "to"], "need not", Modality.NeedNot),
        (["do", "not", "have", "to"], "need not", Modality.NeedNot),
        (["need", "not", "to"], "need not", Modality.NeedNot),
        (["does", "not", "need", "to"], "need not", Modality.NeedNot),
        (["needs", "to"], "must", Modality.Must),
        (["is", "entitled", "to"], "may", Modality.May),
        (["are", "not", "allowed", "to"], "must not", Modality.MustNot),
        (["are", "not", "required", "to"], "need not", Modality.NeedNot),
        (["are", "obliged", "to"], "must", Modality.Must),
        (["are", "required", "to"], "must", Modality.Must),
        (["are", "allowed", "to"], "may", Modality.May),
        (["are", "permitted", "to"], "may", Modality.May),
        (["are", "prohibited", "from"], "must not", Modality.MustNot),
        (["mustn't"], "must not", Modality.MustNot),
        (["can't"], "must not", Modality.MustNot),
        (["won't"], "must not", Modality.MustNot),
        (["needn't"], "need not", Modality.NeedNot),
        (["shouldn't"], "should not", Modality.ShouldNot),
    ];

    /// <summary>The words of the language themselves; only in capitals, or misspelled, are they others.</summary>
    private static readonly (string[] Words, string Meant, Modality Modality)[] OwnWords =
    [
        (["must", "not"], "must not", Modality.MustNot),
        (["must"], "must", Modality.Must),
        (["may", "only"], "may only", Modality.MayOnly),
        (["may"], "may", Modality.May),
        (["need", "not"], "need not", Modality.NeedNot),
        (["should", "not"], "should not", Modality.ShouldNot),
        (["should"], "should", Modality.Should),
    ];

    private static (int Count, string Meant, Modality Modality)? WordedModality(TokenInput here)
    {
        foreach ((string[] words, string meant, Modality modality) in here.Kind == TokenKind.Name ? OtherWords.Concat(OwnWords) : OtherWords)
        {
            if (Phrases.Starts(here, words))
            {
                return (words.Length, meant, modality);
            }
        }

        return null;
    }

    // "msut": between the subject and the action, a word near "must" or "should" is one.
    private static (int Count, string Meant, Modality Modality)? MisspelledModality(TokenInput here)
    {
        string? nearest = here.Kind == TokenKind.Name && here.Next is TokenKind.NotWord or TokenKind.Name or TokenKind.TransferWord or TokenKind.StoreWord
            ? NearestName.Find(here.Reader.TextOf(here.Token), ["must", "should"])
            : null;
        return nearest is null ? null : (1, nearest, nearest == "must" ? Modality.Must : Modality.Should);
    }

    private static Parser<ModalityPhrase?> ModalityWords => input =>
    {
        TokenInput here = input.Tokens();
        if ((WordedModality(here) ?? MisspelledModality(here)) is var (count, meant, other))
        {
            Phrases.Report(here, SyntaxDiagnostics.OtherModality, count, meant);
            IInput rest = here.Reader.InputAt(here.Position + count);
            bool negated = count == 1 && rest.Tokens().Kind == TokenKind.NotWord;
            return Result.Success<ModalityPhrase?>(new ModalityPhrase(other, Phrases.Span(here, count)), negated ? rest.Advance() : rest);
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
