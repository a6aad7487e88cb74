using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>The modality of a sentence: whether the act is a duty, allowed or forbidden.</summary>
internal static class ModalityGrammar
{
    private static readonly string[] Near = ["must", "should"];

    /// <summary>The modality and its words; null where there is none.</summary>
    public static readonly Parser<(Modality Modality, TextSpan Span)?> Modality = input =>
    {
        var at = new Cursor(input);
        TokenInput here = at.Position;
        if ((FindOther(here) ?? FindMisspelled(here)) is { } other)
        {
            Phrases.Report(here, SyntaxDiagnostics.OtherModality, other.Count, other.Meant);
            at.Skip(other.Count);
            TextSpan span = at.Span;
            if (other.Count == 1)
            {
                at.Accept(TokenKind.NotWord);
            }

            return at.Success<(Modality, TextSpan)?>((other.Value, span));
        }

        (Modality Modality, int Words)? phrase = (here.Kind, here.Next) switch
        {
            (TokenKind.MayWord, TokenKind.OnlyWord) => (Syntax.Modality.MayOnly, 2),
            (TokenKind.MayWord, _) => (Syntax.Modality.May, 1),
            (TokenKind.MustWord, TokenKind.NotWord) => (Syntax.Modality.MustNot, 2),
            (TokenKind.MustWord, _) => (Syntax.Modality.Must, 1),
            (TokenKind.NeedWord, TokenKind.NotWord) => (Syntax.Modality.NeedNot, 2),
            (TokenKind.ShouldWord, TokenKind.NotWord) => (Syntax.Modality.ShouldNot, 2),
            (TokenKind.ShouldWord, _) => (Syntax.Modality.Should, 1),
            _ => null,
        };
        if (phrase is var (modality, words))
        {
            at.Skip(words);
            return at.Success<(Modality, TextSpan)?>((modality, at.Span));
        }

        here.ReportMissing(
            SyntaxDiagnostics.MissingModality,
            here.Kind == TokenKind.NeedWord
                ? "'need' is followed by 'not'."
                : "The sentence does not say whether the act is a duty, allowed or forbidden.",
            "Write 'must', 'must not', 'may', 'may only', 'need not', 'should' or 'should not' before the action.");
        return at.Success<(Modality, TextSpan)?>(null);
    };

    /// <summary>What drafters write for a modality, if that comes next.</summary>
    public static Wording<Modality>? FindOther(TokenInput here) =>
        ModalityWordings.Modalities.Find(here) is { } found && (!found.IsOwn || here.Kind == TokenKind.Name) ? found : null;

    // "msut": between the subject and the action, a word near "must" or "should" is one.
    private static Wording<Modality>? FindMisspelled(TokenInput here) =>
        here.Kind == TokenKind.Name && here.Next is TokenKind.NotWord or TokenKind.Name or TokenKind.TransferWord or TokenKind.StoreWord
            && NearestName.Find(here.Reader.TextOf(here.Token), Near) is { } nearest
            ? new Wording<Modality>(nearest, nearest, nearest == Near[0] ? Syntax.Modality.Must : Syntax.Modality.Should)
            : null;
}
