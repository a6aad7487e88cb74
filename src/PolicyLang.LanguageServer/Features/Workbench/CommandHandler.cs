using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>workspace/executeCommand</c>: the data of the request that a command stands for.</summary>
internal sealed class CommandHandler(FeatureServices services)
{
    public static EditorFeature Feature { get; } = new(
        static () => CommandJson.Default,
        static (services, rpc) =>
        {
            var handler = new CommandHandler(services);
            rpc.Add("workspace/executeCommand", handler.HandleAsync);
        },
        new Capability("executeCommandProvider", static _ => new JsonObject
        {
            ["commands"] = new JsonArray([.. Names.Select(name => (JsonNode)name)]),
        }));

    private static readonly ImmutableArray<string> Names =
        [CommandNames.RunScenario, CommandNames.ShowConflict, CommandNames.Matrix, CommandNames.Preview];

    public async Task<object> HandleAsync(ExecuteCommandParams request, CancellationToken cancellation)
    {
        string? uri = Argument(request, 0);
        return request.Command switch
        {
            CommandNames.RunScenario =>
                await new ScenariosHandler(services)
                    .Run(new RunScenariosParams(uri, [Needed(request)]), cancellation).ConfigureAwait(false),
            CommandNames.ShowConflict => await new ConflictsHandler(services)
                .Conflict(uri, Needed(request), cancellation).ConfigureAwait(false),
            CommandNames.Preview =>
                await new PreviewHandler(services)
                    .Preview(new PreviewParams(uri ?? throw Lacks(request, "the document")), cancellation).ConfigureAwait(false),
            CommandNames.Matrix => await new MatrixHandler(services).Matrix(new MatrixParams(uri), cancellation).ConfigureAwait(false),
            _ => throw new LocalRpcException($"There is no command '{request.Command}'; there are {string.Join(", ", Names)}.")
            { ErrorCode = (int)JsonRpcErrorCode.InvalidParams },
        };
    }

    private static string? Argument(ExecuteCommandParams request, int index) =>
        request.Arguments is { } arguments && arguments.Length > index ? arguments[index] : null;

    private static string Needed(ExecuteCommandParams request) =>
        Argument(request, 1) ?? throw Lacks(request, "the document and the name of what it is about");

    private static LocalRpcException Lacks(ExecuteCommandParams request, string what) =>
        new($"{request.Command} needs {what}.") { ErrorCode = (int)JsonRpcErrorCode.InvalidParams };
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ExecuteCommandParams))]
internal sealed partial class CommandJson : JsonSerializerContext;
