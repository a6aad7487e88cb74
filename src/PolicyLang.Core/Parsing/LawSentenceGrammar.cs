using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A law-making sentence: what the law of the parties must or may do.</summary>
internal static class LawSentenceGrammar
{
    public static readonly Parser<SentenceSyntax?> Sentence = input =>
    {
        var at = new Cursor(input);
        Token parties = at.ReadWord(TokenKind.PartiesWord, SetWordings.Parties);
        LawModality modality = ReadModality(ref at);
        ActSyntax act = at.Read(SentenceGrammar.Act);
        return at.Success<SentenceSyntax?>(new LawSentenceSyntax(modality, false, parties.Span, null, null, act, at.Span));
    };

    private static LawModality ReadModality(ref Cursor at)
    {
        TokenInput here = at.Here;
        TokenKind word = here.Kind;
        bool negated = here.Kind == TokenKind.MustWord && here.Next == TokenKind.NotWord;
        TokenInput verb = negated ? here.Advance().Advance().Tokens() : here.Advance().Tokens();
        if (ModalityGrammar.FindOther(here) is { Value: Modality.Must or Modality.MustNot or Modality.May } other)
        {
            Phrases.Report(here, SyntaxDiagnostics.OtherModality, other.Count, other.Meant);
            verb = here.Skip(other.Count);
            (word, negated) = (other.Value == Modality.May ? TokenKind.MayWord : TokenKind.MustWord, other.Value == Modality.MustNot);
        }

        TokenKind lawWord = verb.Kind;
        if (ModalityWordings.LawVerbs.Find(verb) is { } otherVerb && NameGrammar.IsListName(verb.Next))
        {
            Phrases.Report(verb, SyntaxDiagnostics.OtherModality, 1, otherVerb.Meant);
            lawWord = otherVerb.Value;
        }

        LawModality? modality = (word, negated, lawWord) switch
        {
            (TokenKind.MustWord, false, TokenKind.AllowWord) => LawModality.MustAllow,
            (TokenKind.MustWord, false, TokenKind.ProhibitWord) => LawModality.MustProhibit,
            (TokenKind.MustWord, false, TokenKind.RequireWord) => LawModality.MustRequire,
            (TokenKind.MustWord, true, TokenKind.ProhibitWord) => LawModality.MustNotProhibit,
            (TokenKind.MustWord, true, TokenKind.RequireWord) => LawModality.MustNotRequire,
            (TokenKind.MayWord, false, TokenKind.ProhibitWord) => LawModality.MayProhibit,
            (TokenKind.MayWord, false, TokenKind.RequireWord) => LawModality.MayRequire,
            _ => null,
        };
        if (modality is { } known)
        {
            at.MoveTo(verb.Advance().Tokens().Position);
            return known;
        }

        bool modal = word is TokenKind.MustWord or TokenKind.MayWord;
        if (modal)
        {
            at.MoveTo(verb.Position);
        }

        at.Here.ReportMissing(
            SyntaxDiagnostics.MissingModality,
            "'parties' is followed by what their law must or may do.",
            "Write 'must allow', 'must prohibit', 'must require', 'must not prohibit', 'must not require', 'may prohibit' or 'may require'; for conduct of States write 'State must …'.");
        return LawModality.MustAllow;
    }
}
