namespace PolicyLang.Workspaces;

/// <summary>Lets one thread at a time work; a thread that has the turn may take it again. Whoever waits can be cancelled.</summary>
internal sealed class Turn
{
    private const int PatienceMilliseconds = 10;

    /// <summary>Waits for the turn.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public Held Take(CancellationToken cancellation)
    {
        while (!Monitor.TryEnter(this, PatienceMilliseconds))
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return new Held(this);
    }

    /// <summary>Takes the turn if nobody else has it, or gives it back in time; otherwise null.</summary>
    /// <param name="milliseconds">How long to wait; 0 for not at all.</param>
    public Held? TakeWithin(int milliseconds) => Monitor.TryEnter(this, milliseconds) ? new Held(this) : null;

    /// <summary>The turn, until it is disposed of.</summary>
    internal sealed class Held(Turn turn) : IDisposable
    {
        public void Dispose() => Monitor.Exit(turn);
    }
}
