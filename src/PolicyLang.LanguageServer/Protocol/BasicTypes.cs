namespace PolicyLang.LanguageServer.Protocol;

/// <summary>A place in a document; the unit of <paramref name="Character"/> is the negotiated encoding.</summary>
internal sealed record Position(int Line, int Character);

/// <summary>A half-open stretch of a document.</summary>
internal sealed record Range(Position Start, Position End);

/// <summary>A stretch of some document.</summary>
internal sealed record Location(string Uri, Range Range);

internal sealed record TextDocumentIdentifier(string Uri);

internal sealed record TextDocumentPositionParams(TextDocumentIdentifier TextDocument, Position Position);

/// <summary>Text for people; <c>plaintext</c> or <c>markdown</c>.</summary>
internal sealed record MarkupContent(string Kind, string Value);
