using System.Globalization;
using System.Text;

namespace PolicyLang.WebServer;

/// <summary>Takes what the server writes, and hands over each message without its header.</summary>
/// <param name="post">Takes a message.</param>
internal sealed class MessageStream(Action<string> post) : Stream
{
    private const string ContentLength = "Content-Length:";

    private readonly MemoryStream _pending = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _pending.Write(buffer);
        HandOver();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void HandOver()
    {
        ReadOnlySpan<byte> all = _pending.GetBuffer().AsSpan(0, (int)_pending.Length);
        int taken = 0;
        while (all[taken..].IndexOf("\r\n\r\n"u8) is >= 0 and int header)
        {
            int start = taken + header + 4;
            int length = LengthIn(Encoding.ASCII.GetString(all.Slice(taken, header)));
            if (all.Length < start + length)
            {
                break;
            }

            post(Encoding.UTF8.GetString(all.Slice(start, length)));
            taken = start + length;
        }

        if (taken > 0)
        {
            byte[] rest = all[taken..].ToArray();
            _pending.SetLength(0);
            _pending.Write(rest);
        }
    }

    private static int LengthIn(string header) => header.Split("\r\n")
        .Where(line => line.StartsWith(ContentLength, StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line.AsSpan(ContentLength.Length).Trim(), CultureInfo.InvariantCulture))
        .First();
}
