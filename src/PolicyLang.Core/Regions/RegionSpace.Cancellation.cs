namespace PolicyLang.Regions;

public sealed partial class RegionSpace
{
    // Looking at a token costs about as much as some steps.
    private const int StepsBetweenLooks = 1 << 10;
    private CancellationToken _cancellation;
    private int _stepsToLook = StepsBetweenLooks;

    /// <summary>Until the scope is disposed of, operations in the space stop soon after the token is cancelled; scopes may lie in each
    /// other.</summary>
    /// <param name="cancellation">Watched in the place of the token of the scope around it.</param>
    internal CancellationScope Watch(CancellationToken cancellation)
    {
        var scope = new CancellationScope(this, _cancellation);
        _cancellation = cancellation;
        return scope;
    }

    /// <summary>For loops that work beside the operations of the space.</summary>
    /// <exception cref="OperationCanceledException">The token that is watched is cancelled.</exception>
    internal void ThrowIfCancelled() => _cancellation.ThrowIfCancellationRequested();

    private void CountToLook()
    {
        if (--_stepsToLook <= 0)
        {
            _stepsToLook = StepsBetweenLooks;
            ThrowIfCancelled();
        }
    }

    /// <summary>Ends with what was watched before.</summary>
    internal readonly struct CancellationScope(RegionSpace space, CancellationToken before) : IDisposable
    {
        public void Dispose() => space._cancellation = before;
    }
}
