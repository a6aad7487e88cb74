namespace PolicyLang.LanguageServer.Protocol;

internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext? Context = null);

/// <summary>The kinds that the client wants; its diagnostics are not used, since the server knows its findings.</summary>
internal sealed record CodeActionContext(ImmutableArray<string>? Only = null, int? TriggerKind = null);

internal sealed record CodeAction(
    string Title,
    string Kind,
    ImmutableArray<Diagnostic>? Diagnostics,
    bool? IsPreferred,
    WorkspaceEdit? Edit,
    Command? Command = null,
    CodeActionData? Data = null);

/// <summary>An action that was chosen, as far as the server reads it; the client keeps the rest.</summary>
internal sealed record ChosenAction(string Title, string Kind, CodeActionData? Data = null);

/// <summary>What the server has to find out when an action is chosen: what is done about a conflict.</summary>
internal sealed record CodeActionData(string Uri, string Conflict, string Kind);

internal sealed record CodeLens(Range Range, Command? Command = null, LensData? Data = null);

/// <summary>What the server has to find out when a lens is looked at.</summary>
internal sealed record LensData(string Uri, int Kind, string Subject);

/// <summary>A command; one without a name is text only.</summary>
internal sealed record Command(string Title, [property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name,
    ImmutableArray<string>? Arguments = null);

internal sealed record ExecuteCommandParams(string Command, ImmutableArray<string>? Arguments = null);
