namespace PolicyLang.LanguageServer.Protocol;

public sealed record TextDocumentParams(TextDocumentIdentifier TextDocument);

public sealed record ReferenceParams(TextDocumentIdentifier TextDocument, Position Position, ReferenceContext Context);

public sealed record ReferenceContext(bool IncludeDeclaration);

public sealed record DocumentHighlight(Range Range, int Kind);

public sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName);

public sealed record PrepareRenameResult(Range Range, string Placeholder);

public sealed record TextEdit(Range Range, string NewText);

/// <summary>Edits by the URI of their document.</summary>
public sealed record WorkspaceEdit(IReadOnlyDictionary<string, ImmutableArray<TextEdit>> Changes);

/// <summary>An entry of a document's outline; <c>Kind</c> is a SymbolKind, tag 1 deprecated.</summary>
public sealed record DocumentSymbol(
    string Name, string? Detail, int Kind, Range Range, Range SelectionRange, ImmutableArray<DocumentSymbol>? Children);

public sealed record WorkspaceSymbolParams(string Query);

public sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName);

/// <summary>Lines that can be folded, from 0, both inclusive.</summary>
public sealed record FoldingRange(int StartLine, int EndLine);

public sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, ImmutableArray<Position> Positions);

public sealed record SelectionRange(Range Range, SelectionRange? Parent);

public sealed record DocumentLink(Range Range, string Target);

public sealed record DocumentRangeParams(TextDocumentIdentifier TextDocument, Range Range);
