using System.Diagnostics;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks;

/// <summary>What the check of a workspace takes on inputs made to be hard, each in a process of its own.</summary>
internal static class HardTable
{
    private static readonly Dictionary<string, Func<string>> Inputs = new()
    {
        ["100 lists crossed in one clause"] = () => HardLaw.CrossedLists(100),
        ["100 clauses of 8 crossed lists"] = () => HardLaw.ListsInEveryClause(100),
        ["10,000 world-wide clauses"] = () => HardLaw.WorldWide(10_000),
        ["bloc of blocs 100 deep"] = () => HardLaw.BlocsOfBlocs(100),
        ["100,000 conditions of one clause"] = () => HardLaw.Conditions(100_000),
        ["definitions 10,000 deep"] = () => HardLaw.DefinitionsOfDefinitions(10_000),
    };

    public static int Print()
    {
        Console.WriteLine($"{"input",-34}{"s",8}{"cpu s",8}{"conflicts",11}{"PL9xxx",8}{"peak MB",9}");
        return Inputs.Keys.Select(name => Child.Run("--hard-one", name)).Max();
    }

    public static int PrintOne(string name)
    {
        string text = Inputs[name]();
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        Workspace workspace = Workspace.Empty.With("hard.policy", text);
        int limits = workspace.Diagnostics.Count(d => d.Code.StartsWith("PL9", StringComparison.Ordinal));
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        Console.WriteLine($"{name,-34}{elapsed.TotalSeconds,8:N2}{(process.TotalProcessorTime - before).TotalSeconds,8:N2}{workspace.OpenConflicts.Length,11:N0}{limits,8:N0}{process.PeakWorkingSet64 / (1 << 20),9:N0}");
        return 0;
    }
}
