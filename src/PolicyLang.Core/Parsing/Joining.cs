using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Joins two modifiers of one kind where the two together can mean one list only.</summary>
internal static class Joining
{
    /// <summary>The fix that moves the second's names into the first; nothing where that would be a guess.</summary>
    public static (string? Title, TextEdit[] Edits) Of(TokenInput here, ModifierSyntax first, ModifierSyntax second)
    {
        string text = here.Reader.Text;
        TextSpan removed = WithBlanksBefore(text, second.Span);
        if (Slice(text, first.Span) == Slice(text, second.Span))
        {
            return ("Remove the second", [new TextEdit(removed, string.Empty)]);
        }

        if (Names(here, first) is not { } into || Names(here, second) is not { } from)
        {
            return (null, []);
        }

        if (removed.Start <= into.End)
        {
            return ("Join the two", [new TextEdit(TextSpan.FromBounds(into.End, removed.End), $", {Slice(text, from)}")]);
        }

        return ("Join the two", [new TextEdit(new TextSpan(into.End, 0), $", {Slice(text, from)}"), new TextEdit(removed, string.Empty)]);
    }

    // Two places to keep data in may mean one of them or both; a place to send it to that a duty names, too.
    private static TextSpan? Names(TokenInput here, ModifierSyntax modifier) => modifier switch
    {
        FromModifierSyntax { Set: ListSetSyntax set } => Plain(set),
        ToModifierSyntax { Set: ListSetSyntax set, Roles.IsEmpty: true } when !here.Reader.Tokens.Any(t => t.Kind is TokenKind.MustWord or TokenKind.ShouldWord) || IsProhibition(here) => Plain(set),
        ForModifierSyntax { Set: ListSetSyntax set } => Plain(set),
        AgainstModifierSyntax { Set: ListSetSyntax set } => Plain(set),
        NameListModifierSyntax { Names.IsEmpty: false } list => list.Names[0].Span.Cover(list.Names[list.Names.Length - 1].Span),
        _ => null,
    };

    private static bool IsProhibition(TokenInput here)
    {
        int must = Array.FindIndex(here.Reader.Tokens, t => t.Kind is TokenKind.MustWord or TokenKind.ShouldWord);
        return here.Reader.Tokens[must + 1].Kind == TokenKind.NotWord;
    }

    private static TextSpan? Plain(ListSetSyntax set) => set.Outside || !set.Except.IsEmpty || set.Names.IsEmpty ? null : set.Span;

    private static TextSpan WithBlanksBefore(string text, TextSpan span)
    {
        int start = span.Start;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        // A comment before it would swallow what comes after it on the same line.
        int line = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        return text.IndexOf("//", line, start - line, StringComparison.Ordinal) >= 0 ? span : TextSpan.FromBounds(start, span.End);
    }

    private static string Slice(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
