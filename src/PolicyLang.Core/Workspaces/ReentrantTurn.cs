namespace PolicyLang.Workspaces;

/// <summary>
/// Lets one thread at a time work; a thread that has the turn may take it again. Whoever waits can be cancelled, at once. Who needs two
/// turns takes them with <see cref="TakeBoth"/>, so that no two threads ever wait for each other.
/// </summary>
internal sealed class ReentrantTurn
{
    private static long _made;
    private readonly object _gate = new();
    private readonly long _rank = Interlocked.Increment(ref _made);
    private Thread? _owner;
    private int _depth;

    /// <summary>Waits for the turn.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the turn came.</exception>
    public Held Take(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (TakeWithin(0) is { } free)
        {
            return free;
        }

        // Wakes this thread, and with it all that wait: they look whether they are meant.
        using CancellationTokenRegistration waking = cancellation.Register(WakeAll);
        lock (_gate)
        {
            while (!IsFree)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_gate);
            }

            return Enter();
        }
    }

    /// <summary>Takes the turn if nobody else has it, or gives it back in time; otherwise null.</summary>
    /// <param name="milliseconds">How long to wait; 0 for not at all.</param>
    public Held? TakeWithin(int milliseconds)
    {
        lock (_gate)
        {
            while (!IsFree)
            {
                // Woken up while another thread was quicker: the wait starts over.
                if (milliseconds == 0 || (!Monitor.Wait(_gate, milliseconds) && !IsFree))
                {
                    return null;
                }
            }

            return Enter();
        }
    }

    /// <summary>Waits for two turns, which may be the same one, always in the order in which they were made.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before both came.</exception>
    public static (Held First, Held Second) TakeBoth(ReentrantTurn one, ReentrantTurn other, CancellationToken cancellation)
    {
        (ReentrantTurn earlier, ReentrantTurn later) = one._rank <= other._rank ? (one, other) : (other, one);
        Held first = earlier.Take(cancellation);
        try
        {
            return (first, later.Take(cancellation));
        }
        catch (OperationCanceledException)
        {
            first.Dispose();
            throw;
        }
    }

    private bool IsFree => _owner is null || _owner == Thread.CurrentThread;

    private Held Enter()
    {
        _owner = Thread.CurrentThread;
        _depth++;
        return new Held(this);
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_depth == 0)
            {
                _owner = null;
                Monitor.Pulse(_gate);
            }
        }
    }

    private void WakeAll()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>The turn, until it is disposed of; once.</summary>
    internal sealed class Held(ReentrantTurn turn) : IDisposable
    {
        public void Dispose() => turn.Leave();
    }
}
