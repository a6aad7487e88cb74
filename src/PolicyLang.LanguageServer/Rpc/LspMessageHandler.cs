using System.IO.Pipelines;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>Messages with headers. One without content, which the library takes for the end of the stream, is passed over.</summary>
internal sealed class LspMessageHandler(Stream sending, Stream receiving) : HeaderDelimitedMessageHandler(sending, receiving, new LspFormatter())
{
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await base.ReadCoreAsync(cancellationToken).ConfigureAwait(false) is { } message)
            {
                return message;
            }

            if (Reader is not { } reader)
            {
                return null;
            }

            ReadResult rest = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            bool ended = rest is { IsCompleted: true, Buffer.IsEmpty: true };
            reader.AdvanceTo(rest.Buffer.Start);
            if (ended)
            {
                return null;
            }
        }
    }
}
