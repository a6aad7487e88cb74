using PolicyLang.LanguageServer.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>workspace/executeCommand</c>: the data of the request that a command stands for.</summary>
internal sealed class CommandHandler(ConflictsHandler conflicts, MatrixHandler matrix, ScenariosHandler scenarios, PreviewHandler preview)
{
    /// <summary>The commands that there are.</summary>
    public static ImmutableArray<string> Names { get; } =
        [CommandNames.RunScenario, CommandNames.ShowConflict, CommandNames.Matrix, CommandNames.Preview];

    public async Task<object> HandleAsync(ExecuteCommandParams request, CancellationToken cancellation)
    {
        string? uri = Argument(request, 0);
        return request.Command switch
        {
            CommandNames.RunScenario =>
                await scenarios.Run(new RunScenariosParams(uri, [Needed(request)]), cancellation).ConfigureAwait(false),
            CommandNames.ShowConflict => await conflicts.Conflict(uri, Needed(request), cancellation).ConfigureAwait(false),
            CommandNames.Preview =>
                await preview.Preview(new PreviewParams(uri ?? throw Lacks(request, "the document")), cancellation).ConfigureAwait(false),
            CommandNames.Matrix => await matrix.Matrix(new MatrixParams(uri), cancellation).ConfigureAwait(false),
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
