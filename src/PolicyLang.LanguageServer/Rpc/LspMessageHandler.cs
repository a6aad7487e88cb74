using System.Buffers;
using System.IO.Pipelines;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>Messages with headers. One without content is passed over, and a broken header is told to the client; neither ends the
/// connection.</summary>
internal sealed class LspMessageHandler : HeaderDelimitedMessageHandler
{
    private readonly LspFormatter _formatter;
    private HeaderReader? _headers;

    public LspMessageHandler(Stream sending, Stream receiving)
        : this(sending, receiving, new LspFormatter())
    {
    }

    private LspMessageHandler(Stream sending, Stream receiving, LspFormatter formatter)
        : base(sending, receiving, formatter) => _formatter = formatter;

    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        if (Reader is not { } input)
        {
            return null;
        }

        _headers ??= new HeaderReader(input);
        while (await _headers.NextAsync(cancellationToken).ConfigureAwait(false) is { } length)
        {
            if (length < 0)
            {
                return _formatter.NoMessage(JsonRpcErrorCode.ParseError, _headers.Problem);
            }

            if (length == 0)
            {
                continue;
            }

            ReadResult read = await input.ReadAtLeastAsync(length, cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length < length)
            {
                return null;
            }

            // A copy: the message keeps what it was read from after the buffer is given back.
            ReadOnlySequence<byte> content = new(read.Buffer.Slice(0, length).ToArray());
            input.AdvanceTo(read.Buffer.GetPosition(length));
            return _formatter.Read(content);
        }

        return null;
    }
}
