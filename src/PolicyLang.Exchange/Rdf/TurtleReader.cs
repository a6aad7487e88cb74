using System.Buffers;
using System.Text;
using PolicyLang.Text;

namespace PolicyLang.Exchange.Rdf;

/// <summary>
/// Reads Turtle (<see href="https://www.w3.org/TR/turtle/"/>): prefixes, bases, lists of predicates and objects, nodes without names,
/// collections, texts, numbers. Not read: quoted triples of RDF 1.2.
/// </summary>
internal sealed class TurtleReader
{
    private const int MostDepth = 64;
    private const string Punctuation = ".,;()[]";

    private static readonly SearchValues<char> NotInIris = SearchValues.Create(" \n\t\"{}|^`");

    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private readonly List<Triple> _triples = [];
    private readonly SourceText _source;
    private readonly string _text;
    private Uri? _base;
    private int _at;
    private int _blanks;
    private int _depth;

    private TurtleReader(string text) => (_text, _source) = (text, new SourceText(text));

    /// <summary>What a document states.</summary>
    /// <exception cref="RdfException">It is no Turtle.</exception>
    public static RdfGraph Read(string text)
    {
        var reader = new TurtleReader(text);
        while (reader.More())
        {
            reader.Statement();
        }

        return new RdfGraph([.. reader._triples], []);
    }

    private void Statement()
    {
        if (Word("@prefix") || Word("PREFIX"))
        {
            bool isTurtle = _text[_at - 1] == 'x';
            More();
            int colon = _text.IndexOf(':', _at);
            string prefix = colon < 0 ? throw Wrong("A prefix with a colon is expected.") : _text[_at..colon].Trim();
            _at = colon + 1;
            More();
            _prefixes[prefix] = IriRef();
            End(isTurtle);
        }
        else if (Word("@base") || Word("BASE"))
        {
            bool isTurtle = _text[_at - 1] == 'e';
            More();
            _base = Uri.TryCreate(IriRef(), UriKind.Absolute, out Uri? root) ? root : throw Wrong("A base is an absolute IRI.");
            End(isTurtle);
        }
        else
        {
            RdfTerm subject = Peek() == '[' ? Node() : Peek() == '(' ? Collection() : Resource();
            if (More() && Peek() != '.')
            {
                Predicates(subject);
            }

            Expect('.');
        }
    }

    private void End(bool isTurtle)
    {
        if (isTurtle)
        {
            Expect('.');
        }
    }

    private void Predicates(RdfTerm subject)
    {
        while (true)
        {
            More();
            int start = _at;
            string predicate = Word("a") ? Names.Type : Resource() is Iri iri ? iri.Value : throw Wrong("A predicate is an IRI.");
            do
            {
                More();
                start = _at;
                _triples.Add(new Triple(subject, predicate, Object(), Place(start)));
            }
            while (Take(','));

            if (!Take(';'))
            {
                return;
            }

            while (Take(';'))
            {
                // Several in a row are one.
            }

            if (!More() || Peek() is '.' or ']')
            {
                return;
            }
        }
    }

    private RdfTerm Object()
    {
        if (++_depth > MostDepth)
        {
            throw Wrong($"Nodes lie in each other more than {MostDepth} deep.");
        }

        RdfTerm read = Peek() switch
        {
            '[' => Node(),
            '(' => Collection(),
            '"' or '\'' => Text(),
            >= '0' and <= '9' or '+' or '-' => Number(),
            '.' when _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]) => Number(),
            _ when Word("true") => new Literal("true", Names.Boolean),
            _ when Word("false") => new Literal("false", Names.Boolean),
            _ => Resource(),
        };
        _depth--;
        return read;
    }

    private Blank Node()
    {
        _at++;
        var node = new Blank($"b{_blanks++}");
        if (More() && Peek() != ']')
        {
            Predicates(node);
        }

        Expect(']');
        return node;
    }

    private RdfTerm Collection()
    {
        _at++;
        var items = new List<(RdfTerm Value, string Place)>();
        while (More() && Peek() != ')')
        {
            int start = _at;
            items.Add((Object(), Place(start)));
        }

        Expect(')');
        RdfTerm rest = new Iri(Names.Nil);
        foreach ((RdfTerm value, string place) in Enumerable.Reverse(items))
        {
            var cell = new Blank($"b{_blanks++}");
            _triples.Add(new Triple(cell, Names.First, value, place));
            _triples.Add(new Triple(cell, Names.Rest, rest, place));
            rest = cell;
        }

        return rest;
    }

    private RdfTerm Resource()
    {
        if (Peek() == '<')
        {
            return new Iri(IriRef());
        }

        int start = _at;
        var name = new StringBuilder();
        int colon = -1;
        while (_at < _text.Length && IsNamePart(_text[_at]))
        {
            char c = _text[_at++];
            if (c == ':' && colon < 0)
            {
                colon = name.Length;
            }

            name.Append(c == '\\' && _at < _text.Length ? _text[_at++] : c);
        }

        // The last dot ends the statement.
        while (name.Length > colon + 1 && name[^1] == '.')
        {
            name.Length--;
            _at--;
        }

        if (colon < 0)
        {
            _at = start;
            throw Wrong($"A resource is expected, not '{Shown()}'.");
        }

        string prefix = name.ToString(0, colon);
        string local = name.ToString(colon + 1, name.Length - colon - 1);
        if (prefix == "_")
        {
            return new Blank($"n{local}");
        }

        if (!_prefixes.TryGetValue(prefix, out string? space))
        {
            _at = start;
            throw Wrong($"There is no prefix '{prefix}:'.");
        }

        return new Iri(space + local);
    }

    private static bool IsNamePart(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is ':' or '_' or '-' or '.' or '%' or '\\' or '\u00B7' || c > '\u02FF';

    private string IriRef()
    {
        if (Peek() != '<')
        {
            throw Wrong("An IRI in angle brackets is expected.");
        }

        int end = _text.IndexOf('>', _at);
        string iri = end < 0 ? throw Wrong("The IRI has no '>'.") : Unescape(_text[(_at + 1)..end]);
        if (iri.AsSpan().ContainsAny(NotInIris))
        {
            throw Wrong("An IRI has no blanks, quotes or braces.");
        }

        _at = end + 1;
        return iri.IndexOf(':', StringComparison.Ordinal) < 0 && _base is not null ? new Uri(_base, iri).ToString() : iri;
    }

    private Literal Text()
    {
        char quote = _text[_at];
        bool isLong = _text.AsSpan(_at).StartsWith([quote, quote, quote]);
        int start = _at + (isLong ? 3 : 1);
        int end = start;
        while (end < _text.Length && !(isLong ? _text.AsSpan(end).StartsWith([quote, quote, quote]) : _text[end] == quote))
        {
            if (!isLong && _text[end] is '\n' or '\r')
            {
                throw Wrong("The text does not end on its line.");
            }

            end += _text[end] == '\\' ? 2 : 1;
        }

        if (end >= _text.Length)
        {
            throw Wrong("The text has no closing quote.");
        }

        // Quotes before the closing ones belong to the text.
        while (isLong && end + 3 < _text.Length && _text[end + 3] == quote)
        {
            end++;
        }

        string value = Unescape(_text[start..end]);
        _at = end + (isLong ? 3 : 1);
        if (_at < _text.Length && _text[_at] == '@')
        {
            int from = ++_at;
            while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '-'))
            {
                _at++;
            }

            return new Literal(value, Names.LanguageText, _text[from.._at]);
        }

        if (_text.AsSpan(_at).StartsWith("^^"))
        {
            _at += 2;
            return Resource() is Iri type ? new Literal(value, type.Value) : throw Wrong("A datatype is an IRI.");
        }

        return new Literal(value, Names.Text);
    }

    private Literal Number()
    {
        int start = _at++;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] is 'e' or 'E'
            || (_text[_at] == '.' && _at + 1 < _text.Length && (char.IsAsciiDigit(_text[_at + 1]) || _text[_at + 1] is 'e' or 'E'))
            || (_text[_at] is '+' or '-' && _text[_at - 1] is 'e' or 'E')))
        {
            _at++;
        }

        string number = _text[start.._at];
        return new Literal(number, number.AsSpan().IndexOfAny('e', 'E') >= 0 ? Names.Double
            : number.Contains('.', StringComparison.Ordinal) ? Names.Decimal : Names.Integer);
    }

    private string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            char escape = ++i < text.Length ? text[i] : throw Wrong("A backslash stands at the end.");
            int digits = escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
            int plainAt = "tbnrf\"'\\".IndexOf(escape, StringComparison.Ordinal);
            if (digits > 0 && i + digits < text.Length
                && int.TryParse(text.AsSpan(i + 1, digits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out int code)
                && Rune.IsValid(code))
            {
                plain.Append(new Rune(code).ToString());
                i += digits;
            }
            else
            {
                plain.Append(plainAt >= 0 ? "\t\b\n\r\f\"'\\"[plainAt] : throw Wrong($"'\\{escape}' is no escape."));
            }
        }

        return plain.ToString();
    }

    // Moves to the next character that is neither blank nor comment.
    private bool More()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] is '#' or '\uFEFF'))
        {
            int end = _text[_at] == '#' ? _text.IndexOfAny(['\n', '\r'], _at) : _at + 1;
            _at = end < 0 ? _text.Length : end;
        }

        return _at < _text.Length;
    }

    private char Peek() => More() ? _text[_at] : throw Wrong("The text ends in the middle of a statement.");

    private bool Take(char c)
    {
        bool there = More() && _text[_at] == c;
        _at += there ? 1 : 0;
        return there;
    }

    private void Expect(char c)
    {
        if (!Take(c))
        {
            throw Wrong($"'{c}' is expected, not '{Shown()}'.");
        }
    }

    private bool Word(string word)
    {
        More();
        int end = _at + word.Length;
        bool there = string.Compare(_text, _at, word, 0, word.Length, StringComparison.Ordinal) == 0
            && (end == _text.Length || char.IsWhiteSpace(_text[end]) || _text[end] is '<' or '[' or '"' or '#' || IsPunctuation(word, end));
        _at = there ? end : _at;
        return there;
    }

    private bool IsPunctuation(string word, int end) => word is "true" or "false" && Punctuation.Contains(_text[end],
        StringComparison.Ordinal);

    private string Shown() => _at < _text.Length ? _text[_at].ToString() : "the end";

    private string Place(int at)
    {
        LinePosition place = _source.PositionOf(at);
        return $"{place.Line + 1}:{place.Character + 1}";
    }

    private RdfException Wrong(string message) =>
        new(Place(_at), $"This is no Turtle: {message}", "Turtle is described in https://www.w3.org/TR/turtle/.");
}
