using System.Text.Json.Serialization;

namespace PolicyLang.LanguageServer.Protocol;

/// <summary>The findings of one document, in place of all earlier ones.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, ImmutableArray<Diagnostic> Diagnostics, int? Version = null);

/// <summary>One finding; severity 1 error, 2 warning, 3 information, 4 hint; tag 1 unnecessary, 2 deprecated.</summary>
internal sealed record Diagnostic(
    Range Range,
    int Severity,
    string Code,
    string Source,
    string Message,
    CodeDescription? CodeDescription = null,
    ImmutableArray<DiagnosticRelatedInformation>? RelatedInformation = null,
    ImmutableArray<int>? Tags = null);

/// <summary>Where a person can read about a code.</summary>
internal sealed record CodeDescription(string Href);

internal sealed record DiagnosticRelatedInformation(Location Location, string Message);

/// <summary>Asks for the findings of a document, unless they are those with an id that the client has.</summary>
internal sealed record DocumentDiagnosticParams(TextDocumentIdentifier TextDocument, string? PreviousResultId = null);

/// <summary>All findings (<c>full</c>), or word that they are those that the client has (<c>unchanged</c>).</summary>
internal sealed record DocumentDiagnosticReport(string Kind, string ResultId, ImmutableArray<Diagnostic>? Items);

internal sealed record WorkspaceDiagnosticParams(ImmutableArray<PreviousResultId> PreviousResultIds);

internal sealed record PreviousResultId(string Uri, string Value);

internal sealed record WorkspaceDiagnosticReport(ImmutableArray<WorkspaceDocumentDiagnosticReport> Items);

internal sealed record WorkspaceDocumentDiagnosticReport(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version,
    string Kind,
    string ResultId,
    ImmutableArray<Diagnostic>? Items);

/// <summary>Whether a request that the server gave up should be sent again.</summary>
internal sealed record ServerCancellationData(bool RetriggerRequest);
