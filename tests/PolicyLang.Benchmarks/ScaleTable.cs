using System.Diagnostics;
using System.Globalization;
using PolicyLang.Conflicts;
using PolicyLang.Parsing;
using PolicyLang.Prelude;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Semantics.Binding;
using PolicyLang.Syntax;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks;

/// <summary>
/// How the cost grows with the number of rules: one run of each size of <see cref="LawCorpus"/>, each in a process of its own, so that the
/// peak of its memory is known. Times in milliseconds of wall clock, below them what the process used of its processors.
/// </summary>
internal static class ScaleTable
{
    private static readonly string[] Phases = ["lex", "parse", "bind", "lower", "pairs", "standing", "conflicts"];

    /// <param name="args">Numbers of rules; 1,000, 10,000 and 100,000 where none are given.</param>
    public static int Print(string[] args)
    {
        string[] sizes = args.Length > 0 ? args : ["1000", "10000", "100000"];
        Console.WriteLine($"{"rules",8}{string.Concat(Phases.Select(p => $"{p,10}"))}{"model→all",11}{"cpu",9}{"candidates",12}{"pairs",10}{"conflicts",11}{"nodes",11}{"peak MB",9}");
        return sizes.Select(size => Child.Run("--scale-one", size)).Max();
    }

    /// <summary>One line of the table.</summary>
    /// <param name="arguments">How many rules; how many work at a time, one for each processor unless given; how many legal orders.</param>
    public static int PrintOne(IReadOnlyList<string> arguments)
    {
        int workers = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        int rules = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        int orders = arguments.Count > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : LawCorpus.UsualOrders;
        ImmutableArray<SyntaxTree> prelude = [.. PreludeFiles.All.Select(f => PolicyParser.Parse(f.Key, f.Value))];
        for (int i = 0; i < 3; i++)
        {
            Run(prelude, LawCorpus.Files(1_000, seed: 2), workers);
        }

        Console.WriteLine(Run(prelude, LawCorpus.Files(rules, seed: 1, orders), workers));
        return 0;
    }

    private static string Run(ImmutableArray<SyntaxTree> prelude, IEnumerable<KeyValuePair<string, string>> corpus, int workers)
    {
        ImmutableArray<KeyValuePair<string, string>> files = [.. corpus];
        var times = new List<double>();
        var cpu = new List<double>();
        var pauses = new List<double>();
        using var process = Process.GetCurrentProcess();
        T Time<T>(Func<T> work)
        {
            process.Refresh();
            TimeSpan used = process.TotalProcessorTime;
            TimeSpan paused = GC.GetTotalPauseDuration();
            long start = Stopwatch.GetTimestamp();
            T result = work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            process.Refresh();
            cpu.Add((process.TotalProcessorTime - used).TotalMilliseconds);
            pauses.Add((GC.GetTotalPauseDuration() - paused).TotalMilliseconds);
            return result;
        }

        GC.Collect();
        Time(() => files.Sum(f => Lexer.Read(f.Value).Tokens.Count));
        ImmutableArray<SyntaxTree> trees = Time(() =>
            ImmutableArray.Create(PolicyParser.Parse(ImmutableSortedDictionary<string, SyntaxTree>.Empty, files, workers)));
        times[1] -= times[0];
        SemanticModel model = Time(() => Binder.Bind(prelude, trees, WorkspaceSettings.Default.Principles));
        RuleBook book = Time(() => RuleBook.Create(model, EngineSettings.Default with { Workers = workers }, null, CancellationToken.None));
        long pairs = Time(() => book.Rules.Sum(r => (long)book.Opponents(r).Length)) / 2;
        Time(() =>
        {
            book.Settle();
            return book.Rules.Count(book.IsContested);
        });
        ImmutableArray<FoundConflict> conflicts = Time(() => new ConflictFinder(book).FindAll(resolved: false));
        string kinds = string.Join(" ", conflicts.GroupBy(c => c.Conflict.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Count()}"));
        return $"{book.Rules.Length,8:N0}{string.Concat(times.Select(t => $"{t,10:N0}"))}{times.Skip(3).Sum(),11:N0}{cpu.Skip(3).Sum(),9:N0}{book.CandidatePairs,12:N0}{pairs,10:N0}{conflicts.Length,11:N0}{book.Space.Regions.NodeCount,11:N0}{process.PeakWorkingSet64 / (1 << 20),9:N0}\n{"cpu",8}{string.Concat(cpu.Select(t => $"{t,10:N0}"))}   {kinds}\n{"gc",8}{string.Concat(pauses.Select(t => $"{t,10:N0}"))}{pauses.Skip(3).Sum(),11:N0}";
    }
}
