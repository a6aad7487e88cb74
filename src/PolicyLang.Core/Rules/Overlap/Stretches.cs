using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>Does something with each of many numbers, stretch by stretch, side by side where the host allows it.</summary>
internal static class Stretches
{
    private const int Size = 1_000;

    /// <param name="workers">How many may work at a time.</param>
    /// <param name="count">The numbers are those below this.</param>
    /// <param name="begin">Makes what one of them works with.</param>
    /// <param name="work">Does it with one number. What others do it leaves alone.</param>
    public static void Each<T>(int workers, int count, Func<T> begin, Action<T, int> work)
    {
        int next = -1;
        void Work()
        {
            T tools = begin();
            for (int from = Interlocked.Increment(ref next) * Size; from < count; from = Interlocked.Increment(ref next) * Size)
            {
                for (int i = from; i < Math.Min(from + Size, count); i++)
                {
                    work(tools, i);
                }
            }
        }

        SideBySide.Do(Math.Min(workers, (count + Size - 1) / Size), Work);
    }
}
