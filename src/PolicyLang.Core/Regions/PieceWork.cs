using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using PolicyLang.Text;

namespace PolicyLang.Regions;

/// <summary>
/// Work in a space that is done in pieces, side by side where the host allows it. Each piece begins with the nodes that there are before
/// the first one and sees none of another's, so that neither what it finds nor what it may cost depends on how many work at a time.
/// </summary>
internal sealed class PieceWork
{
    private const int PiecesInRound = 16;

    [ThreadStatic]
    private static SpaceView? _ofThread;

    private readonly RegionSpace _space;
    private readonly SpaceView _before;
    private readonly Action _end;
    private readonly object _gate = new();
    private readonly int _wasted;

    /// <param name="space">The space.</param>
    /// <param name="before">What there is before the first piece; it stays as it is.</param>
    /// <param name="end">Lets the space be worked in again as before.</param>
    internal PieceWork(RegionSpace space, SpaceView before, Action end)
    {
        (_space, _before, _end) = (space, before, end);
        _wasted = before.Meter.Wasted;
    }

    /// <summary>What the thread works with that asks.</summary>
    public SpaceView ViewOfThread => _ofThread is { } view && ReferenceEquals(view.Space, _space)
        ? view
        : throw new InvalidOperationException("Work in this space is being done in pieces, and this is no part of it.");

    /// <summary>Works out something for each of many things.</summary>
    /// <param name="space">The space.</param>
    /// <param name="engine">How many work at a time, and how large a piece is.</param>
    /// <param name="items">The things.</param>
    /// <param name="begin">Called once for each piece: gives what works out one thing after the other. It reads what all share, and changes
    /// nothing of it.</param>
    /// <param name="moved">What was worked out, with each region replaced.</param>
    /// <param name="keep">Takes it, in the order of the things, when all pieces are done.</param>
    public static void Each<TItem, TFound>(
        RegionSpace space, EngineSettings engine, IReadOnlyList<TItem> items, Func<Func<TItem, TFound>> begin,
        Func<TFound, Func<Region, Region>, TFound> moved, Action<TItem, TFound> keep)
    {
        if (items.Count < engine.Piece * 2 || space.Aside is not null)
        {
            Func<TItem, TFound> find = begin();
            foreach (TItem item in items)
            {
                keep(item, find(item));
            }

            return;
        }

        // Rounds, so that nodes that nobody keeps are soon gone.
        var tools = new ConcurrentBag<WorkTools>();
        var rooms = new ConcurrentBag<NodeRoom>();
        for (int first = 0; first < items.Count; first += engine.Piece * PiecesInRound)
        {
            int start = first;
            int count = Math.Min(PiecesInRound, (items.Count - start + engine.Piece - 1) / engine.Piece);
            while (!space.BeginPieces().IsDone(
                count,
                engine.Workers,
                tools,
                rooms,
                piece =>
                {
                    Func<TItem, TFound> find = begin();
                    int from = start + (piece * engine.Piece);
                    var found = new TFound[Math.Min(engine.Piece, items.Count - from)];
                    for (int i = 0; i < found.Length; i++)
                    {
                        found[i] = find(items[from + i]);
                    }

                    return found;
                },
                (piece, found, region) =>
                {
                    for (int i = 0; i < found.Length; i++)
                    {
                        keep(items[start + (piece * engine.Piece) + i], moved(found[i], region));
                    }
                }))
            {
            }
        }
    }

    // False where something had to be worked out first; nothing is taken then.
    private bool IsDone<T>(
        int count, int workers, ConcurrentBag<WorkTools> shared, ConcurrentBag<NodeRoom> rooms,
        Func<int, T> work, Action<int, T, Func<Region, Region>> take)
    {
        var done = new (T Found, SpaceView View)[count];
        Exception? failed = null;
        void Do(int piece)
        {
            if (failed is not null)
            {
                return;
            }

            WorkTools tools = shared.TryTake(out WorkTools? free) ? free : new WorkTools();
            try
            {
                NodeRoom room = rooms.TryTake(out NodeRoom? left) ? left : new NodeRoom();
                _ofThread = new SpaceView(_space, new NodeTable(_before.Nodes, new WorkMeter(_before.Meter, _gate), tools, room));
                done[piece] = (work(piece), _ofThread);
            }
#pragma warning disable CA1031 // It is thrown again, on the thread that asked.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failed, exception, null);
            }
            finally
            {
                _ofThread = null;
                shared.Add(tools);
            }
        }

        try
        {
            SideBySide.Each(workers, count, () => Do);
        }
        finally
        {
            _end();
        }

        if (failed is NeededBeforeException needed)
        {
            needed.WorkOut();
            return false;
        }

        if (failed is not null)
        {
            ExceptionDispatchInfo.Capture(failed).Throw();
        }

        // What is kept was paid for in the pieces.
        using var kept = new NodeBudget(_space, int.MaxValue, int.MaxValue, apart: true);
        for (int piece = 0; piece < count; piece++)
        {
            (T found, SpaceView view) = done[piece];
            Func<Region, Region> moved = _before.Nodes.Take(view.Nodes);
            view.Share(moved);
            take(piece, found, moved);
            _before.Meter.CountWasted(view.Meter, _wasted);
            done[piece] = default;
            rooms.Add(view.Nodes.GiveBack());
        }

        return true;
    }
}
