using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A law-making sentence: what the law of the parties must or may do.</summary>
internal static class LawSentenceGrammar
{
    public static readonly Parser<SentenceSyntax?> Sentence = input =>
    {
        var at = new Cursor(input);
        if (LawSubjects.SaysNothing(at.Position))
        {
            return LawSubjects.ReadNothing(ref at) is var (leave, words)
                ? ReadAct(ref at, leave, false, words)
                : at.Success<SentenceSyntax?>(null);
        }

        if (ModalityWordings.NoParty.Find(at.Position) is { } none)
        {
            Phrases.Report(at.Position, SyntaxDiagnostics.OtherModality, none.Count, none.Meant);
            at.Skip(none.Count);
            TextSpan said = at.Span;
            LawModality forbidden = ReadVerb(ref at, TokenKind.MustWord, true, at.Position);
            return ReadAct(ref at, forbidden, none.Value == TokenKind.ShouldWord, said);
        }

        TextSpan parties = LawSubjects.ReadParties(ref at);
        (LawModality modality, bool soft) = ReadModality(ref at);
        return ReadAct(ref at, modality, soft, parties);
    };

    /// <summary>Whether a sentence about law comes next, also one that is said of somebody else than the parties.</summary>
    public static bool Starts(TokenInput here) =>
        here.Kind == TokenKind.PartiesWord || SetWordings.Parties.Has(here) || ModalityWordings.NoParty.Has(here)
        || LawSubjects.SaysNothing(here) || LawSubjects.EndOfOther(here) > 0;

    private static IResult<SentenceSyntax?> ReadAct(ref Cursor at, LawModality modality, bool soft, TextSpan parties)
    {
        SetSyntax? subject = null, places = null;
        if (LawSubjects.StartsConduct(at.Position))
        {
            subject = at.Read(SetGrammar.Roles);
            places = at.ReadAfter(TokenKind.OfWord, SetGrammar.Homes);
            at.Take();
        }

        ActSyntax act = at.Read(SentenceGrammar.Act);
        return at.Success<SentenceSyntax?>(new LawSentenceSyntax(modality, soft, parties, subject, places, act, at.Span));
    }

    private static (LawModality Modality, bool IsSoft) ReadModality(ref Cursor at)
    {
        TokenInput here = at.Position;
        TokenKind word = here.Kind;
        bool negated = here.Kind is TokenKind.MustWord or TokenKind.ShouldWord && here.Next == TokenKind.NotWord;
        TokenInput verb = negated ? here.Advance().Advance().Tokens() : here.Advance().Tokens();
        if (ModalityGrammar.FindOther(
            here) is { Value: Modality.Must or Modality.MustNot or Modality.May or Modality.Should or Modality.ShouldNot } other)
        {
            Phrases.Report(here, SyntaxDiagnostics.OtherModality, other.Count, other.Meant);
            verb = here.Skip(other.Count);
            word = other.Value == Modality.May
                ? TokenKind.MayWord
                : other.Value is Modality.Should or Modality.ShouldNot ? TokenKind.ShouldWord : TokenKind.MustWord;
            negated = other.Value is Modality.MustNot or Modality.ShouldNot;
        }

        bool soft = word == TokenKind.ShouldWord;
        return (ReadVerb(ref at, soft ? TokenKind.MustWord : word, negated, verb), soft);
    }

    // "allow", "prohibit", "require" or a synonym, after the modal of a duty or leave.
    private static LawModality ReadVerb(ref Cursor at, TokenKind word, bool negated, TokenInput verb)
    {
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

        if (word is TokenKind.MustWord or TokenKind.MayWord)
        {
            at.MoveTo(verb.Position);
        }

        at.Position.ReportMissing(
            SyntaxDiagnostics.MissingModality,
            "'parties' is followed by what their law must or may do.",
            "Write 'must allow', 'must prohibit', 'must require', 'must not prohibit', 'must not require', the same with 'should', 'may "
                + "prohibit' or 'may require'; for conduct of States write 'State must …'.");
        return LawModality.MustAllow;
    }
}
