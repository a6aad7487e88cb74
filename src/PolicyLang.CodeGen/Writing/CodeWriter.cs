using System.Text;

namespace PolicyLang.CodeGen.Writing;

/// <summary>Writes C# line by line; lines end with LF.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A line at the present depth; an empty one has no blanks.</summary>
    public CodeWriter Line(string line = "")
    {
        _text.Append(line.Length == 0 ? string.Empty : new string(' ', _depth * 4)).Append(line).Append('\n');
        return this;
    }

    /// <summary>An opening brace.</summary>
    public CodeWriter Open()
    {
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>A closing brace, with what follows it.</summary>
    public CodeWriter Close(string after = "")
    {
        _depth--;
        return Line("}" + after);
    }

    /// <summary>Numbers in rows.</summary>
    public CodeWriter Rows<T>(IReadOnlyList<T> items, int perRow, Func<T, string> text)
    {
        _depth++;
        for (int i = 0; i < items.Count; i += perRow)
        {
            Line(string.Join(" ", items.Skip(i).Take(perRow).Select(item => text(item) + ",")));
        }

        _depth--;
        return this;
    }

    /// <summary>What has been written.</summary>
    public override string ToString() => _text.ToString();
}
