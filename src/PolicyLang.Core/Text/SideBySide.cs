using System.Runtime.ExceptionServices;

namespace PolicyLang.Text;

/// <summary>Work with many numbers that do not depend on each other, by as many workers as the host allows.</summary>
internal static class SideBySide
{
    /// <summary>Works with each of some numbers, and waits until all are done.</summary>
    /// <param name="workers">How many may work at a time; 1 starts no thread.</param>
    /// <param name="count">The numbers are those below this. Whoever is free takes the next one.</param>
    /// <param name="begin">Called once by each worker: gives what it does with one number. What others do it leaves alone.</param>
    public static void Each(int workers, int count, Func<Action<int>> begin)
    {
        int next = -1;
        void Work()
        {
            Action<int> work = begin();
            for (int number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                work(number);
            }
        }

        Do(Math.Min(workers, count), Work);
    }

    private static void Do(int workers, Action work)
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
