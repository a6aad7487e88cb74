using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Of whom a sentence about law is said: of the parties, and of those whose conduct their law is about.</summary>
internal static class LawSubjects
{
    /// <summary>Reads "parties", or what is written for it.</summary>
    public static TextSpan ReadParties(ref Cursor at)
    {
        int end = at.Kind == TokenKind.PartiesWord || SetWordings.Parties.Has(at.Position) ? 0 : EndOfOther(at.Position);
        if (end == 0)
        {
            return at.ReadWord(TokenKind.PartiesWord, SetWordings.Parties).Span;
        }

        TokenInput here = at.Position;
        if (end == here.Position)
        {
            here.Reader.Report(
                here.Position, SyntaxDiagnostics.Expected, here.Token.Span, "It is not said whose law it is about.",
                    "Write 'parties' before it.",
                "Write 'parties'", new TextEdit(new TextSpan(here.Token.Start, 0), "parties "));
            return here.Token.Span;
        }

        TextSpan written = Phrases.Span(here, end - here.Position);
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Unexpected, written,
                $"What a law must or may do is said of 'parties', not of '{here.Reader.Text.Substring(written.Start, written.Length)}'.",
            "Write 'parties'; the framework says which States these are.", "Write 'parties'", new TextEdit(written, "parties"));
        at.MoveTo(end);
        return written;
    }

    /// <summary>
    /// The index of the word of force where a sentence is about law, though it is not said of the parties: a law's verb, an action and what
    /// it is done with follow. The start of the sentence where it is said of nobody; 0 where it may be about conduct.
    /// </summary>
    public static int EndOfOther(TokenInput here)
    {
        Token[] tokens = here.Reader.Tokens;
        int end = NameGrammar.EndOfList(tokens, here.Position);
        if (tokens[end].Kind is not (TokenKind.MayWord or TokenKind.MustWord or TokenKind.ShouldWord))
        {
            return 0;
        }

        int verb = tokens[end + 1].Kind == TokenKind.NotWord ? end + 2 : end + 1;
        if (verb + 1 >= tokens.Length || tokens[verb].Kind is not (TokenKind.AllowWord or TokenKind.ProhibitWord or TokenKind.RequireWord))
        {
            return 0;
        }

        int acts = NameGrammar.EndOfList(tokens, verb + 1);
        return acts > verb + 1 && NameGrammar.IsListName(tokens[acts].Kind) ? end : 0;
    }

    /// <summary>
    /// Whether those come next whose conduct the law is about: "SUBJECT to VERB object", "SUBJECT to VERB … to PLACES", "SUBJECT of PLACES
    /// to VERB". "NAMES to NAMES" alone may be "VERB to PLACES" as well: that is left as it stands to whoever knows the names.
    /// </summary>
    public static bool StartsConduct(TokenInput here)
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
        return verbs > end + 1 && (NameGrammar.IsListName(tokens[verbs].Kind) || SaysTo(tokens, verbs));
    }

    // No sentence says twice where to, so the first "to" stands before the verb.
    private static bool SaysTo(Token[] tokens, int start)
    {
        for (int i = start; tokens[i].Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland); i++)
        {
            if (tokens[i].Kind == TokenKind.ToWord && tokens[i - 1].Kind != TokenKind.SubjectWord)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether "nothing in this Agreement prevents …" comes next.</summary>
    public static bool SaysNothing(TokenInput here) => here.Kind == TokenKind.Name && Phrases.Starts(here, "nothing");

    /// <summary>Reads what nothing prevents the parties from: a leave, and its words; null where it is not found.</summary>
    public static (LawModality Leave, TextSpan Words)? ReadNothing(ref Cursor at)
    {
        const int longest = 30;
        TokenInput here = at.Position;
        for (int words = 2; words < longest
            && here.Reader.Tokens[here.Position + words - 1].Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland); words++)
        {
            if (ModalityWordings.NotPrevented.Find(here.Skip(words - 1)) is { } leave)
            {
                Phrases.Report(here, SyntaxDiagnostics.OtherModality, words, leave.Meant);
                TextSpan span = Phrases.Span(here, words);
                at.Skip(words);
                return (leave.Value == TokenKind.ProhibitWord ? LawModality.MayProhibit : LawModality.MayRequire, span);
            }
        }

        here.Reader.Report(here.Position, SyntaxDiagnostics.OtherModality, here.Token.Span,
            "The language does not say that nothing prevents something.", "Write 'parties may prohibit …' or 'parties may require …'.");
        while (at.Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            at.Take();
        }

        return null;
    }
}
