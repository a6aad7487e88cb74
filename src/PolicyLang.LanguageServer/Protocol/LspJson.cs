using System.Text.Json.Serialization;

namespace PolicyLang.LanguageServer.Protocol;

/// <summary>Source-generated JSON for every message. A type that is missing here fails in tests, not first under Native AOT.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(InitializeParams))]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(InitializedParams))]
[JsonSerializable(typeof(SetTraceParams))]
[JsonSerializable(typeof(MalformedParams))]
[JsonSerializable(typeof(DidOpenTextDocumentParams))]
[JsonSerializable(typeof(DidChangeTextDocumentParams))]
[JsonSerializable(typeof(DidCloseTextDocumentParams))]
[JsonSerializable(typeof(DidChangeWatchedFilesParams))]
[JsonSerializable(typeof(DidChangeWorkspaceFoldersParams))]
[JsonSerializable(typeof(RegistrationParams))]
[JsonSerializable(typeof(PublishDiagnosticsParams))]
[JsonSerializable(typeof(TextDocumentPositionParams))]
[JsonSerializable(typeof(Hover))]
[JsonSerializable(typeof(TextDocumentParams))]
[JsonSerializable(typeof(ReferenceParams))]
[JsonSerializable(typeof(Location))]
[JsonSerializable(typeof(ImmutableArray<Location>))]
[JsonSerializable(typeof(ImmutableArray<DocumentHighlight>))]
[JsonSerializable(typeof(RenameParams))]
[JsonSerializable(typeof(PrepareRenameResult))]
[JsonSerializable(typeof(WorkspaceEdit))]
[JsonSerializable(typeof(ImmutableArray<TextEdit>))]
[JsonSerializable(typeof(ImmutableArray<DocumentSymbol>))]
[JsonSerializable(typeof(WorkspaceSymbolParams))]
[JsonSerializable(typeof(ImmutableArray<SymbolInformation>))]
[JsonSerializable(typeof(ImmutableArray<FoldingRange>))]
[JsonSerializable(typeof(SelectionRangeParams))]
[JsonSerializable(typeof(ImmutableArray<SelectionRange>))]
[JsonSerializable(typeof(ImmutableArray<DocumentLink>))]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(SemanticTokensAnswer))]
[JsonSerializable(typeof(DocumentRangeParams))]
[JsonSerializable(typeof(CodeActionParams))]
[JsonSerializable(typeof(ImmutableArray<CodeAction>))]
[JsonSerializable(typeof(object))]
public sealed partial class LspJson : JsonSerializerContext;
