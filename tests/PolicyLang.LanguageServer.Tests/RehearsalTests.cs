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
        var state = new ProjectSet();
        state.Open(Session.Uri, 1, Law);
        Snapshot first = state.Main.Current;
        _ = first.Workspace.Diagnostics;
        new WarmUp(new FakeHost(), state.Main, NullLogger.Instance).Begin(first, TimeSpan.Zero);
        while (ReferenceEquals(state.Main.Current, first))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.NotNull(state.Main.Current.Workspace.OpenConflictsAtHand);
        Assert.True(state.Main.Current.Workspace.FollowsEarlierRules);
        Assert.Equal(first.Workspace.Diagnostics.Select(d => $"{d}"), state.Main.Current.Workspace.Diagnostics.Select(d => $"{d}"));
        Assert.NotEmpty(state.Main.Current.Workspace.Diagnostics);
        Assert.Same(first.Open, state.Main.Current.Open);
        Assert.True(first.Outdated.IsCancellationRequested);
    }

    [Fact]
    public void It_gives_way_to_a_change()
    {
        var state = new ProjectSet();
        state.Open(Session.Uri, 1, Law);
        Snapshot first = state.Main.Current;
        state.Change(Session.Uri, 2, [new TextDocumentContentChangeEvent("// changed")]);
        Snapshot changed = state.Main.Current;
        Assert.Throws<OperationCanceledException>(() => state.Main.Renew(first));
        Assert.Same(changed, state.Main.Current);
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
