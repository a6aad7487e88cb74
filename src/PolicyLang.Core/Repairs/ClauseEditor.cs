using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Repairs;

/// <summary>Writes modifiers into a clause where the formatter would have them, laid out like their neighbours.</summary>
internal sealed class ClauseEditor(ClauseSymbol clause)
{
    private readonly ClauseSyntax _syntax = clause.Syntax.Node;
    private readonly string _text = clause.Location.Text.Content;

    /// <summary>Adds a modifier on a line of its own.</summary>
    /// <param name="words">The modifier.</param>
    /// <param name="order">Its place among the kinds of modifiers.</param>
    public FileEdit Add(string words, int order)
    {
        SyntaxNode before = _syntax.Modifiers.Where(m => (int)m.Form <= order).OrderBy(m => m.Span.End).LastOrDefault()
            ?? (SyntaxNode?)_syntax.Sentence ?? _syntax.Name;
        return EditAt(new TextSpan(clause.Syntax.Absolute(before.Span).End, 0), Separator() + words);
    }

    /// <summary>Adds a name to a list of names, or the modifier with it.</summary>
    /// <param name="kind">The kind of list.</param>
    /// <param name="words">The words that begin the modifier.</param>
    /// <param name="names">Names of clauses.</param>
    /// <param name="orders">Legal orders whose law is named as a whole; they stand at the end of the list.</param>
    public FileEdit AddNames(NameListKind kind, string words, IEnumerable<string> names, IEnumerable<string> orders)
    {
        NameListModifierSyntax? list = _syntax.Modifiers.OfType<NameListModifierSyntax>()
            .FirstOrDefault(m => m.Kind == kind && m.Names.Length + m.LawOf.Length > 0);
        string[] all = [.. names.Except(list?.Names.Select(n => n.Text) ?? [])];
        string[] law = [.. orders.Except(list?.LawOf.Select(n => n.Text) ?? [])];
        if (list is { LawOf.IsEmpty: true })
        {
            return EditAt(new TextSpan(clause.Syntax.Absolute(list.Span).End, 0), $", {Names(all, law)}");
        }

        // What is named before stays in its place; clauses stand before the law of orders.
        return list is null
            ? Add($"{words} {Names(all, law)}", (int)new NameListModifierSyntax(kind, [], [], default, default).Form)
            : EditAt(clause.Syntax.Absolute(list.Span),
                $"{words} {Names([.. list.Names.Select(n => n.Text), .. all], [.. list.LawOf.Select(n => n.Text), .. law])}");
    }

    private static string Names(string[] names, string[] orders) =>
        string.Join(", ", names) + (names.Length > 0 && orders.Length > 0 ? ", " : string.Empty) + (
            orders.Length > 0 ? "law of " + string.Join(", ", orders) : string.Empty);

    /// <summary>Takes places out of a set of places.</summary>
    /// <param name="set">The set as it stands in the clause.</param>
    /// <param name="places">The places, as text.</param>
    public FileEdit Except(SetSyntax set, string places)
    {
        TextSpan span = clause.Syntax.Absolute(set.Span);
        return set switch
        {
            ListSetSyntax { Outside: true, Except.IsEmpty: true } => EditAt(new TextSpan(span.End, 0), $", {places}"),
            ListSetSyntax { Except.IsEmpty: true } => EditAt(new TextSpan(span.End, 0), $" except {places}"),
            ListSetSyntax => EditAt(new TextSpan(span.End, 0), $", {places}"),
            _ => EditAt(span, $"outside {places}"),
        };
    }

    /// <summary>The text of a node, blanks folded.</summary>
    public string TextOf(SyntaxNode node)
    {
        TextSpan span = clause.Syntax.Absolute(node.Span);
        return string.Join(
            " ", _text.Substring(span.Start, span.Length).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    private FileEdit EditAt(TextSpan span, string text) => new(clause.Location.File, new TextEdit(span, text));

    // A clause on one line stays on one line.
    private string Separator()
    {
        int start = _syntax.Sentence is null
            ? clause.Syntax.Absolute(_syntax.Span).Start
            : clause.Syntax.Absolute(_syntax.Sentence.Span).Start;
        int line = CommonText.LineStart(_text, start);
        string indent = _text.Substring(line, start - line);
        return string.IsNullOrWhiteSpace(indent) ? (line > 1 && _text[line - 2] == '\r' ? "\r\n" : "\n") + indent : " ";
    }
}
