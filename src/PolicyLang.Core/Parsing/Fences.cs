using Markdig;
using Markdig.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Whether a block of code in a Markdown file is read.</summary>
internal enum FenceKind
{
    /// <summary>It is policy text.</summary>
    Policy,

    /// <summary>It would be, but stands in a list or a quotation.</summary>
    Enclosed,

    /// <summary>Its first word is nearly that of policy text.</summary>
    Similar,
}

/// <summary>A block of code in a Markdown file that is policy text, or that its author may take for it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">The first word after its opening fence.</param>
/// <param name="Code">Its lines, without the fences.</param>
internal readonly record struct Fence(FenceKind Kind, TextSpan Word, TextSpan Code);

/// <summary>Finds the <c>policy</c> fences of a literate file as CommonMark has them: what a reader of the rendered page does not see as a
/// block of code is none.</summary>
internal static class Fences
{
    private const string Info = "policy";

    // Blocks are all that matters; what stands inside of paragraphs is left as it is.
    private static readonly MarkdownPipeline Blocks = MakePipeline();

    /// <summary>The fences in text order; an unclosed one ends with the text. Null where the Markdown is nested too deeply to be
    /// read.</summary>
    public static ImmutableArray<Fence>? FindIn(SourceText text)
    {
        try
        {
            var fences = ImmutableArray.CreateBuilder<Fence>();
            foreach (FencedCodeBlock block in Markdown.Parse(text.Content, Blocks).Descendants<FencedCodeBlock>())
            {
                if (Read(text, block) is { } fence)
                {
                    fences.Add(fence);
                }
            }

            return fences.ToImmutable();
        }
        catch (ArgumentException)
        {
            // The one way in which Markdig refuses a text.
            return null;
        }
    }

    private static Fence? Read(SourceText text, FencedCodeBlock block)
    {
        TextSpan word = WordOf(text.Content, block);
        string info = text.Slice(word);
        bool policy = string.Equals(info, Info, StringComparison.OrdinalIgnoreCase);
        if (!policy && !info.StartsWith("polic", StringComparison.OrdinalIgnoreCase)
            && NearestName.Find(info.ToLowerInvariant(), [Info]) is null)
        {
            return null;
        }

        int opening = text.PositionOf(word.Start).Line;
        int end = block.ClosingFencedCharCount > 0 ? text.LineStart(text.PositionOf(block.Span.End).Line) : text.Length;
        FenceKind kind = !policy ? FenceKind.Similar : block.Parent is MarkdownDocument ? FenceKind.Policy : FenceKind.Enclosed;
        return new Fence(kind, word, TextSpan.FromBounds(text.LineStart(opening + 1), Math.Max(end, text.LineStart(opening + 1))));
    }

    private static TextSpan WordOf(string text, FencedCodeBlock block)
    {
        int start = block.Span.Start;
        while (start < text.Length && (text[start] == block.FencedChar || text[start] is ' ' or '\t'))
        {
            start++;
        }

        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.InlineParsers.Clear();
        return builder.Build();
    }
}
