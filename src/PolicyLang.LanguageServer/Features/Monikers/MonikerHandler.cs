using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Features.Monikers;

/// <summary>Names under which an index of several workspaces knows what a name stands for.</summary>
internal sealed class MonikerHandler(FeatureServices services) : FeatureHandler(services)
{
    private const string Scheme = "policylang";

    public static EditorFeature Feature { get; } = new(
        static () => MonikerJson.Default,
        static (services, rpc) => rpc.Add("textDocument/moniker", new MonikerHandler(services).HandleAsync),
        new Capability("monikerProvider"));

    public Task<ImmutableArray<MonikerAnswer>> HandleAsync(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<ImmutableArray<MonikerAnswer>>(
            request.TextDocument,
            (snapshot, tree) => LanguageService.Monikers.FindAt(snapshot.Workspace, tree.File, Offset(tree, request.Position)) is { } found
                ? [Map(found)]
                : [],
            [],
            cancellation);

    private static MonikerAnswer Map(Moniker found) => found.IsVocabulary
        ? new MonikerAnswer(Scheme, found.Identifier, "scheme", "import")
        : new MonikerAnswer(Scheme, found.Identifier, "project", "export");
}

/// <summary>A moniker; <c>Unique</c> says within what.</summary>
internal sealed record MonikerAnswer(string Scheme, string Identifier, string Unique, string Kind);

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ImmutableArray<MonikerAnswer>))]
internal sealed partial class MonikerJson : JsonSerializerContext;
