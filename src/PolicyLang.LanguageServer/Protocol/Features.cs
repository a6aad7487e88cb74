namespace PolicyLang.LanguageServer.Protocol;

internal sealed record TextDocumentParams(TextDocumentIdentifier TextDocument);

internal sealed record ReferenceParams(TextDocumentIdentifier TextDocument, Position Position, ReferenceContext Context);

internal sealed record ReferenceContext(bool IncludeDeclaration);

internal sealed record DocumentHighlight(Range Range, int Kind);

internal sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName);

internal sealed record PrepareRenameResult(Range Range, string Placeholder);

internal sealed record TextEdit(Range Range, string NewText);

/// <summary>Edits by the URI of their document.</summary>
internal sealed record WorkspaceEdit(IReadOnlyDictionary<string, ImmutableArray<TextEdit>> Changes);

/// <summary>An entry of a document's outline; <c>Kind</c> is a SymbolKind, tag 1 deprecated.</summary>
internal sealed record DocumentSymbol(
    string Name, string? Detail, int Kind, Range Range, Range SelectionRange, ImmutableArray<DocumentSymbol>? Children);

internal sealed record WorkspaceSymbolParams(string Query);

internal sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName);

/// <summary>Lines that can be folded, from 0, both inclusive.</summary>
internal sealed record FoldingRange(int StartLine, int EndLine);

internal sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, ImmutableArray<Position> Positions);

internal sealed record SelectionRange(Range Range, SelectionRange? Parent);

internal sealed record DocumentLink(Range Range, string Target);

internal sealed record DocumentRangeParams(TextDocumentIdentifier TextDocument, Range Range);
