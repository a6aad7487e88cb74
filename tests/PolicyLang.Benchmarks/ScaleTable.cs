using System.Diagnostics;
using System.Globalization;
using PolicyLang.Conflicts;
using PolicyLang.Parsing;
using PolicyLang.Prelude;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Semantics.Binding;
using PolicyLang.Syntax;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks;

/// <summary>
/// How the cost grows with the number of rules: one run of each size of <see cref="LawCorpus"/>, each in a process of its own, so that the
/// peak of its memory is known. Times in milliseconds of wall clock; "cpu" is what the process used from the bound model to the conflicts.
/// </summary>
internal static class ScaleTable
{
    private static readonly string[] Phases = ["lex", "parse", "bind", "lower", "pairs", "standing", "conflicts"];

    /// <param name="args">Numbers of rules; 1,000, 10,000 and 100,000 where none are given.</param>
    public static int Print(string[] args)
    {
        string[] sizes = args.Length > 0 ? args : ["1000", "10000", "100000"];
        Console.WriteLine($"{"rules",8}{string.Concat(Phases.Select(p => $"{p,10}"))}{"model→all",11}{"cpu",9}{"candidates",12}{"pairs",10}{"conflicts",11}{"nodes",11}{"peak MB",9}");
        foreach (string size in sizes)
        {
            using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath ?? "dotnet", [.. Self(), "--scale-one", size])) ?? throw new InvalidOperationException("The process did not start.");
            child.WaitForExit();
            if (child.ExitCode != 0)
            {
                return child.ExitCode;
            }
        }

        return 0;
    }

    /// <summary>One line of the table.</summary>
    public static int PrintOne(string size)
    {
        ImmutableArray<SyntaxTree> prelude = [.. PreludeFiles.All.Select(f => PolicyParser.Parse(f.Key, f.Value))];
        for (int i = 0; i < 3; i++)
        {
            Run(prelude, 1_000, seed: 2);
        }

        Console.WriteLine(Run(prelude, int.Parse(size, CultureInfo.InvariantCulture), seed: 1));
        return 0;
    }

    private static string Run(ImmutableArray<SyntaxTree> prelude, int size, int seed)
    {
        ImmutableArray<KeyValuePair<string, string>> files = [.. LawCorpus.Files(size, seed)];
        var times = new List<double>();
        T Time<T>(Func<T> work)
        {
            long start = Stopwatch.GetTimestamp();
            T result = work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            return result;
        }

        GC.Collect();
        Time(() => files.Sum(f => Lexer.Read(f.Value).Tokens.Count));
        ImmutableArray<SyntaxTree> trees = Time(() => files.Select(f => PolicyParser.Parse(f.Key, f.Value)).ToImmutableArray());
        times[1] -= times[0];
        SemanticModel model = Time(() => Binder.Bind(prelude, trees, WorkspaceSettings.Default.Principles));
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        RuleBook book = Time(() => RuleBook.Create(model));
        long pairs = Time(() => book.Rules.Sum(r => (long)book.Opponents(r).Length)) / 2;
        Time(() => book.Rules.Count(r => book.Standing(r).IsEmpty));
        ImmutableArray<FoundConflict> conflicts = Time(() => new ConflictFinder(book).FindAll(resolved: false));
        process.Refresh();
        double cpu = (process.TotalProcessorTime - before).TotalMilliseconds;
        string kinds = string.Join(" ", conflicts.GroupBy(c => c.Conflict.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Count()}"));
        if (Environment.GetEnvironmentVariable("SHOW") is not null) { foreach (FoundConflict c in conflicts.Where(c => c.Conflict.Kind == ConflictKind.Contradiction).Take(12)) { Console.WriteLine(c.Conflict.Message + " " + string.Join(" ", c.Conflict.Witness.Facts.Select(f => f.Attribute + "=" + f.Value))); foreach (var r in c.Rules) { var l = r.Clause.Whole; Console.WriteLine("   " + l.Text.Slice(l.Span)); } } }
        return $"{book.Rules.Length,8:N0}{string.Concat(times.Select(t => $"{t,10:N0}"))}{times.Skip(3).Sum(),11:N0}{cpu,9:N0}{book.CandidatePairs,12:N0}{pairs,10:N0}{conflicts.Length,11:N0}{book.Space.Regions.NodeCount,11:N0}{process.PeakWorkingSet64 / (1 << 20),9:N0}  {kinds}";
    }

    private static IEnumerable<string> Self() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? [typeof(ScaleTable).Assembly.Location] : [];
}
