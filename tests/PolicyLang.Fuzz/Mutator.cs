namespace PolicyLang.Fuzz;

/// <summary>Changes inputs by chance, the same way for the same number: words and lines of one come into another, brackets pile up, bytes
/// flip.</summary>
/// <param name="number">Where chance starts.</param>
/// <param name="seeds">The inputs to start from; at least one.</param>
public sealed class Mutator(int number, ImmutableArray<byte[]> seeds)
{
    private const int MostChanges = 6;
    private const int DeepestPile = 3000;

    private static readonly byte[][] Marks =
    [
        .. new[] { "{", "}", "(", ")", "[", "]", "\"", "'", "\\u{", "/*", "*/", "//", "```policy\n", "\n", "\r\n", ",", ".", ":", "=", "<", ">=", "-", "99999999999999999999", "-1", "0.5", "2024-02-30", "null", "\u0000", "\uFEFF", "\u202E", "\uFFFF", "a\u0301", "汉", "😀" }
            .Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80],
    ];

    private readonly Random _random = new(number);

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        byte[] input = Any(seeds);
        for (int changes = 1 + _random.Next(MostChanges); changes > 0; changes--)
        {
            input = Change(input);
        }

        return input;
    }

    private byte[] Change(byte[] input)
    {
        int at = _random.Next(input.Length + 1);
        return _random.Next(8) switch
        {
            0 => [.. input[..at], .. input[Math.Min(input.Length, at + _random.Next(24))..]],
            1 => [.. input[..at], .. Any(Marks), .. input[at..]],
            2 => [.. input[..at], .. Part(Any(seeds), (byte)'\n'), .. input[at..]],
            3 => [.. input[..at], .. Part(Any(seeds), (byte)' '), .. input[at..]],
            4 => input[..at],
            5 when input.Length > 0 => Flip(input),
            6 => [.. input[..at], .. Part(input, (byte)' '), .. input[at..]],
            _ => _random.Next(20) == 0 ? Pile(input, at) : [.. input[..at], .. Any(Marks), .. Any(Marks), .. input[at..]],
        };
    }

    private byte[] Flip(byte[] input)
    {
        byte[] flipped = [.. input];
        flipped[_random.Next(input.Length)] ^= (byte)(1 << _random.Next(8));
        return flipped;
    }

    private byte[] Pile(byte[] input, int at)
    {
        byte[] mark = Any(Marks);
        return [.. input[..at], .. Enumerable.Repeat(mark, _random.Next(DeepestPile)).SelectMany(m => m), .. input[at..]];
    }

    // A word or a line.
    private ReadOnlySpan<byte> Part(byte[] input, byte separator)
    {
        int start = _random.Next(input.Length + 1);
        int length = input.AsSpan(start).IndexOf(separator);
        return length < 0 ? input.AsSpan(start) : input.AsSpan(start, length + 1);
    }

    private T Any<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}
