using System.Text;
using PolicyLang.Syntax;

namespace PolicyLang.Formatting;

/// <summary>Writes the lines of one island, with its comments, wrapped at a width.</summary>
internal sealed class LineWriter(SyntaxBlock island, Comments comments, StringBuilder output)
{
    private const int MaxWidth = 120;
    private const int Step = 2;
    private int _column;
    private bool _open;

    /// <summary>The width of some tokens on one line.</summary>
    public static int Width(SyntaxBlock island, int first, int end)
    {
        int width = 0;
        for (int i = first; i < end; i++)
        {
            width += island.Tokens[i].Length + (i > first && Spaced(island, i) ? 1 : 0);
        }

        return width;
    }

    public void Write(FormattedLine line, bool isFirst)
    {
        WriteCommentsBefore(line.First, line.Indent, isFirst, line.KeepBlank);
        for (int i = line.First; i < line.End; i++)
        {
            if (i > line.First && comments.LeadingOf(i).Count > 0)
            {
                NewLine();
                WriteCommentsBefore(i, line.Indent + 1, false, false);
            }

            if (!_open)
            {
                Indent(i == line.First ? line.Indent : line.Indent + 1);
            }
            else if (i == line.PadAt)
            {
                Pad((line.Indent * Step) + line.PadTo);
            }
            else if (Spaced(island, i))
            {
                BreakOrSpace(line, i);
            }

            Append(island.Text, island.Tokens[i].Start, island.Tokens[i].Length);
            foreach (string comment in comments.TrailingOf(i))
            {
                Append(' ');
                Append(comment, 0, comment.Length);
                if (comment.StartsWith("//", StringComparison.Ordinal) || comment.IndexOf('\n') >= 0)
                {
                    NewLine();
                }
            }
        }

        NewLine();
    }

    /// <summary>The comments after the last token.</summary>
    public void WriteEnd(bool isFirst) => WriteCommentsBefore(island.Tokens.Length, 0, isFirst, false);

    private void WriteCommentsBefore(int token, int indent, bool isFirst, bool keepBlank)
    {
        bool written = false;
        foreach (Comment comment in comments.LeadingOf(token))
        {
            if (comment.BlankBefore && (written || !isFirst))
            {
                BlankLine();
            }

            Indent(indent);
            Append(comment.Text, 0, comment.Text.Length);
            NewLine();
            written = true;
        }

        bool last = token == island.Tokens.Length;
        if (!last && comments.BlankBefore(token) && (written || (keepBlank && !isFirst)))
        {
            BlankLine();
        }
    }

    // A list too wide for the line continues after a comma or conjunction.
    private void BreakOrSpace(FormattedLine line, int token)
    {
        int next = token;
        int width = 0;
        do
        {
            width += island.Tokens[next].Length + 1;
            next++;
        }
        while (next < line.End && !IsBreak(next));

        if (IsBreak(token) && _column + width > MaxWidth && _column > ((line.Indent + 1) * Step) + 20)
        {
            NewLine();
            Indent(line.Indent + 1);
        }
        else
        {
            Append(' ');
        }
    }

    private bool IsBreak(int token) =>
        island.Tokens[token - 1].Kind == TokenKind.Comma
            || island.Tokens[token].Kind is TokenKind.AndWord or TokenKind.OrWord or TokenKind.ExceptWord;

    private static bool Spaced(SyntaxBlock island, int token)
    {
        TokenKind kind = island.Tokens[token].Kind;
        TokenKind before = island.Tokens[token - 1].Kind;
        return kind switch
        {
            TokenKind.Comma or TokenKind.Dot or TokenKind.CloseParenthesis => false,
            TokenKind.Colon => island.Node is AttributeSyntax,
            _ => before is not (TokenKind.Dot or TokenKind.OpenParenthesis),
        };
    }

    private void Indent(int steps)
    {
        output.Append(' ', steps * Step);
        _column = steps * Step;
        _open = true;
    }

    private void Pad(int column)
    {
        int blanks = Math.Max(1, column - _column);
        output.Append(' ', blanks);
        _column += blanks;
    }

    private void Append(char c)
    {
        output.Append(c);
        _column++;
    }

    private void Append(string text, int start, int length)
    {
        output.Append(text, start, length);
        _column += length;
        _open = true;
    }

    private void NewLine()
    {
        if (_open)
        {
            output.Append('\n');
            _open = false;
            _column = 0;
        }
    }

    private void BlankLine()
    {
        NewLine();
        if (output.Length > 0 && !(output.Length > 1 && output[output.Length - 1] == '\n' && output[output.Length - 2] == '\n'))
        {
            output.Append('\n');
        }
    }
}
