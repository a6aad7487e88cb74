namespace PolicyLang.LanguageServer.Rpc;

/// <summary>The first message of a client, read without the message library.</summary>
internal sealed class FirstMessage
{
    private const int LongestMessage = 1 << 20;
    private readonly Stream _input;
    private byte[] _bytes = new byte[4096];
    private int _read;

    private FirstMessage(Stream input) => _input = input;

    private enum Header
    {
        Unfinished,
        Whole,
        Other,
    }

    private static ReadOnlySpan<byte> Name => "Content-Length: "u8;

    private static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    /// <summary>The text of the message; empty where its header is not the plain one, it is very long, or the input ended before it
    /// did.</summary>
    public ReadOnlyMemory<byte> Content { get; private set; }

    /// <summary>Everything that the client has sent and will send.</summary>
    public Stream All => new PrefixedStream(_bytes.AsMemory(0, _read), _input);

    /// <summary>What follows the message.</summary>
    public Stream Rest { get; private set; } = Stream.Null;

    public static async Task<FirstMessage> ReadAsync(Stream input)
    {
        var message = new FirstMessage(input);
        Header header;
        int start;
        int length;
        while ((header = message.ReadHeader(out start, out length)) == Header.Unfinished
            || (header == Header.Whole && message._read < start + length))
        {
            if (!await message.ReadMoreAsync().ConfigureAwait(false))
            {
                return message;
            }
        }

        if (header == Header.Whole)
        {
            message.Content = message._bytes.AsMemory(start, length);
            message.Rest = new PrefixedStream(message._bytes.AsMemory(start + length, message._read - start - length), input);
        }

        return message;
    }

    private Header ReadHeader(out int start, out int length)
    {
        ReadOnlySpan<byte> read = _bytes.AsSpan(0, _read);
        (start, length) = (Name.Length, 0);
        if (read.Length <= Name.Length)
        {
            return Name.StartsWith(read) ? Header.Unfinished : Header.Other;
        }

        for (; start < read.Length && read[start] is >= (byte)'0' and <= (byte)'9' && length <= LongestMessage; start++)
        {
            length = (length * 10) + read[start] - '0';
        }

        if (!read.StartsWith(Name) || start == Name.Length || length > LongestMessage)
        {
            return Header.Other;
        }

        ReadOnlySpan<byte> end = read[start..Math.Min(read.Length, start + End.Length)];
        start += End.Length;
        return !End.StartsWith(end) ? Header.Other : end.Length < End.Length ? Header.Unfinished : Header.Whole;
    }

    private async ValueTask<bool> ReadMoreAsync()
    {
        if (_read == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        int more = await _input.ReadAsync(_bytes.AsMemory(_read)).ConfigureAwait(false);
        _read += more;
        return more > 0;
    }
}
