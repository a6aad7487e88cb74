using PolicyLang.Analysis.Differences;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Timelines;

/// <summary>
/// Compares days, each with that before it, on as many processors as the host allows. One thread at a time works in a space, so that each
/// further worker has the same rules in a space of its own; it makes them while other questions are answered.
/// </summary>
internal sealed class DayWorkers : IDisposable
{
    // Making the rules once more costs as much as comparing them on some days.
    private const int LeastClauses = 1_000;
    private const int LeastDays = 16;

    private readonly CancellationTokenSource _stop;
    private readonly ImmutableArray<Task<(RuleBook Book, PartyTable Parties)?>> _others;
    private Task _working = Task.CompletedTask;

    private DayWorkers(CancellationTokenSource stop, ImmutableArray<Task<(RuleBook Book, PartyTable Parties)?>> others) =>
        (_stop, _others) = (stop, others);

    /// <summary>Begins to make the rules of further workers, where there is enough to compare.</summary>
    /// <param name="model">What the files say.</param>
    /// <param name="engine">How the engine works.</param>
    /// <param name="days">About how many days there are to be compared.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static DayWorkers Start(SemanticModel model, EngineSettings engine, int days, CancellationToken cancellation)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        int others = days >= LeastDays && model.Clauses.Take(LeastClauses).Count() == LeastClauses ? engine.Workers - 1 : 0;
        return new DayWorkers(stop,
        [
            .. Enumerable.Range(0, Math.Max(0, Math.Min(others, days / LeastDays)))
                .Select(_ => Task.Run(() => Make(model, engine, stop.Token), stop.Token)),
        ]);
    }

    /// <summary>What changes on each day.</summary>
    /// <param name="own">Works on the thread that calls. What another worker cannot decide, it decides as if it were alone.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="days">The days.</param>
    public ComparedDay[] Compare(DayComparer own, TimelineQuery query, ImmutableArray<TurningDay> days)
    {
        var found = new ComparedDay?[days.Length];
        int next = -1;
        void Work(Func<TurningDay, ComparedDay?> compare)
        {
            for (int day = Interlocked.Increment(ref next); day < days.Length; day = Interlocked.Increment(ref next))
            {
                found[day] = compare(days[day]);
            }
        }

        _working = Task.WhenAll(_others.Select(other => other.ContinueWith(
            made =>
            {
                if (made.GetAwaiter().GetResult() is { } again)
                {
                    var comparer = new DayComparer(again.Book, again.Parties, query);
                    using RegionSpace.CancellationScope watched = comparer.Watch(_stop.Token);
                    Work(day => comparer.Compare(day) is { IsDecided: true } known ? known : null);
                }
            },
            TaskScheduler.Default)));
        Work(own.Compare);
        _working.GetAwaiter().GetResult();
        return [.. days.Select((day, d) => found[d] ?? own.Compare(day))];
    }

    /// <summary>Stops whatever still works.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        try
        {
            Task.WaitAll([.. _others, _working]);
        }
        catch (AggregateException)
        {
            // Whoever asked has the answer, or a reason of their own.
        }

        _stop.Dispose();
    }

    // Where rules stand is found here, not within the budget of a day.
    private static (RuleBook Book, PartyTable Parties)? Make(SemanticModel model, EngineSettings engine, CancellationToken cancellation)
    {
        var again = RuleBook.Create(model, engine, null, cancellation);
        RegionSpace regions = again.Space.Regions;
        using RegionSpace.CancellationScope watched = regions.Watch(cancellation);
        return regions.TryAnswer(() => again.Rules.Count(r => !again.Undefeated(r).IsEmpty)).TryGet(out _)
            && regions.TryAnswer(() => new PartyTable(again)).TryGet(out PartyTable? parties)
            ? (again, parties)
            : null;
    }
}
