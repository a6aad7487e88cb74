using System.Reflection;
using PolicyLang.CodeGen;
using PolicyLang.CodeGen.Checking;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks.Models;

/// <summary>Generated models, compiled together with the cases and the loops that measure them, so that nothing stands between.</summary>
internal sealed class GeneratedHarness
{
    private readonly Type _harness;

    private GeneratedHarness(Type harness, int characters)
    {
        _harness = harness;
        Characters = characters;
    }

    /// <summary>The size of the generated C#.</summary>
    public int Characters { get; }

    public static GeneratedHarness Create(Workspace workspace, IReadOnlyList<EquivalentSet.Situation> cases)
    {
        (byte[] assembly, int characters) = Compile(workspace, cases);
        return new GeneratedHarness(Assembly.Load(assembly).GetType("Measured.Harness") ?? throw new TypeLoadException("Harness"), characters);
    }

    /// <summary>The assembly, and the size of the generated C#.</summary>
    public static (byte[] Assembly, int Characters) Compile(Workspace workspace, IReadOnlyList<EquivalentSet.Situation> cases)
    {
        ImmutableArray<GeneratedFile> files = ModelGenerator.Generate(workspace, new CodeGenSettings("Measured")).Files;
        string @case = files.Single(f => f.Name == "Case.cs").Text;
        string code = $$"""
            #nullable enable
            using System;
            using System.Diagnostics;
            using PolicyLang.Runtime;

            namespace Measured;

            public static class First
            {
                public static readonly Case Act = {{cases[0].ToCSharp(p => @case.Contains($" {p} {{", StringComparison.Ordinal))}};
            }

            public static class Harness
            {
                // Milliseconds and kilobytes of the first decision, the same of the first explanation, and the kilobytes that stay.
                public static double[] First()
                {
                    Case act = Measured.First.Act;
                    long kept = GC.GetTotalMemory(true);
                    long before = GC.GetTotalAllocatedBytes(true);
                    long start = Stopwatch.GetTimestamp();
                    Rulebook.Decide(act);
                    double decided = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    long between = GC.GetTotalAllocatedBytes(true);
                    start = Stopwatch.GetTimestamp();
                    PolicyDecision why = Rulebook.Explain(act);
                    double explained = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    long after = GC.GetTotalAllocatedBytes(true);
                    kept = GC.GetTotalMemory(true) - kept;
                    GC.KeepAlive(why);
                    return [decided, (between - before) / 1000.0, explained, (after - between) / 1000.0, kept / 1000.0];
                }

                private static readonly Case[] Cases =
                [
                    {{string.Join(",\n        ", cases.Select(c => c.ToCSharp(p => @case.Contains($" {p} {{", StringComparison.Ordinal))))}},
                ];

                public static string[] Outcomes() => Array.ConvertAll(Cases, c => Rulebook.Decide(c).ToString());

                public static double[] Nanoseconds(int rounds, int repeat)
                {
                    var best = new double[Cases.Length];
                    Array.Fill(best, double.MaxValue);
                    int sum = 0;
                    for (int round = 0; round < rounds; round++)
                    {
                        for (int i = 0; i < Cases.Length; i++)
                        {
                            long start = Stopwatch.GetTimestamp();
                            for (int k = 0; k < repeat; k++)
                            {
                                sum += (int)Rulebook.Decide(Cases[i]);
                            }

                            best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeat);
                        }
                    }

                    return sum < 0 ? [] : best;
                }

                public static double[][] Explained(bool all, int rounds)
                {
                    Case[] prohibited = Array.FindAll(Cases, c => Rulebook.Decide(c) == PolicyOutcome.Prohibited);
                    var best = new double[prohibited.Length];
                    var bytes = new double[prohibited.Length];
                    Array.Fill(best, double.MaxValue);
                    Array.Fill(bytes, double.MaxValue);
                    for (int round = 0; round < rounds; round++)
                    {
                        for (int i = 0; i < prohibited.Length; i++)
                        {
                            long before = GC.GetAllocatedBytesForCurrentThread();
                            long start = Stopwatch.GetTimestamp();
                            PolicyDecision why = Rulebook.Explain(prohibited[i]);
                            _ = all && why.IsComplete;
                            best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalNanoseconds);
                            bytes[i] = Math.Min(bytes[i], GC.GetAllocatedBytesForCurrentThread() - before);
                        }
                    }

                    return [best, bytes];
                }

                public static double[] OneAfterAnother(int rounds)
                {
                    double best = double.MaxValue;
                    int sum = 0;
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    for (int round = 0; round < rounds; round++)
                    {
                        long start = Stopwatch.GetTimestamp();
                        for (int i = 0; i < Cases.Length; i++)
                        {
                            sum += (int)Rulebook.Decide(Cases[i]);
                        }

                        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / Cases.Length);
                    }

                    long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                    return sum < 0 ? [] : [best, bytes];
                }
            }
            """;
        (byte[] assembly, _) = ModelCompilation.Create(files.Add(new GeneratedFile("Harness.cs", code)), "Measured").Emit(CancellationToken.None);
        return (assembly, files.Sum(f => f.Text.Length));
    }

    public string[] Outcomes() => Call<string[]>("Outcomes");

    /// <summary>For each case, the least time of several rounds.</summary>
    public double[] Nanoseconds() => Call<double[]>("Nanoseconds", 10, 100);

    /// <summary>The least mean of all cases, one after another, and the bytes that all rounds allocated.</summary>
    public (double Nanoseconds, long Bytes) OneAfterAnother()
    {
        double[] measured = Call<double[]>("OneAfterAnother", 200);
        return (measured[0], (long)measured[1]);
    }

    /// <summary>For each prohibited case, the least time and bytes of an explanation.</summary>
    /// <param name="all">Whether ways to comply, other grounds and assumptions are read too.</param>
    public (double[] Nanoseconds, double[] Bytes) Explained(bool all)
    {
        double[][] measured = Call<double[][]>("Explained", all, 20);
        return (measured[0], measured[1]);
    }

    private T Call<T>(string method, params object[] arguments) => (T)(_harness.GetMethod(method)?.Invoke(null, arguments) ?? throw new MissingMethodException(method));
}
