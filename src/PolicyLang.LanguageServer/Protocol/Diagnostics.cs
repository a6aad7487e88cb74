namespace PolicyLang.LanguageServer.Protocol;

/// <summary>The findings of one document, in place of all earlier ones.</summary>
public sealed record PublishDiagnosticsParams(string Uri, ImmutableArray<Diagnostic> Diagnostics, int? Version = null);

/// <summary>One finding; severity 1 error, 2 warning, 3 information, 4 hint.</summary>
public sealed record Diagnostic(
    Range Range,
    int Severity,
    string Code,
    string Source,
    string Message,
    CodeDescription? CodeDescription = null,
    ImmutableArray<DiagnosticRelatedInformation>? RelatedInformation = null);

/// <summary>Where a person can read about a code.</summary>
public sealed record CodeDescription(string Href);

public sealed record DiagnosticRelatedInformation(Location Location, string Message);
