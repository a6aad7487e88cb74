using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer;

/// <summary>What the client can do, as far as the server cares.</summary>
internal sealed record ClientFeatures(PositionEncoding Encoding, bool RelatedInformation, bool CodeDescription, bool WatchRegistration, bool Markdown)
{
    public static ClientFeatures Of(ClientCapabilities? client) => new(
        PositionEncoding.Negotiate(client?.General?.PositionEncodings ?? []),
        client?.TextDocument?.PublishDiagnostics?.RelatedInformation == true,
        client?.TextDocument?.PublishDiagnostics?.CodeDescriptionSupport == true,
        client?.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true,
        client?.TextDocument?.Hover?.ContentFormat is not { } formats || formats.Contains("markdown"));
}
