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

/// <summary>An entry of a document's outline; <c>Kind</c> is a SymbolKind.</summary>
public sealed record DocumentSymbol(string Name, string? Detail, int Kind, Range Range, Range SelectionRange, ImmutableArray<DocumentSymbol>? Children);

public sealed record WorkspaceSymbolParams(string Query);

public sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName);

/// <summary>Lines that can be folded, from 0, both inclusive.</summary>
public sealed record FoldingRange(int StartLine, int EndLine);

public sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, ImmutableArray<Position> Positions);

public sealed record SelectionRange(Range Range, SelectionRange? Parent);

public sealed record DocumentLink(Range Range, string Target);

/// <summary>One proposal; <c>Kind</c> is a CompletionItemKind.</summary>
public sealed record CompletionItem(string Label, int Kind, string? Detail, MarkupContent? Documentation, string SortText);

public sealed record CompletionList(bool IsIncomplete, ImmutableArray<CompletionItem> Items);

public sealed record SemanticTokensAnswer(ImmutableArray<int> Data);

public sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool Full);

public sealed record SemanticTokensLegend(ImmutableArray<string> TokenTypes, ImmutableArray<string> TokenModifiers);

public sealed record DocumentRangeParams(TextDocumentIdentifier TextDocument, Range Range);

/// <summary>The context of the request is not used: the server knows its findings.</summary>
public sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range);

public sealed record CodeAction(string Title, string Kind, ImmutableArray<Diagnostic> Diagnostics, bool IsPreferred, WorkspaceEdit Edit);

public sealed record CompletionOptions(ImmutableArray<string> TriggerCharacters);

public sealed record RenameOptions(bool PrepareProvider);

public sealed record CodeActionOptions(ImmutableArray<string> CodeActionKinds);

public sealed record DocumentLinkOptions(bool ResolveProvider);
