using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>Blocs and dated lists: members by a set, or one entry for each in braces.</summary>
internal static class BlocGrammar
{
    private static readonly Parser<NameSyntax> Name = DeclaredNameGrammar.NameOf(Declared.Bloc);
    private static readonly Parser<NameSyntax> ListName = DeclaredNameGrammar.NameOf(Declared.List);
    private static readonly Parser<BlocEntrySyntax> Entry = EntryOf(NameGrammar.Place);
    private static readonly Parser<BlocEntrySyntax> ListEntry = EntryOf(NameGrammar.Node);

    private static Parser<BlocEntrySyntax> EntryOf(Parser<ReferenceSyntax> member) => input =>
    {
        var at = new Cursor(input);
        ImmutableArray<ReferenceSyntax> members = ReadMembers(ref at, member);
        DateLiteralSyntax? since = at.Kind is TokenKind.SinceWord or TokenKind.Date
            || (at.Kind == TokenKind.FromWord && at.Position.Next == TokenKind.Date)
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
        if ((at.Kind == TokenKind.Equal && at.Position.Next != TokenKind.OpenBrace)
            || (at.Kind == TokenKind.Colon && NameGrammar.IsListName(at.Position.Next)))
        {
            PassEqualSign(ref at);
            set = at.Read(SetGrammar.ListedPlaces);
        }
        else
        {
            entries = ReadEntries(ref at, Entry, Declared.Bloc);
        }

        return at.Success<DeclarationSyntax>(
            new BlocSyntax(name, title, supranational, set, entries, frame.Documentation, frame.IsBroken, at.Span));
    };

    /// <summary>A dated list: a set of nodes whose elements change over time, as a bloc is of places.</summary>
    public static readonly Parser<DeclarationSyntax> List = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(ListName);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        at.Expect(TokenKind.Colon, "':' and the taxonomy of the list's elements are missing.",
            "Write for example ': data' before the brace.");
        NameSyntax type = at.Read(DeclaredNameGrammar.Type);
        title ??= ReadLateTitle(ref at, name);
        ImmutableArray<BlocEntrySyntax> entries = ReadEntries(ref at, ListEntry, Declared.List);
        return at.Success<DeclarationSyntax>(new DatedListSyntax(name, title, type, entries, frame.Documentation, frame.IsBroken, at.Span));
    };

    // A title before the colon names the list; after the type, the attribute.
    private static TextLiteralSyntax? ReadLateTitle(ref Cursor at, NameSyntax name)
    {
        if (at.Kind != TokenKind.Text)
        {
            return null;
        }

        TokenInput here = at.Position;
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "The title of a list stands before ':'.",
                "Write it after the name of the list.", "Put the title first",
            new TextEdit(new TextSpan(name.Span.End, 0), $" {here.Reader.TextOf(here.Token)}"),
                new TextEdit(TextSpan.FromBounds(here.Reader.EndBefore(here.Position), here.Token.End), string.Empty));
        return at.Read(LiteralGrammar.Text);
    }

    private static ImmutableArray<BlocEntrySyntax> ReadEntries(ref Cursor at, Parser<BlocEntrySyntax> entry, Declared what)
    {
        BraceGrammar.ReadOpening(ref at);
        ImmutableArray<BlocEntrySyntax> entries = at.ReadWhile(static here => NameGrammar.IsListName(here.Kind), entry);
        BraceGrammar.ReadClosing(ref at, what);
        return entries;
    }

    private static void PassEqualSign(ref Cursor at)
    {
        if (at.Kind == TokenKind.Colon)
        {
            at.Reader.Report(
                at.Position.Position, SyntaxDiagnostics.Unexpected, at.Position.Token.Span, "A bloc has no ':'.",
                    "Write '=' before its members, or put them in braces.", "Write '='",
                new TextEdit(TextSpan.FromBounds(at.Reader.EndBefore(at.Position.Position), at.Position.Token.End), " ="));
        }

        at.Take();
    }

    // A comma before the closing brace is let pass.
    private static ImmutableArray<ReferenceSyntax> ReadMembers(ref Cursor at, Parser<ReferenceSyntax> member)
    {
        ImmutableArray<ReferenceSyntax>.Builder members = ImmutableArray.CreateBuilder<ReferenceSyntax>(1);
        members.Add(at.Read(member));
        while (at.Accept(TokenKind.Comma))
        {
            if (at.Kind != TokenKind.CloseBrace)
            {
                members.Add(at.Read(member));
            }
        }

        return members.ToImmutable();
    }
}
