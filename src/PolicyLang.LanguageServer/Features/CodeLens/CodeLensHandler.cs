using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.Conflicts;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.Workbench;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;
using Lens = PolicyLang.LanguageServer.Protocol.CodeLens;

namespace PolicyLang.LanguageServer.Features.CodeLens;

/// <summary>Lines above declarations: where they have something to say, and when they are looked at, what that is.</summary>
internal sealed class CodeLensHandler(FeatureServices services) : FeatureHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => CodeLensJson.Default,
        static (services, rpc) =>
        {
            var handler = new CodeLensHandler(services);
            rpc.Add("textDocument/codeLens", handler.HandleAsync);
            rpc.Add("codeLens/resolve", handler.Resolve);
        },
        new Capability("codeLensProvider", static _ => new JsonObject { ["resolveProvider"] = true }));

    public Task<ImmutableArray<Lens>> HandleAsync(TextDocumentParams request, CancellationToken cancellation) =>
        Judge(
            request.TextDocument.Uri,
            (snapshot, either) => Tree(snapshot, request.TextDocument) is not { } tree ? ImmutableArray<Lens>.Empty :
            [
                .. CodeLenses.Find(snapshot.Workspace, tree, View, either)
                    .Select(lens => new Lens(
                        Range(tree.Text, lens.Span), null, new LensData(request.TextDocument.Uri, (int)lens.Kind, lens.Subject))),
            ],
            cancellation);

    public Task<Lens> Resolve(Lens lens, CancellationToken cancellation) =>
        Judge(
            lens.Data?.Uri ?? string.Empty,
            (snapshot, either) => lens.Data is { } data ? lens with { Command = Command(snapshot, data, lens.Range, either) } : lens,
            cancellation);

    private Command Command(Snapshot snapshot, LensData data, Protocol.Range range, CancellationToken cancellation) =>
        (LensKind)data.Kind switch
    {
        LensKind.Conflicts => Conflicts(CodeLenses.ConflictsOf(snapshot.Workspace, data.Subject, View, cancellation), data.Uri),
        LensKind.Overrides =>
            new Command(CodeLenses.Overriding(snapshot.Workspace.Model, data.Subject) ?? "overrides nothing", string.Empty, null),
        LensKind.Destinations =>
            new Command(CodeLenses.Destinations(snapshot.Workspace.Model, data.Subject, View) ?? "…", CommandNames.Matrix, [data.Uri]),
        LensKind.Run =>
            ScenarioIds.FindAt(snapshot.Workspace.Model, NameOf(data.Uri), range, Encoding) is { } id
            ? new Command("▷ run", CommandNames.RunScenario, [data.Uri, id])
            : new Command("…", string.Empty, null),

        // The client sends back what it was given, or something else.
        _ => throw new LocalRpcException($"There is no lens of the kind {data.Kind}.") { ErrorCode = (int)JsonRpcErrorCode.InvalidParams },
    };

    // None any more: the lens was given out before the text changed.
    private static Command Conflicts(ImmutableArray<Conflict> conflicts, string uri) =>
        CodeLenses.CountConflicts(conflicts) is { } count
            ? new Command(count, CommandNames.ShowConflict, [uri, .. conflicts.Select(c => c.Fingerprint)])
            : new Command("no conflicts", string.Empty, null);
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Lens))]
[JsonSerializable(typeof(ImmutableArray<Lens>))]
internal sealed partial class CodeLensJson : JsonSerializerContext;
