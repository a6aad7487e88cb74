using PolicyLang.Decisions;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Workspaces;

/// <summary>Workspaces that have nothing in common are judged beside each other; two at once never wait for each other in a circle.</summary>
public sealed class ThreadTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly RawFact[] Facts = [new("date", ["2024-01-01"]), new("actor", ["Exporter"]), new("action", ["transfer"]), new("data", ["Health"]), new("origin", ["DE"]), new("destination", ["US"])];

    [Fact]
    public async Task Workspaces_made_independently_do_not_wait_for_each_other()
    {
        // Even where the one that all come from was judged itself.
        _ = Workspace.Empty.Diagnostics;
        Workspace one = Make("US");
        Workspace other = Make("JP");
        _ = one.Diagnostics;
        await WhileOccupiedAsync(one, async () =>
        {
            Task<Decision?> decided = Task.Run(() => other.Decide(Facts, out _), TestContext.Current.CancellationToken);
            Assert.Equal(Outcome.Unregulated, (await decided.WaitAsync(Deadline, TestContext.Current.CancellationToken))?.Outcome);
            Task<int> found = Task.Run(() => other.With(other.Settings with { AsOf = new(20_000) }).Diagnostics.Length, TestContext.Current.CancellationToken);
            Assert.Equal(other.Diagnostics.Length, await found.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        });
    }

    [Fact]
    public async Task Snapshots_that_follow_each_other_take_turns()
    {
        Workspace one = Make("US");
        _ = one.Diagnostics;
        Workspace next = one.With("law.policy", Text("JP"));
        await WhileOccupiedAsync(one, async () =>
        {
            using var given = new CancellationTokenSource();
            var asked = Task.Run(() => next.GetDiagnostics(given.Token), TestContext.Current.CancellationToken);
            await Task.WhenAny(asked, Task.Delay(20, TestContext.Current.CancellationToken));
            Assert.False(asked.IsCompleted);
            await given.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        });
        Assert.True(next.FollowsEarlierRules);
    }

    [Fact]
    public async Task Two_differences_the_one_way_and_the_other_at_once_both_end()
    {
        for (int round = 0; round < 20; round++)
        {
            Workspace x = Make("US");
            Workspace y = Make("JP");
            using var start = new Barrier(2);
            Task[] both = [Compare(x, y, start), Compare(y, x, start)];
            await Task.WhenAll(both).WaitAsync(Deadline, TestContext.Current.CancellationToken);
        }

        static Task Compare(Workspace one, Workspace other, Barrier start) => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Deadline, TestContext.Current.CancellationToken);
                for (int i = 0; i < 50; i++)
                {
                    Assert.Equal(2, one.DifferenceFrom(other).Changes.Length);
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_waits_for_one_of_two_does_not_hold_the_other_meanwhile(bool forward)
    {
        Workspace first = Make("US");
        Workspace second = Make("JP");
        await WhileOccupiedAsync(first, async () =>
        {
            using var given = new CancellationTokenSource();
            var waiting = Task.Run(() => forward ? second.DifferenceFrom(first, given.Token) : first.DifferenceFrom(second, given.Token), TestContext.Current.CancellationToken);
            await Task.WhenAny(waiting, Task.Delay(50, TestContext.Current.CancellationToken));
            var decided = Task.Run(() => second.Decide(Facts, out _), TestContext.Current.CancellationToken);
            Assert.NotNull(await decided.WaitAsync(Deadline, TestContext.Current.CancellationToken));
            Assert.False(waiting.IsCompleted);
            await given.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        });
    }

    [Fact]
    public void A_snapshot_compared_with_the_one_before_needs_one_turn_twice()
    {
        Workspace one = Make("US");
        _ = one.Diagnostics;
        Assert.Equal(2, one.With("law.policy", Text("JP")).DifferenceFrom(one).Changes.Length);
        Assert.Empty(one.DifferenceFrom(one).Changes);
    }

    private static async Task WhileOccupiedAsync(Workspace workspace, Func<Task> test)
    {
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var work = Task.Factory.StartNew(
            () => workspace.Occupy(() =>
            {
                entered.Set();
                leave.Wait(Deadline, TestContext.Current.CancellationToken);
            }),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Assert.True(entered.Wait(Deadline, TestContext.Current.CancellationToken));
        try
        {
            await test();
        }
        finally
        {
            leave.Set();
            await work;
        }
    }

    private static Workspace Make(string destination) => Workspace.Empty.With("law.policy", Text(destination));

    private static string Text(string destination) => Law.Framework("A", "EU", $"transfer X {{ Exporter must not transfer Health from DE to {destination} }}");
}
