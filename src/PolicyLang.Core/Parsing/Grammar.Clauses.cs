using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    private const string BraceHelp = "Put the clause between '{' and '}'.";

    public static Parser<FrameworkMemberSyntax> Clause =>
        (from here in Here
         from kind in Take
         from name in DeclaredName("clause")
         from title in OptionalText
         from tail in SkipNameTail(name)
         from lateTitle in OptionalText
         from cites in Look(here => here.Kind == TokenKind.CitesWord || IsCiting(here) ? Word(TokenKind.CitesWord, OtherCites).Then(_ => Text).Select(t => (TextLiteralSyntax?)t) : Parse.Return<TextLiteralSyntax?>(null))
         from swapped in Look(here => cites is not null && title is null && lateTitle is null && here.Kind == TokenKind.Text ? TitleAfter(cites) : Parse.Return(false))
         from open in OpenBrace
         from sentence in Sentence
         from modifiers in Modifiers
         from close in CloseBrace("clause")
         select (here.Reader, kind, name, title: title ?? lateTitle, cites, sentence, modifiers)).Spanned((c, span) =>
            (FrameworkMemberSyntax)new ClauseSyntax(
                KindOf(c.kind.Kind), c.kind.Span, c.name, c.title, c.cites, c.sentence, c.modifiers,
                Documentation.Before(c.Reader.Text, c.kind.Start), c.Reader.IsBroken, span));

    private static readonly string[][] OtherCites = [["citing"], ["cite"], ["cf"]];

    private static bool IsCiting(TokenInput here) => here.Next == TokenKind.Text && Phrases.FirstOf(here, OtherCites) is not null;

    // "cites \"Art. 5\" \"Title\""
    private static Parser<bool> TitleAfter(TextLiteralSyntax cites) => input =>
    {
        TokenInput here = input.Tokens();
        string title = here.Reader.TextOf(here.Token);
        string reference = here.Reader.Text.Substring(cites.Span.Start, cites.Span.Length);
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "The title of a clause stands before 'cites'.", $"Write '{title} cites {reference}'.", "Put the title first",
            new TextEdit(TextSpan.FromBounds(here.Reader.Tokens[here.Position - 2].Start, here.Token.End), $"{title} cites {reference}"));
        return Result.Success(true, input.Advance());
    };

    private static ClauseKind KindOf(TokenKind kind) => kind switch
    {
        TokenKind.TransferWord => ClauseKind.Transfer,
        TokenKind.SovereigntyWord => ClauseKind.Sovereignty,
        _ => ClauseKind.Norm,
    };

    // "transfer Art 46(1) {": what is left of a name with blanks or parentheses belongs to it.
    private static Parser<bool> SkipNameTail(NameSyntax name) => input =>
    {
        TokenInput here = input.Tokens();
        int at = here.Position;
        Token[] tokens = here.Reader.Tokens;
        while (tokens[at].Kind is not (TokenKind.EndOfIsland or TokenKind.OpenBrace or TokenKind.Text or TokenKind.CitesWord or TokenKind.CloseBrace)
            && !IsCiting(here.Reader.InputAt(at))
            && here.Reader.Text.IndexOf('\n', tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End) < 0)
        {
            at++;
        }

        if (at == here.Position)
        {
            return Result.Success(false, input);
        }

        TextSpan whole = name.Span.Cover(tokens[at - 1].Span);
        string meant = string.Join("_", System.Text.RegularExpressions.Regex.Split(here.Reader.Text.Substring(whole.Start, whole.Length), @"[^\p{L}\p{Nd}_]+").Where(p => p.Length > 0));
        meant = char.IsDigit(meant.FirstOrDefault()) ? "Art" + meant : meant;
        if (!here.Reader.IsReported(here.Position - 1))
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.BadName, whole, $"'{here.Reader.Text.Substring(whole.Start, whole.Length)}' is no name.", $"A name is one word: write for example '{meant}'.", $"Write '{meant}'", new TextEdit(whole, meant));
        }

        return Result.Success(true, (IInput)here.Reader.InputAt(at));
    };

    private static Parser<bool> OpenBrace => input =>
    {
        TokenInput here = input.Tokens();
        if (here.Kind == TokenKind.OpenBrace)
        {
            return Result.Success(true, input.Advance());
        }

        if (here.Kind is TokenKind.Equal or TokenKind.Colon && here.Next == TokenKind.OpenBrace)
        {
            ReportSuperfluous(here);
            return Result.Success(true, Skip(2)(input).Remainder);
        }

        bool certain = !here.Reader.MissingBrace && here.Kind != TokenKind.OpenParenthesis;
        here.ReportMissing(SyntaxDiagnostics.MissingBrace, "The opening brace '{' is missing.", BraceHelp, certain ? "Insert '{'" : null, certain ? " {" : null);
        Token last = here.Reader.Tokens[Math.Max(0, here.Reader.Tokens.Length - 2)];
        if (here.Kind == TokenKind.OpenParenthesis && last.Kind == TokenKind.CloseParenthesis)
        {
            here.Reader.MendLast("Write braces", new TextEdit(here.Token.Span, "{"), new TextEdit(last.Span, "}"));
        }

        if (here.Kind == TokenKind.AdoptsWord && last.Kind != TokenKind.CloseBrace)
        {
            here.Reader.MendLast("Put it in braces", new TextEdit(new TextSpan(here.Token.Start, 0), "{ "), new TextEdit(new TextSpan(last.End, 0), " }"));
            here.Reader.SilenceEnd();
        }

        if (here.Kind != TokenKind.OpenParenthesis)
        {
            return Result.Success(false, input);
        }

        // "(…)" for "{…}": the closing one would be reported for the same reason.
        here.Reader.SilenceEnd();
        return Result.Success(false, (IInput)here.Reader.InputAt(here.Reader.Tokens.Length - 1));
    };

    /// <summary>The closing brace; what stands before it and belongs to nothing is reported once and skipped.</summary>
    private static Parser<bool> CloseBrace(string what) => input =>
    {
        TokenInput here = input.Tokens();
        if (here.Kind == TokenKind.Comma && here.Next == TokenKind.CloseBrace)
        {
            ReportSuperfluous(here);
            here = here.Advance().Tokens();
        }

        if (here.Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, $"{here.Reader.Show(here.Token)} does not belong here.", $"The {what} should end with '}}' before it.");
            while (here.Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
            {
                here = here.Advance().Tokens();
            }
        }

        if (here.Kind == TokenKind.CloseBrace)
        {
            return Result.Success(true, here.Advance());
        }

        if (here.Reader.Tokens.Length > 1)
        {
            TextSpan last = here.Reader.Tokens[here.Reader.Tokens.Length - 2].Span;
            here.Reader.Report(here.Position, SyntaxDiagnostics.MissingBrace, last, $"The {what} is not closed.", "Add '}' after its last line.", "Insert '}'", new TextEdit(new TextSpan(last.End, 0), "\n}"));
        }

        return Result.Success(false, (IInput)here);
    };

    private static Parser<SentenceSyntax?> Sentence => Look(here =>
        here.Kind == TokenKind.PartiesWord || Phrases.FirstOf(here, OtherParties) is not null ? LawSentence.Select(s => (SentenceSyntax?)s)
        : IsNoRoleMay(here) is { } may ? Noise(here, may).Then(_ => ConductSentence)
        : ConductSentence);

    // "No Controller may …": the index of "may".
    private static Token? IsNoRoleMay(TokenInput here)
    {
        Token[] tokens = here.Reader.Tokens;
        int at = here.Position + 1;
        while (Phrases.Starts(here, ["no"]) && (tokens[at].Kind is TokenKind.Comma or TokenKind.OrWord || IsListName(tokens[at].Kind)))
        {
            at++;
        }

        return at > here.Position + 1 && tokens[at].Kind == TokenKind.MayWord ? tokens[at] : null;
    }

    private static Parser<bool> Noise(TokenInput no, Token may) => input =>
    {
        TextSpan gone = TextSpan.FromBounds(no.Token.Start, no.Reader.Tokens[no.Position + 1].Start);
        no.Reader.Report(
            no.Position, SyntaxDiagnostics.OtherModality, no.Token.Span, "The language does not say 'no … may'.", "Write '… must not'.", "Write 'must not'",
            new TextEdit(gone, string.Empty), new TextEdit(may.Span, "must not"));
        return Result.Success(true, input.Advance());
    };

    private static Parser<SentenceSyntax?> ConductSentence =>
        (from subject in Look(here => StartsSubject(here) ? Subject : Parse.Return<(SetSyntax?, SetSyntax?)>((null, null)))
         from modality in ModalityWords
         from act in Look(_ => modality is null ? Parse.Return<ActSyntax?>(null) : Act.Select(a => (ActSyntax?)a))
         select (subject, modality, act)).Spanned((s, span) => s.modality is { } modality && s.act is { } act
            ? (SentenceSyntax?)new ConductSentenceSyntax(s.subject.Item1, s.subject.Item2, modality.Modality, modality.Span, act, span)
            : null);

    private static bool StartsSubject(TokenInput here) =>
        (here.Kind is TokenKind.AnyWord or TokenKind.OutsideWord && IsListName(here.Next)) || (IsListName(here.Kind) && WordedModality(here) is null);

    private static Parser<(SetSyntax?, SetSyntax?)> Subject =>
        from subject in Set("A role")
        from places in If(TokenKind.OfWord, Take.Then(_ => Set("A place")))
        select ((SetSyntax?)subject, places);

    private static Parser<ActSyntax> Act =>
        (from verbs in Look(here => IsArticle(here) && here.Reader.Tokens[here.Position + 2].Kind == TokenKind.OfWord ? ActOf : IsListName(here.Kind) || (here.Kind == TokenKind.Colon && IsListName(here.Next)) ? Set("An action") : MissingVerb)
         from of in OptionalNoise(here => here.Kind == TokenKind.OfWord && IsListName(here.Next) ? 1 : 0)
         from target in Look(here => IsListName(here.Kind) || here.Kind == TokenKind.AnyWord ? Set("A kind of data or a target").Select(s => (SetSyntax?)s) : Parse.Return<SetSyntax?>(null))
         select (verbs, target)).Spanned((a, span) => new ActSyntax(a.verbs, a.target, span));

    // "the transfer of Health"
    private static Parser<SetSyntax> ActOf => input =>
    {
        TokenInput here = input.Tokens();
        Token act = here.Reader.Tokens[here.Position + 1];
        string meant = here.Reader.TextOf(act);
        Phrases.Report(here, SyntaxDiagnostics.Unexpected, 3, meant);
        IResult<SetSyntax> verbs = Set("An action")(input.Advance());
        return Result.Success(verbs.Value, verbs.Remainder.Advance());
    };

    private static Parser<SetSyntax> MissingVerb => input =>
    {
        TokenInput here = input.Tokens();
        here.ReportMissing(SyntaxDiagnostics.Expected, "The sentence has no action.", "Write what is done, for example 'transfer', 'disclose' or 'store'.");
        return Result.Success<SetSyntax>(new ListSetSyntax(false, [], [], new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    };

    private static Parser<LawSentenceSyntax> LawSentence =>
        (from parties in Word(TokenKind.PartiesWord, OtherParties)
         from modality in LawWords
         from act in Act
         select (parties, modality, act)).Spanned((s, span) => new LawSentenceSyntax(s.modality, s.parties.Span, s.act, span));

    private static readonly (string Word, TokenKind Meant)[] OtherLawWords =
    [
        ("permit", TokenKind.AllowWord), ("authorise", TokenKind.AllowWord), ("authorize", TokenKind.AllowWord),
        ("ban", TokenKind.ProhibitWord), ("forbid", TokenKind.ProhibitWord), ("outlaw", TokenKind.ProhibitWord),
        ("mandate", TokenKind.RequireWord), ("demand", TokenKind.RequireWord), ("oblige", TokenKind.RequireWord),
    ];

    private static Parser<LawModality> LawWords => input =>
    {
        TokenInput here = input.Tokens();
        bool negated = here.Kind == TokenKind.MustWord && here.Next == TokenKind.NotWord;
        IInput verb = negated ? input.Advance().Advance() : input.Advance();
        TokenKind word = here.Kind;
        if (WordedModality(here) is var (count, meant, worded) && worded is Modality.Must or Modality.MustNot or Modality.May)
        {
            Phrases.Report(here, SyntaxDiagnostics.OtherModality, count, meant);
            verb = here.Reader.InputAt(here.Position + count);
            (word, negated) = (worded == Modality.May ? TokenKind.MayWord : TokenKind.MustWord, worded == Modality.MustNot);
        }

        TokenKind lawWord = verb.Tokens().Kind;
        if (OtherLawWords.FirstOrDefault(o => Phrases.Starts(verb.Tokens(), [o.Word])) is { Word: not null } other && IsListName(verb.Tokens().Next))
        {
            Phrases.Report(verb.Tokens(), SyntaxDiagnostics.OtherModality, 1, Keywords.WordOf(other.Meant));
            lawWord = other.Meant;
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
            return Result.Success(known, verb.Advance());
        }

        bool modal = word is TokenKind.MustWord or TokenKind.MayWord;
        TokenInput at = modal ? verb.Tokens() : here;
        at.ReportMissing(
            SyntaxDiagnostics.MissingModality,
            "'parties' is followed by what their law must or may do.",
            "Write 'must allow', 'must prohibit', 'must require', 'must not prohibit', 'must not require', 'may prohibit' or 'may require'; for conduct of States write 'State must …'.");
        return Result.Success(LawModality.MustAllow, modal ? verb : input);
    };
}
