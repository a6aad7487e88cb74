using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.Workbench;
using PolicyLang.LanguageServer.Protocol;
using CoreHover = PolicyLang.LanguageService.Hover;

namespace PolicyLang.LanguageServer.Features.Hover;

/// <summary>What a name means.</summary>
internal sealed class HoverHandler(FeatureServices services) : FeatureHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => HoverJson.Default,
        static (services, rpc) =>
        {
            var handler = new HoverHandler(services);
            rpc.Add("textDocument/hover", handler.HandleAsync);
        },
        new Capability("hoverProvider"));

    public Task<Protocol.Hover?> HandleAsync(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<Protocol.Hover?>(
            request.TextDocument,
            (snapshot, tree) => CoreHover.CardAt(snapshot.Workspace, tree.File, Offset(tree, request.Position), View,
                Client.Markdown && Client.CommandLinks ? ConflictsOf : null) is { } card
                ? new Protocol.Hover(Card(card.Markdown, Client.Markdown), Range(tree.Text, card.Span))
                : null,
            null,
            cancellation);

    // The arguments of a command in an address are a JSON array, escaped.
    private static string ConflictsOf(string clause) =>
        $"command:{CommandNames.ShowConflictsOf}?{Uri.EscapeDataString(new JsonArray(clause).ToJsonString())}";
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Protocol.Hover))]
internal sealed partial class HoverJson : JsonSerializerContext;
