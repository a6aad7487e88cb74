namespace PolicyLang.LanguageServer.Protocol;

/// <summary>A place in a document; the unit of <paramref name="Character"/> is the negotiated encoding.</summary>
public sealed record Position(int Line, int Character);

/// <summary>A half-open stretch of a document.</summary>
public sealed record Range(Position Start, Position End);

/// <summary>A stretch of some document.</summary>
public sealed record Location(string Uri, Range Range);

public sealed record TextDocumentIdentifier(string Uri);

public sealed record TextDocumentPositionParams(TextDocumentIdentifier TextDocument, Position Position);

/// <summary>Text for people; <c>plaintext</c> or <c>markdown</c>.</summary>
public sealed record MarkupContent(string Kind, string Value);
