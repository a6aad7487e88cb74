using System.Globalization;
using System.Text;

namespace PolicyLang.SourceGenerator.Inputs;

/// <summary>
/// Reads the JSON of a project file into dictionaries, lists and texts; numbers, true, false and null stay as they are written. Comments and
/// trailing commas are allowed. Compilers load the generator without a JSON library that could be relied on.
/// </summary>
internal sealed class JsonReader(string text)
{
    private const int MostDepth = 64;

    private int _at;

    /// <summary>The value that the text holds.</summary>
    /// <exception cref="FormatException">It is not JSON; the message says what is expected at which offset.</exception>
    public object Read()
    {
        object value = Value(0);
        return Peek() == '\0' ? value : throw Wrong("the end");
    }

    private object Value(int depth)
    {
        if (depth > MostDepth)
        {
            throw Wrong("less depth");
        }

        switch (Peek())
        {
            case '{':
                var members = new Dictionary<string, object>(StringComparer.Ordinal);
                Items('}', () =>
                {
                    string name = Peek() == '"' ? Text() : throw Wrong("a name in quotes");
                    Expect(':');
                    members[name] = Value(depth + 1);
                });
                return members;
            case '[':
                var items = new List<object>();
                Items(']', () => items.Add(Value(depth + 1)));
                return items;
            case '"':
                return Text();
            default:
                int start = _at;
                while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || "+-.".IndexOf(text[_at]) >= 0))
                {
                    _at++;
                }

                return _at > start ? text.Substring(start, _at - start) : throw Wrong("a value");
        }
    }

    private void Items(char end, Action item)
    {
        _at++;
        while (Peek() != end)
        {
            item();
            if (Peek() != end)
            {
                Expect(',');
            }
        }

        _at++;
    }

    private string Text()
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] is not ('"' or '\n'); _at++)
        {
            value.Append(text[_at] == '\\' ? Escaped() : text[_at]);
        }

        Expect('"');
        return value.ToString();
    }

    private char Escaped()
    {
        _at++;
        char c = _at < text.Length ? text[_at] : throw Wrong("an escape");
        if (c != 'u')
        {
            int plain = "nrtbf".IndexOf(c);
            return plain < 0 ? c : "\n\r\t\b\f"[plain];
        }

        string digits = _at + 4 < text.Length ? text.Substring(_at + 1, 4) : throw Wrong("four digits");
        _at += 4;
        return int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code) ? (char)code : throw Wrong("four digits");
    }

    private void Expect(char expected)
    {
        if (Peek() != expected)
        {
            throw Wrong($"'{expected}'");
        }

        _at++;
    }

    // The next character that is neither blank nor comment; the null character at the end.
    private char Peek()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (text[_at] == '/' && _at + 1 < text.Length && text[_at + 1] is '/' or '*')
            {
                string close = text[_at + 1] == '/' ? "\n" : "*/";
                int end = text.IndexOf(close, _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? text.Length : end + close.Length;
            }
            else
            {
                return text[_at];
            }
        }

        return '\0';
    }

    private FormatException Wrong(string expected) => new($"{expected} is expected at offset {_at.ToString(CultureInfo.InvariantCulture)}");
}
