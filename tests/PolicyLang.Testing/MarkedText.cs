using System.Text;
using PolicyLang.Text;

namespace PolicyLang.Testing;

/// <summary>A stretch that a test has marked.</summary>
/// <param name="Code">The code before the colon; null for <c>[|…|]</c>.</param>
/// <param name="Span">Its place in the clean text.</param>
internal sealed record MarkedSpan(string? Code, TextSpan Span);

/// <summary>A text without the marks that a test wrote into it.</summary>
/// <param name="Text">The clean text.</param>
/// <param name="Spans">What was marked, in the order of the opening marks.</param>
/// <param name="Cursor">Where <c>$$</c> stood; null without it.</param>
internal sealed record MarkedText(string Text, ImmutableArray<MarkedSpan> Spans, int? Cursor)
{
    /// <summary>Reads <c>{|CODE:text|}</c>, <c>[|text|]</c> and <c>$$</c>; marks may be nested.</summary>
    /// <exception cref="FormatException">A mark is not closed, or closes nothing.</exception>
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var open = new Stack<(int Index, char Close)>();
        var spans = new List<MarkedSpan>();
        int? cursor = null;
        for (int i = 0; i < marked.Length; i++)
        {
            string two = i + 1 < marked.Length ? marked.Substring(i, 2) : string.Empty;
            if (two == "{|" && marked.IndexOf(':', i) is var colon and > 0)
            {
                open.Push((spans.Count, '}'));
                spans.Add(new MarkedSpan(marked[(i + 2)..colon], new TextSpan(text.Length, 0)));
                i = colon;
            }
            else if (two == "[|")
            {
                open.Push((spans.Count, ']'));
                spans.Add(new MarkedSpan(null, new TextSpan(text.Length, 0)));
                i++;
            }
            else if (two is "|}" or "|]")
            {
                if (open.Count == 0 || open.Peek().Close != two[1])
                {
                    throw new FormatException($"'{two}' at {i} closes no mark.");
                }

                int index = open.Pop().Index;
                spans[index] = spans[index] with { Span = TextSpan.FromBounds(spans[index].Span.Start, text.Length) };
                i++;
            }
            else if (two == "$$")
            {
                cursor = text.Length;
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return open.Count == 0 ? new MarkedText(text.ToString(), [.. spans], cursor) : throw new FormatException("A mark is not closed.");
    }
}
