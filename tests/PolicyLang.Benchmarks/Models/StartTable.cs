using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace PolicyLang.Benchmarks.Models;

/// <summary>What the first answers of a process cost, which must make their tables, and decisions later on: a process of its own for each measurement, with
/// compilation in tiers as applications have it. The least of several.</summary>
internal static class StartTable
{
    private const int Rounds = 9;

    /// <param name="args">Numbers of clauses; 10, 100 and 1,000 where none are given.</param>
    public static int Print(string[] args)
    {
        Console.WriteLine("| clauses | assembly | first Decide | allocated | first Explain | allocated | kept | Decide, median |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        Environment.SetEnvironmentVariable("DOTNET_TieredCompilation", "1");
        foreach (string size in args.Length > 0 ? args : ["10", "100", "1000"])
        {
            int clauses = int.Parse(size, CultureInfo.InvariantCulture);
            var set = new EquivalentSet(clauses, 200);
            string file = Path.GetTempFileName();
            try
            {
                File.WriteAllBytes(file, GeneratedHarness.Compile(set.Workspace(), set.Cases).Assembly);
                double[][] measured = [.. Enumerable.Range(0, Rounds).Select(_ => Array.ConvertAll(Child.Output("--models-start-one", file).Split(' '), t => double.Parse(t, CultureInfo.InvariantCulture)))];
                double[] least = [.. Enumerable.Range(0, measured[0].Length).Select(i => measured.Min(m => m[i]))];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {clauses:N0} | {new FileInfo(file).Length / 1000.0:N0} KB | {least[0]:N1} ms | {least[1]:N0} KB | {least[2]:N1} ms | {least[3]:N0} KB | {least[4]:N0} KB | {least[5]:N0} ns |"));
            }
            finally
            {
                File.Delete(file);
            }
        }

        return 0;
    }

    /// <param name="file">The assembly of the models.</param>
    public static int PrintOne(string file)
    {
        Type harness = Assembly.LoadFrom(file).GetType("Measured.Harness") ?? throw new TypeLoadException("Harness");
        MethodInfo first = harness.GetMethod("First") ?? throw new MissingMethodException("First");
        double[] measured = (double[])(first.Invoke(null, null) ?? throw new InvalidOperationException("First"));
        // Some rounds until the code is compiled for good, then those that count.
        MethodInfo decide = harness.GetMethod("Nanoseconds") ?? throw new MissingMethodException("Nanoseconds");
        double[] times = [];
        for (int i = 0; i < 8; i++)
        {
            times = (double[])(decide.Invoke(null, [5, 100]) ?? throw new InvalidOperationException("Nanoseconds"));
            Thread.Sleep(100);
        }

        measured = [.. measured, times.Order().ElementAt(times.Length / 2)];
        Console.WriteLine(string.Join(' ', measured.Select(m => m.ToString("F3", CultureInfo.InvariantCulture))));
        return 0;
    }
}
