using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PolicyLang.LanguageServer.Protocol;

/// <summary>The part of <c>initialize</c> that the server acts on.</summary>
internal sealed record InitializeParams(
    JsonElement? Capabilities = null,
    string? RootUri = null,
    string? RootPath = null,
    ImmutableArray<WorkspaceFolder>? WorkspaceFolders = null,
    string? Trace = null,
    InitializationOptions? InitializationOptions = null,
    int? ProcessId = null);

/// <summary>What a client of this server may ask for at the start.</summary>
/// <param name="DiagnosticMode"><c>push</c> to have findings published in any case.</param>
/// <param name="CommandLinks">Whether a card may have links that run a command of the client's, <c>policy.showConflictsOf</c>.</param>
internal sealed record InitializationOptions(string? DiagnosticMode = null, bool CommandLinks = false);

internal sealed record WorkspaceFolder(string Uri, string Name = "");

internal sealed record InitializeResult(JsonObject Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

internal sealed record InitializedParams;

internal sealed record SetTraceParams(string? Value = null);

/// <summary>What the server itself says of a message that it could not read.</summary>
internal sealed record MalformedParams([property: JsonRequired] int Code, [property: JsonRequired] string Message, JsonElement? Id = null);
