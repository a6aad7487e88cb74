using System.Text.Json;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer;

/// <summary>What the client can do, as far as the server cares.</summary>
internal sealed record ClientFeatures
{
    /// <summary>The unit of positions.</summary>
    public required PositionEncoding Encoding { get; init; }

    public bool RelatedInformation { get; init; }

    public bool CodeDescription { get; init; }

    public bool Tags { get; init; }

    /// <summary>Whether the client asks for findings itself, and can be told when to: then nothing is published unasked.</summary>
    public bool Pulls { get; init; }

    public bool WatchRegistration { get; init; }

    public bool ConfigurationRegistration { get; init; }

    public bool Configuration { get; init; }

    public bool Progress { get; init; }

    /// <summary>Whether cards may have Markdown.</summary>
    public bool Markdown { get; init; }

    /// <summary>Whether documentation of a proposal may have Markdown.</summary>
    public bool MarkdownDocumentation { get; init; }

    /// <summary>Whether a link in a card may run a command of the client's own.</summary>
    public bool CommandLinks { get; init; }

    public bool Snippets { get; init; }

    /// <summary>Whether documentation of a proposal may come later.</summary>
    public bool LateDocumentation { get; init; }

    /// <summary>Whether the edit of a code action may come later.</summary>
    public bool LateEdits { get; init; }

    public bool CodeLensRefresh { get; init; }

    public bool InlayHintRefresh { get; init; }

    public bool SemanticTokensRefresh { get; init; }

    /// <summary>
    /// Reads the capabilities of a client. They are asked for by name, not described by types: the server acts on few of them, and the
    /// types would have to be made at the start, while the client waits. What has another form than the protocol's counts as not there.
    /// </summary>
    /// <param name="client">The <c>capabilities</c> of <c>initialize</c>; null for a client that can nothing.</param>
    /// <param name="options">What the client asks this server for; null for nothing.</param>
    public static ClientFeatures Read(JsonElement? client, InitializationOptions? options = null)
    {
        JsonElement? text = ElementAt(client, "textDocument");
        JsonElement? workspace = ElementAt(client, "workspace");
        JsonElement? item = ElementAt(text, "completion", "completionItem");
        return new ClientFeatures
        {
            Encoding = PositionEncoding.Negotiate(Words(ElementAt(client, "general", "positionEncodings")) ?? []),
            RelatedInformation = Is(text, "publishDiagnostics", "relatedInformation") || Is(text, "diagnostic", "relatedInformation"),
            CodeDescription = Is(text, "publishDiagnostics", "codeDescriptionSupport") || Is(text, "diagnostic", "codeDescriptionSupport"),
            Tags = ElementAt(text, "publishDiagnostics", "tagSupport") is not null
                || ElementAt(text, "diagnostic", "tagSupport") is not null,
            Pulls = options?.DiagnosticMode != "push" && ElementAt(text, "diagnostic") is not null
                && Is(workspace, "diagnostics", "refreshSupport"),
            WatchRegistration = Is(workspace, "didChangeWatchedFiles", "dynamicRegistration"),
            ConfigurationRegistration = Is(workspace, "didChangeConfiguration", "dynamicRegistration"),
            Configuration = Is(workspace, "configuration"),
            Progress = Is(client, "window", "workDoneProgress"),
            Markdown = Words(ElementAt(text, "hover", "contentFormat"))?.Contains("markdown") ?? true,
            CommandLinks = options?.CommandLinks == true,
            MarkdownDocumentation = Words(ElementAt(item, "documentationFormat"))?.Contains("markdown") ?? true,
            Snippets = Is(item, "snippetSupport"),
            LateDocumentation = Words(ElementAt(item, "resolveSupport", "properties"))?.Contains("documentation") == true,
            LateEdits = Is(text, "codeAction", "dataSupport")
                && Words(ElementAt(text, "codeAction", "resolveSupport", "properties"))?.Contains("edit") == true,
            CodeLensRefresh = Is(workspace, "codeLens", "refreshSupport"),
            InlayHintRefresh = Is(workspace, "inlayHint", "refreshSupport"),
            SemanticTokensRefresh = Is(workspace, "semanticTokens", "refreshSupport"),
        };
    }

    private static JsonElement? ElementAt(JsonElement? from, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            from = from is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out JsonElement found)
                && found.ValueKind != JsonValueKind.Null ? found : null;
        }

        return from;
    }

    private static bool Is(JsonElement? from, params ReadOnlySpan<string> path) => ElementAt(from, path)?.ValueKind == JsonValueKind.True;

    private static IEnumerable<string>? Words(JsonElement? list) => list is not { ValueKind: JsonValueKind.Array } known ? null
        : known.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString() ?? string.Empty);
}
