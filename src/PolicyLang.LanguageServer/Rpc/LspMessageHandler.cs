using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>Messages with headers. One without content, which would end the connection, is passed over.</summary>
internal sealed class LspMessageHandler(Stream sending, Stream receiving) : HeaderDelimitedMessageHandler(sending, receiving, new LspFormatter())
{
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await base.ReadCoreAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ArgumentOutOfRangeException)
            {
                // The library refuses a length of 0 once it has read the header; the next message follows.
            }
        }
    }
}
