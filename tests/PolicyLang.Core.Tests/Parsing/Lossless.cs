using PolicyLang.Diagnostics;
using PolicyLang.Parsing;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Tests.Parsing;

/// <summary>What holds for the tree of every text.</summary>
internal static class Lossless
{
    /// <param name="file">The file's name.</param>
    /// <param name="text">Any text.</param>
    /// <param name="hint">Shown where something does not hold: the seed of a random text.</param>
    public static SyntaxTree Check(string file, string text, string hint)
    {
        SyntaxTree tree = PolicyParser.Parse(file, text);
        Assert.True(text == string.Concat(tree.Islands.Select(i => i.Text)), $"{hint}: the islands are not the text.");
        foreach (SyntaxBlock island in tree.Islands.Where(i => i.Kind != SyntaxBlockKind.Markdown))
        {
            int end = 0;
            foreach (Token token in island.Tokens)
            {
                Assert.True(token.Length > 0 && token.Start >= end && token.End <= island.Text.Length, $"{hint}: the token at {token.Start} is out of order.");
                Assert.True(IsTrivia(island.Text[end..token.Start], island), $"{hint}: '{island.Text[end..token.Start]}' is neither blank nor comment.");
                end = token.End;
            }

            Assert.True(IsTrivia(island.Text[end..], island), $"{hint}: '{island.Text[end..]}' is neither blank nor comment.");
        }

        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            TextSpan span = diagnostic.Location.Span;
            Assert.True(span.Start >= 0 && span.Length >= 0 && span.End <= text.Length, $"{hint}: {diagnostic.Code} lies outside the text.");
            Assert.All(diagnostic.Fix?.Edits ?? [], e => Assert.InRange(e.Span.End, e.Span.Start, text.Length));
        }

        return tree;
    }

    // Read by rules of its own, so that the lexer is not its own judge.
    private static bool IsTrivia(string gap, SyntaxBlock island)
    {
        for (int i = 0; i < gap.Length;)
        {
            if (gap.AsSpan(i).StartsWith("//"))
            {
                int end = gap.AsSpan(i).IndexOfAny('\n', '\r');
                i = end < 0 ? gap.Length : i + end;
            }
            else if (gap.AsSpan(i).StartsWith("/*"))
            {
                int end = gap.IndexOf("*/", i + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    return island.Diagnostics.Any(d => d.Descriptor == SyntaxDiagnostics.UnclosedComment);
                }

                i = end + 2;
            }
            else if (char.IsWhiteSpace(gap[i]) || gap[i] is '\uFEFF' or '\u200B')
            {
                i++;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
