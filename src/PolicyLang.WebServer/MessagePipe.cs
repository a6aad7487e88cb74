using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace PolicyLang.WebServer;

/// <summary>Messages that arrive whole, as the stream with headers that the server reads.</summary>
internal sealed class MessagePipe
{
    // No threshold: nobody waits here, and overlapping writes would end the connection.
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0));

    /// <summary>What the server reads.</summary>
    public Stream Reader => _pipe.Reader.AsStream();

    /// <summary>Adds a message.</summary>
    public void Write(ReadOnlySpan<byte> message)
    {
        string header = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {message.Length}\r\n\r\n");
        Span<byte> into = _pipe.Writer.GetSpan(header.Length + message.Length);
        Encoding.ASCII.GetBytes(header, into);
        message.CopyTo(into[header.Length..]);
        _pipe.Writer.Advance(header.Length + message.Length);

        // Complete at once where nothing pauses the writer.
        _ = _pipe.Writer.FlushAsync().AsTask();
    }
}
