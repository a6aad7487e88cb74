using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>What can be folded: every declaration and clause of more than one line, and comments.</summary>
internal static class Folding
{
    /// <summary>The spans, in text order.</summary>
    public static ImmutableArray<TextSpan> RangesOf(SyntaxTree tree) =>
        [.. Outline.Build(tree).SelectMany(i => i.Children.Prepend(i)).Select(i => i.Span)
            .Concat(tree.Declarations.Select(d => d.Absolute(d.Node.Span)))
            .Distinct()
            .Where(s => tree.Text.PositionOf(s.Start).Line < tree.Text.PositionOf(s.End).Line)
            .OrderBy(s => s.Start)];

    /// <summary>The spans around an offset, from the word outwards: a name, its modifier, its clause, its framework, the file.</summary>
    public static ImmutableArray<TextSpan> RangesAround(SyntaxTree tree, int offset)
    {
        var spans = new List<TextSpan> { new(0, tree.Text.Length) };
        foreach (OutlineItem item in Outline.Build(tree).SelectMany(i => i.Children.Prepend(i)).Where(i => i.Span.Touches(offset)))
        {
            spans.Add(item.Span);
        }

        foreach (FrameworkUnit framework in tree.Frameworks)
        {
            foreach (PositionedNode<FrameworkMemberSyntax> member in framework.Members.Where(m => m.Absolute(m.Node.Span).Touches(offset)))
            {
                IEnumerable<SyntaxNode> parts = member.Node is ClauseSyntax clause
                    ? clause.Modifiers.Cast<SyntaxNode>().Concat(clause.Sentence is null ? [] : [clause.Sentence])
                    : [];
                spans.AddRange(parts.Select(p => member.Absolute(p.Span)).Where(s => s.Touches(offset)));
            }
        }

        spans.Add(Word(tree.Text.Content, offset));
        return [.. spans.Where(s => s.Length > 0).Distinct().OrderBy(s => s.Length)];
    }

    private static TextSpan Word(string text, int offset)
    {
        int start = offset;
        while (start > 0 && IsPart(text[start - 1]))
        {
            start--;
        }

        int end = offset;
        while (end < text.Length && IsPart(text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
