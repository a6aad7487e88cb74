using System.Text.Json;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features;
using PolicyLang.LanguageServer.Features.CodeActions;
using PolicyLang.LanguageServer.Features.CodeLens;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Features.Navigation;
using PolicyLang.LanguageServer.Features.Workbench;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>A client that takes a request back is heard at once, whatever the request waits for.</summary>
public sealed class CancellationTests
{
    internal const string Document = "file:///laws/a.policy";
    private const string Text = """
        framework A { authority EU in force from 2020-01-01 transfer X { Exporter must not transfer Health from DE to US } }
        framework B { authority US in force from 2020-01-01 transfer Y { Exporter must transfer Health from DE to US } }
        scenario "s" { date 2024-01-01 actor Exporter action transfer data Health origin DE destination US expect conflict }
        """;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly Protocol.Range Name = new(new Position(0, 61), new Position(0, 61));

    /// <summary>Requests that need the engine, about <see cref="Document"/>.</summary>
    internal static readonly Dictionary<string, Func<ProjectSet, IServerHost, CancellationToken, Task>> Requests = new()
    {
        ["policy/ask"] = (state, host, token) => new AskHandler(Services(state, host)).Ask(new AskParams(Json("""{"date":"2024-01-01","action":"transfer"}""")), token),
        ["policy/matrix"] = (state, host, token) => new MatrixHandler(Services(state, host)).Matrix(new MatrixParams(null), token),
        ["policy/conflicts"] = (state, host, token) => new ConflictsHandler(Services(state, host)).Conflicts(new WorkbenchParams(null), token),
        ["policy/conflictActions"] = (state, host, token) => new ConflictsHandler(Services(state, host)).Actions(new ConflictActionsParams("any"), token),
        ["policy/runScenarios"] = (state, host, token) => new ScenariosHandler(Services(state, host)).Run(new RunScenariosParams(null, null), token),
        ["policy/preview"] = (state, host, token) => new PreviewHandler(Services(state, host)).Preview(new PreviewParams(Document), token),
        ["policy/semanticDiff"] = (state, host, token) => new SemanticDiffHandler(Services(state, host)).Compare(new SemanticDiffParams(Document, string.Empty), token),
        ["textDocument/codeAction"] = (state, host, token) => new CodeActionHandler(Services(state, host)).HandleAsync(new CodeActionParams(new TextDocumentIdentifier(Document), Name, null), token),
        ["codeLens/resolve"] = (state, host, token) => new CodeLensHandler(Services(state, host)).Resolve(new CodeLens(Name, null, new LensData(Document, 0, "A.X")), token),
        ["textDocument/rename"] = (state, host, token) => new NavigationHandler(Services(state, host)).Rename(new RenameParams(new TextDocumentIdentifier(Document), Name.Start, "Z"), token),
        ["textDocument/diagnostic"] = (state, host, token) => Pull(state, host).Document(new DocumentDiagnosticParams(new TextDocumentIdentifier(Document), null), token),
        ["workspace/diagnostic"] = (state, host, token) => Pull(state, host).Workspace(new WorkspaceDiagnosticParams([]), token),
    };

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_that_waits_behind_a_long_one_ends_when_it_is_taken_back(string method)
    {
        var host = new FakeHost();
        var state = new ProjectSet();
        state.Open(Document, 1, Text);
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var work = Task.Run(
            () => state.Main.Current.Workspace.Occupy(() =>
            {
                entered.Set();
                leave.Wait(TestContext.Current.CancellationToken);
            }),
            TestContext.Current.CancellationToken);
        Assert.True(entered.Wait(Deadline, TestContext.Current.CancellationToken));
        using var taken = new CancellationTokenSource();
        Task asked = Requests[method](state, host, taken.Token);
        await Task.WhenAny(asked, Task.Delay(20, TestContext.Current.CancellationToken));
        Assert.False(asked.IsCompleted, asked.Exception?.ToString());
        await taken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        leave.Set();
        await work;
    }

    private static PullHandler Pull(ProjectSet state, IServerHost host) => new(Services(state, host));

    private static FeatureServices Services(ProjectSet state, IServerHost host) => new(
        state, host, new FolderLoader(host, state, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance), new FileFindings(host),
        TimeProvider.System);

    private static Dictionary<string, JsonElement> Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone());
    }
}
