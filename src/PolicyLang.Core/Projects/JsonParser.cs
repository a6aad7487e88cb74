using System.Text.RegularExpressions;
using PolicyLang.Text;

namespace PolicyLang.Projects;

/// <summary>
/// Reads JSON with comments and trailing commas, and knows where everything stands. Compilers load the source generator without a JSON
/// library that could be relied on, so that Core has none either.
/// </summary>
internal sealed class JsonParser
{
    /// <summary>How deep lists and objects may lie in each other.</summary>
    public const int MostDepth = 64;

    private static readonly Regex Literal =
        new(@"\G(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)", RegexOptions.CultureInvariant);
    private readonly string _text;
    private int _at;

    private JsonParser(string text) => _text = text;

    /// <summary>The value that a text holds.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonValue Parse(string text)
    {
        // A byte order mark, where whoever read the file has left it.
        var parser = new JsonParser(text) { _at = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0 };
        JsonValue value = parser.Value(0);
        return parser.Peek() is { } more
            ? throw parser.Wrong($"There is {Show(more)} after the end.", "Remove what stands after the last brace.")
            : value;
    }

    private JsonValue Value(int depth)
    {
        char? first = Peek();
        if (first is '{' or '[' && depth == MostDepth)
        {
            throw Wrong($"Lists and objects lie in each other more than {MostDepth} deep.",
                "No setting of a project is nested so deep; remove the inner ones.");
        }

        int start = _at;
        switch (first)
        {
            case '{':
                var members = ImmutableArray.CreateBuilder<JsonMember>();
                Items('}', () => members.Add(Member(depth + 1)));
                return new JsonObject(From(start), members.ToImmutable());
            case '[':
                var items = ImmutableArray.CreateBuilder<JsonValue>();
                Items(']', () => items.Add(Value(depth + 1)));
                return new JsonList(From(start), items.ToImmutable());
            case '"':
                return Text();
        }

        Match literal = Literal.Match(_text, _at);
        if (!literal.Success || IsWord(literal.Index + literal.Length))
        {
            throw Wrong(first is { } other ? $"A value is expected, not {Show(other)}." : "A value is expected, and the file ends.",
                "Write a text in double quotes, a list in [ ] or an object in { }.");
        }

        _at += literal.Length;
        return new JsonLiteral(From(start));
    }

    private bool IsWord(int at) => at < _text.Length && (char.IsLetterOrDigit(_text[at]) || _text[at] is '.' or '+' or '-' or '_');

    private JsonMember Member(int depth)
    {
        JsonText name = Peek() == '"'
            ? Text()
            : throw Wrong("The name of a setting is expected.", "Write it in double quotes, with a colon after it.");
        Expect(':', "after the name of a setting");
        return new JsonMember(name, Value(depth));
    }

    // After each item comes a comma or the end; a trailing comma is allowed.
    private void Items(char end, Action item)
    {
        _at++;
        for (bool more = true; Peek() != end;)
        {
            if (!more)
            {
                throw Wrong(Peek() is { } other
                    ? $"A comma or '{end}' is expected, not {Show(other)}."
                    : $"A '{end}' is missing, and the file ends.", $"Put a comma between two items, and '{end}' after the last.");
            }

            item();
            more = Peek() == ',';
            _at += more ? 1 : 0;
        }

        _at++;
    }

    private JsonText Text()
    {
        int start = _at;
        (string value, _at) = JsonStrings.Read(_text, start);
        return new JsonText(From(start), value);
    }

    private void Expect(char expected, string where)
    {
        if (Peek() != expected)
        {
            throw Wrong($"'{expected}' is expected {where}.", $"Write '{expected}' here.");
        }

        _at++;
    }

    // The next character that is neither blank nor comment; null at the end.
    private char? Peek()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] is ' ' or '\t' or '\r' or '\n')
            {
                _at++;
            }
            else if (_text[_at] == '/')
            {
                SkipComment();
            }
            else
            {
                return _text[_at];
            }
        }

        return null;
    }

    private void SkipComment()
    {
        bool line = string.CompareOrdinal(_text, _at, "//", 0, 2) == 0;
        if (!line && string.CompareOrdinal(_text, _at, "/*", 0, 2) != 0)
        {
            throw Wrong("There is a '/' that does not begin a comment.", "A comment is // to the end of the line, or /* … */.");
        }

        int end = line ? _text.IndexOfAny(['\n', '\r'], _at) : _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0 && !line)
        {
            throw Wrong("The comment has no end.", "Write */ after it.");
        }

        _at = end < 0 ? _text.Length : line ? end : end + 2;
    }

    private TextSpan From(int start) => TextSpan.FromBounds(start, _at);

    private JsonException Wrong(string message, string help) => new(new TextSpan(_at, _at < _text.Length ? 1 : 0), message, help);

    private static string Show(char c) => char.IsControl(c) || char.IsSurrogate(c) ? $"the character U+{(int)c:X4}" : $"'{c}'";
}
