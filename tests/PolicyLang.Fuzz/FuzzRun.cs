using System.Diagnostics;
using System.Globalization;

namespace PolicyLang.Fuzz;

/// <summary>A run without afl-fuzz: inputs changed by chance, for a time.</summary>
public static class FuzzRun
{
    /// <summary>An input that takes longer hangs, for whoever waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Runs, and says how many inputs were read.</summary>
    /// <param name="target">What reads them.</param>
    /// <param name="time">For how long.</param>
    /// <param name="repository">Where the inputs to start from are.</param>
    /// <param name="folder">Takes the inputs that break something.</param>
    /// <returns>0 where nothing broke, else 1.</returns>
    public static int For(FuzzTarget target, TimeSpan time, string repository, string folder)
    {
        ImmutableArray<byte[]> seeds = FuzzSeeds.Of(target.Name, repository);
        var clock = Stopwatch.StartNew();
        int number = Environment.TickCount;
        int read = 0;
        int broken = 0;
        for (; clock.Elapsed < time; read++)
        {
            byte[] input = new Mutator(unchecked(number + read), seeds).Next();
            if (Broken(target, input) is { } reason)
            {
                Directory.CreateDirectory(folder);
                string file = Path.Combine(folder, $"{target.Name}-{unchecked(number + read).ToString(CultureInfo.InvariantCulture)}");
                File.WriteAllBytes(file, input);
                Console.WriteLine($"{file}: {reason}");
                broken++;
            }
        }

        Console.WriteLine($"{target.Name}: {read} inputs in {clock.Elapsed.TotalHours.ToString("F2", CultureInfo.InvariantCulture)} hours, {broken} broke something");
        return broken == 0 ? 0 : 1;
    }

    /// <summary>Why an input breaks something; null where it does not.</summary>
    public static string? Broken(FuzzTarget target, byte[] input)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            target.Read(input);
        }
#pragma warning disable CA1031 // Every exception is a finding.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"{exception.GetType().Name}: {exception.Message}\n{exception.StackTrace}";
        }

        return clock.Elapsed > Patience ? $"it took {(int)clock.Elapsed.TotalSeconds} seconds" : null;
    }
}
