using Microsoft.Extensions.Logging.Abstractions;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>What the first keys would wait for is done before, and nobody notices.</summary>
public sealed class RehearsalTests
{
    private const string Law = "framework F { authority EU in force from 2020-01-01\n transfer A { Exporter may transfer Health from EEA to US }\n transfer B { Exporter must not transfer Health from EEA to US } }";

    [Fact]
    public async Task The_workspace_is_made_ready_for_changes_and_says_the_same()
    {
        var state = new WorkspaceState();
        state.Open(Session.Uri, 1, Law);
        Snapshot first = state.Current;
        _ = first.Workspace.Diagnostics;
        new WarmUp(new FakeHost(), state, NullLogger.Instance).Begin(first, TimeSpan.Zero);
        while (ReferenceEquals(state.Current, first))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.NotNull(state.Current.Workspace.OpenConflictsAtHand);
        Assert.True(state.Current.Workspace.FollowsEarlierRules);
        Assert.Equal(first.Workspace.Diagnostics.Select(d => $"{d}"), state.Current.Workspace.Diagnostics.Select(d => $"{d}"));
        Assert.NotEmpty(state.Current.Workspace.Diagnostics);
        Assert.Same(first.Open, state.Current.Open);
        Assert.True(first.Outdated.IsCancellationRequested);
    }

    [Fact]
    public void It_gives_way_to_a_change()
    {
        var state = new WorkspaceState();
        state.Open(Session.Uri, 1, Law);
        Snapshot first = state.Current;
        state.Change(Session.Uri, 2, [new TextDocumentContentChangeEvent("// changed")]);
        Snapshot changed = state.Current;
        Assert.Throws<OperationCanceledException>(() => state.Renew(first));
        Assert.Same(changed, state.Current);
    }

    [Fact]
    public async Task The_client_hears_nothing_of_it()
    {
        await using Session session = await Session.OpenAsync(Law);
        await session.AnalysedAsync();
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.NotNull(await session.AskAsync("hover", "transfer |B {"));
        Assert.Single(session.Server.Client.Received, m => (string?)m["method"] == "textDocument/publishDiagnostics");
        Assert.DoesNotContain(session.Server.Client.Received, m => m.ToJsonString().Contains("rehearsal", StringComparison.Ordinal));
    }
}
