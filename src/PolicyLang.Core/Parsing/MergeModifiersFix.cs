using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Joins two modifiers of one kind where the two together can mean one list only.</summary>
internal static class MergeModifiersFix
{
    /// <summary>The fix that moves the second's names into the first; nothing where that would be a guess.</summary>
    public static (string? Title, TextEdit[] Edits) Merge(TokenInput here, ModifierSyntax first, ModifierSyntax second)
    {
        string text = here.Reader.Text;
        TextSpan removed = WithBlanksBefore(here, second.Span);
        if (first.Span.Length == second.Span.Length
            && string.CompareOrdinal(text, first.Span.Start, text, second.Span.Start, first.Span.Length) == 0)
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

    // Two places to keep data may mean either or both, so merging is unsafe.
    private static TextSpan? Names(TokenInput here, ModifierSyntax modifier) => modifier switch
    {
        FromModifierSyntax { Set: ListSetSyntax set } => Plain(set),
        ToModifierSyntax { Set: ListSetSyntax set, Roles.IsEmpty: true } when ModifierGrammar.ModalityOf(
            here.Reader) is not (TokenKind.MustWord or TokenKind.ShouldWord) => Plain(set),
        ForModifierSyntax { Set: ListSetSyntax set } => Plain(set),
        AgainstModifierSyntax { Set: ListSetSyntax set } => Plain(set),
        NameListModifierSyntax { Names.IsEmpty: false, LawOf.IsEmpty: true } list =>
            list.Names[0].Span.Cover(list.Names[list.Names.Length - 1].Span),
        _ => null,
    };

    private static TextSpan? Plain(ListSetSyntax set) => set.Outside || !set.Except.IsEmpty || set.Names.IsEmpty ? null : set.Span;

    // Include the blanks before it; a comment there would swallow the rest of the line.
    private static TextSpan WithBlanksBefore(TokenInput here, TextSpan span)
    {
        int start = here.Reader.EndBefore(here.Position);
        return string.IsNullOrWhiteSpace(Slice(here.Reader.Text, TextSpan.FromBounds(start, span.Start)))
            ? TextSpan.FromBounds(start, span.End)
            : span;
    }

    private static string Slice(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
