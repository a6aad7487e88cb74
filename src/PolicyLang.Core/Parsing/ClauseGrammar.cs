using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A clause: its head, its sentence and its modifiers.</summary>
internal static class ClauseGrammar
{
    private static readonly Parser<NameSyntax> Name = DeclaredNameGrammar.NameOf(Declared.Clause);

    public static readonly Parser<FrameworkMemberSyntax> Clause = input =>
    {
        var at = new Cursor(input);
        ParseContext reader = at.Reader;
        Token kind = at.Take();
        NameSyntax name = at.Read(Name);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        DeclaredNameGrammar.SkipTail(ref at, name);
        title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text) is { } late ? title ?? late : title;
        TextLiteralSyntax? cites = ReadCites(ref at, hasTitle: title is not null);
        BraceGrammar.ReadOpening(ref at);
        SentenceSyntax? sentence = at.Read(SentenceGrammar.Sentence);
        ImmutableArray<ModifierSyntax> modifiers = at.Read(ModifierGrammar.List);
        BraceGrammar.ReadClosing(ref at, Declared.Clause);
        return at.Success<FrameworkMemberSyntax>(new ClauseSyntax(
            ClauseKinds.KindOf(kind.Kind), kind.Span, name, title, cites, sentence, modifiers,
            Documentation.PrecedingComment(reader.Text, kind.Start), reader.IsBroken, at.Span));
    };

    public static bool IsCiting(TokenInput here) => here.Next == TokenKind.Text && LinkWordings.Cites.Has(here);

    private static TextLiteralSyntax? ReadCites(ref Cursor at, bool hasTitle)
    {
        if (at.Kind != TokenKind.CitesWord && !IsCiting(at.Position))
        {
            return null;
        }

        at.ReadWord(TokenKind.CitesWord, LinkWordings.Cites);
        TextLiteralSyntax cites = at.Read(LiteralGrammar.Text);
        if (!hasTitle && at.Kind == TokenKind.Text)
        {
            ReportTitleAfter(at.Position, cites);
            at.Take();
        }

        return cites;
    }

    // "cites \"Art. 5\" \"Title\""
    private static void ReportTitleAfter(TokenInput here, TextLiteralSyntax cites)
    {
        string title = here.Reader.TextOf(here.Token);
        string reference = here.Reader.Text.Substring(cites.Span.Start, cites.Span.Length);
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "The title of a clause stands before 'cites'.",
                $"Write '{title} cites {reference}'.", "Put the title first",
            new TextEdit(TextSpan.FromBounds(here.Reader.Tokens[here.Position - 2].Start, here.Token.End), $"{title} cites {reference}"));
    }
}
