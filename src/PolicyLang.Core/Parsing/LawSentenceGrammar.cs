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
        (LawModality modality, bool soft) = ReadModality(ref at);
        SetSyntax? subject = null, places = null;
        if (StartsSubject(at.Here))
        {
            subject = at.Read(SetGrammar.Roles);
            places = at.ReadAfter(TokenKind.OfWord, SetGrammar.Homes);
            at.Take();
        }

        ActSyntax act = at.Read(SentenceGrammar.Act);
        return at.Success<SentenceSyntax?>(new LawSentenceSyntax(modality, soft, parties.Span, subject, places, act, at.Span));
    };

    // "SUBJECT to VERB object", "SUBJECT of PLACES to VERB". "NAMES to NAMES" alone may be "VERB to PLACES" as well: that is left
    // as it stands to whoever knows the names.
    private static bool StartsSubject(TokenInput here)
    {
        Token[] tokens = here.Reader.Tokens;
        int end = NameGrammar.EndOfList(tokens, here.Position);
        if (end == here.Position)
        {
            return false;
        }

        if (tokens[end].Kind == TokenKind.OfWord)
        {
            bool organisation = tokens[end + 1].Kind == TokenKind.AnyWord && tokens[end + 2].Kind == TokenKind.OrganisationWord;
            int home = tokens[end + 1].Kind == TokenKind.OutsideWord ? end + 2 : end + 1;
            return tokens[organisation ? end + 3 : NameGrammar.EndOfList(tokens, home)].Kind == TokenKind.ToWord;
        }

        if (tokens[end].Kind != TokenKind.ToWord)
        {
            return false;
        }

        int verbs = NameGrammar.EndOfList(tokens, end + 1);
        return verbs > end + 1 && (tokens[verbs].Kind == TokenKind.ToWord || NameGrammar.IsListName(tokens[verbs].Kind));
    }

    private static (LawModality Modality, bool IsSoft) ReadModality(ref Cursor at)
    {
        TokenInput here = at.Here;
        TokenKind word = here.Kind;
        bool negated = here.Kind is TokenKind.MustWord or TokenKind.ShouldWord && here.Next == TokenKind.NotWord;
        TokenInput verb = negated ? here.Advance().Advance().Tokens() : here.Advance().Tokens();
        if (ModalityGrammar.FindOther(here) is { Value: Modality.Must or Modality.MustNot or Modality.May or Modality.Should or Modality.ShouldNot } other)
        {
            Phrases.Report(here, SyntaxDiagnostics.OtherModality, other.Count, other.Meant);
            verb = here.Skip(other.Count);
            word = other.Value == Modality.May ? TokenKind.MayWord : other.Value is Modality.Should or Modality.ShouldNot ? TokenKind.ShouldWord : TokenKind.MustWord;
            negated = other.Value is Modality.MustNot or Modality.ShouldNot;
        }

        TokenKind lawWord = verb.Kind;
        if (ModalityWordings.LawVerbs.Find(verb) is { } otherVerb && NameGrammar.IsListName(verb.Next))
        {
            Phrases.Report(verb, SyntaxDiagnostics.OtherModality, 1, otherVerb.Meant);
            lawWord = otherVerb.Value;
        }

        bool soft = word == TokenKind.ShouldWord;
        LawModality? modality = (soft ? TokenKind.MustWord : word, negated, lawWord) switch
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
            return (known, soft);
        }

        bool modal = word is TokenKind.MustWord or TokenKind.MayWord or TokenKind.ShouldWord;
        if (modal)
        {
            at.MoveTo(verb.Position);
        }

        at.Here.ReportMissing(
            SyntaxDiagnostics.MissingModality,
            "'parties' is followed by what their law must or may do.",
            "Write 'must allow', 'must prohibit', 'must require', 'must not prohibit', 'must not require', the same with 'should', 'may prohibit' or 'may require'; for conduct of States write 'State must …'.");
        return (LawModality.MustAllow, false);
    }
}
