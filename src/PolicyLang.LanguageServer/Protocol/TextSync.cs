namespace PolicyLang.LanguageServer.Protocol;

internal sealed record DidOpenTextDocumentParams(TextDocumentItem TextDocument);

internal sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text);

internal sealed record DidChangeTextDocumentParams(
    VersionedTextDocumentIdentifier TextDocument, ImmutableArray<TextDocumentContentChangeEvent> ContentChanges);

internal sealed record VersionedTextDocumentIdentifier(string Uri, int Version);

/// <summary>New text for a range; without one, for the whole document.</summary>
internal sealed record TextDocumentContentChangeEvent(string Text, Range? Range = null);

internal sealed record DidCloseTextDocumentParams(TextDocumentIdentifier TextDocument);
