using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.TextSync;

/// <summary>Open, change, close. Synchronous and short: the order of these notifications is the text.</summary>
internal sealed class TextSyncHandler(ProjectSet projects, IServerHost host, ILogger logger)
{
    public void DidOpen(DidOpenTextDocumentParams request)
    {
        // Whoever looks at the vocabulary or the law library does not declare it a second time.
        if (ShippedDocuments.NameOf(request.TextDocument.Uri, host) is null)
        {
            projects.Open(request.TextDocument.Uri, request.TextDocument.Version, request.TextDocument.Text);
        }
    }

    public void DidChange(DidChangeTextDocumentParams request)
    {
        if (!projects.Change(request.TextDocument.Uri, request.TextDocument.Version, request.ContentChanges))
        {
            Log.NotOpen(logger, request.TextDocument.Uri);
        }
    }

    public void DidClose(DidCloseTextDocumentParams request) => projects.Close(request.TextDocument.Uri);
}
