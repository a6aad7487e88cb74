using System.Text.Json.Serialization;

namespace PolicyLang.LanguageServer.Protocol;

/// <summary>
/// Source-generated JSON for the messages that no single feature owns; the others stand beside their handlers.
/// A type that is missing in both fails in tests, not first under Native AOT.
/// </summary>
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
[JsonSerializable(typeof(TextDocumentParams))]
[JsonSerializable(typeof(Location))]
[JsonSerializable(typeof(ImmutableArray<Location>))]
[JsonSerializable(typeof(WorkspaceEdit))]
[JsonSerializable(typeof(ImmutableArray<TextEdit>))]
[JsonSerializable(typeof(DocumentRangeParams))]
[JsonSerializable(typeof(WorkDoneProgressCreateParams))]
[JsonSerializable(typeof(ProgressParams))]
[JsonSerializable(typeof(LogTraceParams))]
[JsonSerializable(typeof(ShowMessageParams))]
[JsonSerializable(typeof(DidChangeConfigurationParams))]
[JsonSerializable(typeof(ConfigurationParams))]
[JsonSerializable(typeof(ImmutableArray<System.Text.Json.JsonElement>))]
[JsonSerializable(typeof(object))]
internal sealed partial class LspJson : JsonSerializerContext;
