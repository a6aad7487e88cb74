namespace PolicyLang.Cli.Streams;

/// <summary>A stream that nobody is at the other end of: every use fails with the reason.</summary>
internal sealed class ClosedStream(string reason) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new IOException(reason);

    public override long Position
    {
        get => throw new IOException(reason);
        set => throw new IOException(reason);
    }

    public override void Flush()
    {
        // Nothing was written.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new IOException(reason);

    public override long Seek(long offset, SeekOrigin origin) => throw new IOException(reason);

    public override void SetLength(long value) => throw new IOException(reason);

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException(reason);
}
