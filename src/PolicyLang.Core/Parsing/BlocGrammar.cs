using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>A bloc: its members by a set, or one entry for each in braces.</summary>
internal static class BlocGrammar
{
    private static readonly Parser<NameSyntax> Name = DeclaredNameGrammar.NameOf(Declared.Bloc);

    private static readonly Parser<BlocEntrySyntax> Entry = input =>
    {
        var at = new Cursor(input);
        ImmutableArray<ReferenceSyntax> members = ReadMembers(ref at);
        DateLiteralSyntax? since = at.Kind is TokenKind.SinceWord or TokenKind.Date || (at.Kind == TokenKind.FromWord && at.Here.Next == TokenKind.Date)
            ? DateGrammar.ReadSince(ref at)
            : null;
        DateLiteralSyntax? until = DateGrammar.ReadUntil(ref at);
        ConditionSyntax? when = at.ReadAfter(TokenKind.WhenWord, ConditionGrammar.Condition);
        return at.Success(new BlocEntrySyntax(members, since, until, when, at.Span));
    };

    public static readonly Parser<DeclarationSyntax> Bloc = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(Name);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        bool supranational = at.Accept(TokenKind.SupranationalWord);
        ListSetSyntax? set = null;
        ImmutableArray<BlocEntrySyntax> entries = [];
        if ((at.Kind == TokenKind.Equal && at.Here.Next != TokenKind.OpenBrace) || (at.Kind == TokenKind.Colon && NameGrammar.IsListName(at.Here.Next)))
        {
            PassEqualSign(ref at);
            set = at.Read(SetGrammar.ListedPlaces);
        }
        else
        {
            BraceGrammar.ReadOpening(ref at);
            entries = at.ReadWhile(static here => NameGrammar.IsListName(here.Kind), Entry);
            BraceGrammar.ReadClosing(ref at, Declared.Bloc);
        }

        return at.Success<DeclarationSyntax>(new BlocSyntax(name, title, supranational, set, entries, frame.Documentation, frame.IsBroken, at.Span));
    };

    private static void PassEqualSign(ref Cursor at)
    {
        if (at.Kind == TokenKind.Colon)
        {
            at.Reader.Report(
                at.Here.Position, SyntaxDiagnostics.Unexpected, at.Here.Token.Span, "A bloc has no ':'.", "Write '=' before its members, or put them in braces.", "Write '='",
                new TextEdit(TextSpan.FromBounds(at.Reader.EndBefore(at.Here.Position), at.Here.Token.End), " ="));
        }

        at.Take();
    }

    // A comma before the closing brace is let pass.
    private static ImmutableArray<ReferenceSyntax> ReadMembers(ref Cursor at)
    {
        ImmutableArray<ReferenceSyntax>.Builder members = ImmutableArray.CreateBuilder<ReferenceSyntax>(1);
        members.Add(at.Read(NameGrammar.Place));
        while (at.Accept(TokenKind.Comma))
        {
            if (at.Kind != TokenKind.CloseBrace)
            {
                members.Add(at.Read(NameGrammar.Place));
            }
        }

        return members.ToImmutable();
    }
}
