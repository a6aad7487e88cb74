using System.Runtime.ExceptionServices;

namespace PolicyLang.Regions;

/// <summary>Work that several do at a time.</summary>
internal static class SideBySide
{
    /// <summary>Does the same work several times at once, and waits for all. Where one is to do it no other thread takes part.</summary>
    /// <param name="workers">How many times; once for anything below 1.</param>
    /// <param name="work">The work, which shares out among them what there is to do.</param>
    public static void Do(int workers, Action work)
    {
        // A browser cannot wait.
        if (workers <= 1)
        {
            work();
            return;
        }

        Task[] others = [.. Enumerable.Range(1, workers - 1).Select(_ => Task.Run(work))];
        try
        {
            work();
        }
        finally
        {
            try
            {
                Task.WaitAll(others);
            }
            catch (AggregateException exception) when (exception.InnerException is { } inner)
            {
                ExceptionDispatchInfo.Capture(inner).Throw();
            }
        }
    }
}
