using System.Text;

namespace PolicyLang.Testing;

/// <summary>Texts by chance, the same for the same seed.</summary>
public sealed class RandomText(int seed)
{
    private const string Marks = "{}(),.:=<>\"\\/*-_`~ \n\t'“”，；é汉\u0000\uFEFF\u00A0";
    private readonly Random _random = new(seed);

    /// <summary>Random bytes, read as Latin-1.</summary>
    /// <param name="longest">The greatest number of bytes.</param>
    public string Latin1(int longest) => Encoding.Latin1.GetString(Bytes(longest));

    /// <summary>Random bytes, read as UTF-8; what is no UTF-8 becomes U+FFFD.</summary>
    /// <param name="longest">The greatest number of bytes.</param>
    public string Utf8(int longest) => Encoding.UTF8.GetString(Bytes(longest));

    /// <summary>A text cut off at a random place.</summary>
    public string Truncate(string text) => text[.._random.Next(text.Length + 1)];

    /// <summary>A random stretch of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The greatest number of characters.</param>
    public string Slice(string text, int longest)
    {
        int start = _random.Next(text.Length + 1);
        return text.Substring(start, _random.Next(Math.Min(longest, text.Length - start) + 1));
    }

    /// <summary>A text with some deletions, insertions and moved stretches.</summary>
    /// <param name="text">The text.</param>
    /// <param name="edits">How many.</param>
    public string Edit(string text, int edits)
    {
        for (int i = 0; i < edits; i++)
        {
            int at = _random.Next(text.Length + 1);
            text = _random.Next(3) switch
            {
                0 => text.Remove(at, _random.Next(Math.Min(8, text.Length - at) + 1)),
                1 => text.Insert(at, Marks[_random.Next(Marks.Length)].ToString()),
                _ => text.Insert(at, Slice(text, 40)),
            };
        }

        return text;
    }

    private byte[] Bytes(int longest)
    {
        var bytes = new byte[_random.Next(longest + 1)];
        _random.NextBytes(bytes);
        return bytes;
    }
}
