using PolicyLang.LanguageServer.Documents;
using PolicyLang.Testing.Corpora;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Law that is dear to decide has findings in the editor too, and its requests an answer or a sentence that says why there is none.</summary>
public sealed class LimitTests
{
    // They ask about a conflict and a name of the text there.
    private static readonly string[] OfThatText = ["policy/conflictActions", "textDocument/rename"];

    [Fact]
    public async Task What_is_dear_in_the_declared_order_alone_is_answered()
    {
        ProjectSet state = Open(PairedLaw.BanWithExceptions(20));
        Assert.DoesNotContain(state.Main.Current.Workspace.Diagnostics, d => d.Code.StartsWith("PL9", StringComparison.Ordinal));
        Assert.Empty(await Refused(state));
    }

    [Fact]
    public async Task What_is_dear_in_every_order_is_said_to_be()
    {
        ProjectSet state = Open(PairedLaw.GivenWithChosen(24, "must") + "check \"c\" { always permitted: Exporter transfer Health from DE to US when explicit_consent }");
        Assert.Contains(state.Main.Current.Workspace.Diagnostics, d => d.Code == "PL9004" && d.Message.Contains("'F.C", StringComparison.Ordinal));
        Assert.All(await Refused(state), refused => Assert.Contains("is not decided: 'F.C", refused, StringComparison.Ordinal));
    }

    private static ProjectSet Open(string text)
    {
        var state = new ProjectSet();
        state.Open(CancellationTests.Document, 1, text);
        return state;
    }

    // The sentences with which requests are refused. Any other failure fails the test.
    private static async Task<List<string>> Refused(ProjectSet state)
    {
        var refused = new List<string>();
        foreach ((string method, Func<ProjectSet, IServerHost, CancellationToken, Task> ask) in CancellationTests.Requests.Where(r => !OfThatText.Contains(r.Key)))
        {
            try
            {
                await ask(state, new FakeHost(), TestContext.Current.CancellationToken);
            }
            catch (LocalRpcException e) when (e.ErrorCode == (int)JsonRpcErrorCode.InvalidParams)
            {
                refused.Add($"{method}: {e.Message}");
            }
        }

        return refused;
    }
}
