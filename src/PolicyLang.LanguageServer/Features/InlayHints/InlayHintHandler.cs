using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Features.InlayHints;

/// <summary>What the text implies, shown behind its lines.</summary>
internal sealed class InlayHintHandler(FeatureServices services) : FeatureHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => InlayHintJson.Default,
        static (services, rpc) =>
        {
            var handler = new InlayHintHandler(services);
            rpc.Add("textDocument/inlayHint", handler.HandleAsync);
        },
        new Capability("inlayHintProvider"));

    private const int Type = 1;

    public Task<ImmutableArray<InlayHint>> HandleAsync(DocumentRangeParams request, CancellationToken cancellation) =>
        Answer(
            request.TextDocument,
            (snapshot, tree) =>
            [
                .. LanguageService.InlayHints.FindIn(snapshot.Workspace, tree.File,
                    TextSpan.FromBounds(Offset(tree, request.Range.Start), Offset(tree, request.Range.End)), View)
                    .Select(hint => new InlayHint(
                        Encoding.ToPosition(tree.Text, hint.Offset), hint.Label, Type, hint.Explanation, PaddingLeft: true)),
            ],
            ImmutableArray<InlayHint>.Empty,
            cancellation);
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ImmutableArray<InlayHint>))]
internal sealed partial class InlayHintJson : JsonSerializerContext;
