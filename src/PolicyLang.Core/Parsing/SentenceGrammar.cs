using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;
using static PolicyLang.Parsing.NameGrammar;

namespace PolicyLang.Parsing;

/// <summary>The sentence of a clause: who must, may or must not do what.</summary>
internal static class SentenceGrammar
{
    // "the transfer of Health"
    private static readonly Parser<SetSyntax> NounForVerb = input =>
    {
        TokenInput here = input.Tokens();
        Phrases.Report(here, SyntaxDiagnostics.Unexpected, 3, here.Reader.TextOf(here.Reader.Tokens[here.Position + 1]));
        IResult<SetSyntax> verbs = SetGrammar.Actions(input.Advance());
        return Success(verbs.Value, verbs.Remainder.Advance());
    };

    private static readonly Parser<SetSyntax> MissingVerb = input =>
    {
        TokenInput here = input.Tokens();
        here.ReportMissing(SyntaxDiagnostics.Expected, "The sentence has no action.",
            "Write what is done, for example 'transfer', 'disclose' or 'store'.");
        return Success<SetSyntax>(new ListSetSyntax(false, [], [], new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    };

    /// <summary>Verbs and object.</summary>
    public static readonly Parser<ActSyntax> Act = input =>
    {
        var at = new Cursor(input);
        TokenInput here = at.Position;
        SetSyntax verbs =
            IsArticle(here) && here.Reader.Tokens[here.Position + 2].Kind == TokenKind.OfWord ? at.Read(NounForVerb)
            : IsListName(here.Kind) || (here.Kind == TokenKind.Colon && IsListName(here.Next)) ? at.Read(SetGrammar.Actions)
            : at.Read(MissingVerb);
        if (at.Kind == TokenKind.OfWord && IsListName(at.Position.Next))
        {
            at.PassNoise(1);
        }

        SetSyntax? target = IsListName(at.Kind) || at.Kind == TokenKind.AnyWord ? at.Read(SetGrammar.DataOrTargets) : null;
        return at.Success(new ActSyntax(verbs, target, at.Span));
    };

    private static readonly Parser<SentenceSyntax?> Conduct = input =>
    {
        var at = new Cursor(input);
        SetSyntax? subject = null, places = null;
        if (StartsSubject(at.Position))
        {
            subject = at.Read(SetGrammar.Roles);
            places = at.ReadAfter(TokenKind.OfWord, SetGrammar.Homes);
        }

        if (at.Read(ModalityGrammar.Modality) is not var (modality, span))
        {
            return at.Success<SentenceSyntax?>(null);
        }

        ActSyntax act = at.Read(Act);
        return at.Success<SentenceSyntax?>(new ConductSentenceSyntax(subject, places, modality, span, act, at.Span));
    };

    public static readonly Parser<SentenceSyntax?> Sentence = input =>
    {
        TokenInput here = input.Tokens();
        if (LawSentenceGrammar.Starts(here))
        {
            return LawSentenceGrammar.Sentence(input);
        }

        if (MayAfterNo(here) is not { } may)
        {
            return Conduct(input);
        }

        TextSpan gone = TextSpan.FromBounds(here.Token.Start, here.Reader.Tokens[here.Position + 1].Start);
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.OtherModality, here.Token.Span, "The language does not say 'no … may'.", "Write '… must not'.",
                "Write 'must not'",
            new TextEdit(gone, string.Empty), new TextEdit(may.Span, "must not"));
        return Conduct(input.Advance());
    };

    // "No Controller may …": the token "may".
    private static Token? MayAfterNo(TokenInput here)
    {
        if (!Phrases.Starts(here, "no"))
        {
            return null;
        }

        Token[] tokens = here.Reader.Tokens;
        int at = here.Position + 1;
        while (tokens[at].Kind is TokenKind.Comma or TokenKind.OrWord || IsListName(tokens[at].Kind))
        {
            at++;
        }

        return at > here.Position + 1 && tokens[at].Kind == TokenKind.MayWord ? tokens[at] : null;
    }

    private static bool StartsSubject(TokenInput here) =>
        (here.Kind is TokenKind.AnyWord or TokenKind.OutsideWord && IsListName(here.Next))
            || (IsListName(here.Kind) && ModalityGrammar.FindOther(here) is null);
}
