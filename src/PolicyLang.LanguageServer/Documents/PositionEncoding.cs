using System.Text;
using PolicyLang.Text;
using Position = PolicyLang.LanguageServer.Protocol.Position;
using Range = PolicyLang.LanguageServer.Protocol.Range;

namespace PolicyLang.LanguageServer.Documents;

/// <summary>The unit in which a client counts characters of a line.</summary>
internal sealed class PositionEncoding
{
    private readonly Func<Rune, int> _width;

    private PositionEncoding(string name, Func<Rune, int> width)
    {
        Name = name;
        _width = width;
    }

    public static PositionEncoding Utf16 { get; } = new("utf-16", rune => rune.Utf16SequenceLength);

    public static PositionEncoding Utf8 { get; } = new("utf-8", rune => rune.Utf8SequenceLength);

    public static PositionEncoding Utf32 { get; } = new("utf-32", _ => 1);

    /// <summary>The name that the protocol gives it.</summary>
    public string Name { get; }

    /// <summary>The first that the client offers and the server knows; UTF-16 where it offers none.</summary>
    public static PositionEncoding Negotiate(IEnumerable<string> offered) =>
        offered.Select(name => Array.Find([Utf16, Utf8, Utf32], encoding => encoding.Name == name))
            .FirstOrDefault(encoding => encoding is not null) ?? Utf16;

    /// <summary>The offset of a position; one outside the text is moved to the nearest place in it.</summary>
    public int ToOffset(SourceText text, Position position)
    {
        int lineStart = text.OffsetOf(new LinePosition(position.Line, 0));
        if (position.Line < 0 || position.Line >= text.LineCount)
        {
            return lineStart;
        }

        string line = text.Line(position.Line);
        int units = 0;
        int index = 0;
        while (index < line.Length && units < position.Character)
        {
            Rune rune = RuneAt(line, index);
            units += _width(rune);
            index += rune.Utf16SequenceLength;
        }

        return lineStart + index;
    }

    public Position ToPosition(SourceText text, int offset)
    {
        LinePosition place = text.PositionOf(offset);
        string line = text.Line(place.Line);
        int units = 0;
        int index = 0;
        while (index < Math.Min(place.Character, line.Length))
        {
            Rune rune = RuneAt(line, index);
            units += _width(rune);
            index += rune.Utf16SequenceLength;
        }

        return new Position(place.Line, units);
    }

    public Range ToRange(SourceText text, TextSpan span) => new(ToPosition(text, span.Start), ToPosition(text, span.End));

    // Half a surrogate pair counts as the replacement character, one unit of UTF-16.
    private static Rune RuneAt(string line, int index) => Rune.TryGetRuneAt(line, index, out Rune rune) ? rune : Rune.ReplacementChar;
}
