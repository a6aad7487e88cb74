using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Rpc;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary>The requests of an editor's views, by method.</summary>
internal static class WorkbenchMethods
{
    public static void AddWorkbench(this LspRpc rpc, ProjectSet projects, IServerHost host)
    {
        var conflicts = new ConflictsHandler(projects, host);
        var matrix = new MatrixHandler(projects, host, TimeProvider.System);
        var scenarios = new ScenariosHandler(projects, host);
        var preview = new PreviewHandler(projects, host);
        rpc.Add("workspace/executeCommand", new CommandHandler(conflicts, matrix, scenarios, preview).HandleAsync);
        rpc.Add("policy/conflicts", conflicts.Conflicts);
        rpc.Add("policy/conflictActions", conflicts.Actions);
        rpc.Add("policy/vocabulary", matrix.Vocabulary);
        rpc.Add("policy/matrix", matrix.Matrix);
        rpc.Add("policy/ask", new AskHandler(projects, host).Ask);
        rpc.Add("policy/scenarios", scenarios.Scenarios);
        rpc.Add("policy/runScenarios", scenarios.Run);
        rpc.Add("policy/preview", preview.Preview);
        rpc.Add("policy/semanticDiff", new SemanticDiffHandler(projects, host).Compare);
    }
}
