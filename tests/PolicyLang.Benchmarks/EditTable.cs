using System.Diagnostics;
using System.Globalization;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks;

/// <summary>
/// One clause edited in a workspace of laws: how long until its conflicts, and all findings, are known again. Medians and 95th percentiles of
/// 40 edits, each of another clause, in milliseconds of wall clock.
/// </summary>
internal static class EditTable
{
    private const int Edits = 40;
    private static readonly string[] Phases = ["parse", "bind", "conflicts", "findings", "all"];

    /// <param name="args">Numbers of rules; 1,000 and 10,000 where none are given.</param>
    public static int Print(string[] args)
    {
        string[] sizes = args.Length > 0 ? args : ["1000", "10000"];
        Console.WriteLine($"{"rules",8}{"first",10}{string.Concat(Phases.Select(p => $"{p,18}"))}{"MB",8}");
        return sizes.Select(size => Child.Run("--edit-one", size)).Max();
    }

    /// <summary>One line of the table.</summary>
    public static int PrintOne(string size)
    {
        KeyValuePair<string, string>[] files = [.. LawCorpus.Files(int.Parse(size, CultureInfo.InvariantCulture), seed: 1)];
        long start = Stopwatch.GetTimestamp();
        Workspace workspace = Workspace.Empty.With(files);
        _ = workspace.Diagnostics;
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        List<double>[] times = [.. Phases.Select(_ => new List<double>())];
        string[] laws = [.. files.Select(f => f.Key).Where(f => f.Contains("/law", StringComparison.Ordinal))];
        for (int edit = -5; edit < Edits; edit++)
        {
            string file = laws[((edit + 5) * 37) % laws.Length];
            string text = workspace.Tree(file)?.Text.Content ?? string.Empty;
            string edited = Change(text, edit);
            long[] at = new long[Phases.Length];
            at[0] = Stopwatch.GetTimestamp();
            workspace = workspace.With(file, edited);
            at[1] = Stopwatch.GetTimestamp();
            _ = workspace.Model;
            at[2] = Stopwatch.GetTimestamp();
            _ = workspace.OpenConflicts;
            at[3] = Stopwatch.GetTimestamp();
            _ = workspace.Diagnostics;
            at[4] = Stopwatch.GetTimestamp();
            for (int phase = 0; phase < Phases.Length && edit >= 0; phase++)
            {
                times[phase].Add((phase == Phases.Length - 1 ? Stopwatch.GetElapsedTime(at[0], at[4]) : Stopwatch.GetElapsedTime(at[phase], at[phase + 1])).TotalMilliseconds);
            }
        }

        using var process = Process.GetCurrentProcess();
        string rules = size;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rules,8}{first,10:F0}{string.Concat(times.Select(t => $"{$"{At(t, 0.5):F1} / {At(t, 0.95):F1}",18}"))}{process.WorkingSet64 >> 20,8}"));
        return 0;
    }

    // The last clause of conduct gets or loses a condition.
    private static string Change(string text, int edit)
    {
        int end = text.LastIndexOf('}', text.LastIndexOf('}') - 1);
        return edit % 2 == 0 ? text.Insert(end, " unless emergency ") : text.Remove(end - 1, 0).Insert(end, " when emergency ");
    }

    private static double At(List<double> times, double share)
    {
        double[] sorted = [.. times.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
