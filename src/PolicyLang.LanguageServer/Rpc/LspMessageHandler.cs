using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Extensions.Logging;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>Messages with headers. One without content is passed over, and a broken header is told to the client; neither ends the
/// connection.</summary>
internal sealed class LspMessageHandler : HeaderDelimitedMessageHandler
{
    private readonly LspFormatter _formatter;
    private readonly AwaitedAnswers _answers = new();
    private readonly ILogger _logger;
    private HeaderReader? _headers;

    public LspMessageHandler(Stream sending, Stream receiving, ILogger logger)
        : this(sending, receiving, new LspFormatter(), logger)
    {
    }

    private LspMessageHandler(Stream sending, Stream receiving, LspFormatter formatter, ILogger logger)
        : base(sending, receiving, formatter) => (_formatter, _logger) = (formatter, logger);

    protected override void Write(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        _answers.Sent(content);
        base.Write(content, cancellationToken);
    }

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

            // Copy: the message must outlive the buffer it was read from.
            ReadOnlySequence<byte> content = new(read.Buffer.Slice(0, length).ToArray());
            input.AdvanceTo(read.Buffer.GetPosition(length));
            JsonRpcMessage message = _formatter.Read(content);
            if (_answers.Admits(message))
            {
                return message;
            }

            Log.Unawaited(_logger, message.ToString() ?? string.Empty);
        }

        return null;
    }
}
