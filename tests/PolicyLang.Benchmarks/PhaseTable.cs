using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Parsing;
using PolicyLang.Prelude;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Semantics.Binding;
using PolicyLang.Syntax;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks;

/// <summary>
/// How long each stage takes on generated clauses: the median of five runs after a warm-up, in milliseconds; and what lexing and parsing
/// allocate, in bytes for each clause.
/// </summary>
internal static class PhaseTable
{
    private static readonly string[] FrontEnd = ["lexing", "parsing", "binding", "lowering"];
    private static readonly string[] Engine = ["overlaps", "standing", "conflicts"];

    // Beyond this many clauses the search for conflicts takes too long to repeat six times.
    private const int MostForConflicts = 2_000;

    /// <param name="args">Numbers of clauses; 1,000 and 10,000 where none are given.</param>
    public static int Print(string[] args)
    {
        int[] sizes = args.Length > 0 ? [.. args.Select(int.Parse)] : [1_000, 10_000];
        ImmutableArray<SyntaxTree> prelude = [.. PreludeFiles.All.Select(f => PolicyParser.Parse(f.Key, f.Value))];
        Console.WriteLine($"{"clauses",10}{string.Concat(FrontEnd.Concat(Engine).Select(p => $"{p,12}"))}{"front end",12}{"lexing",12}{"parsing",12}   (ms, median of 5; parsing without lexing; then bytes allocated for each clause)");
        foreach (int size in sizes)
        {
            ImmutableArray<KeyValuePair<string, string>> files = [.. CorpusGenerator.Frameworks(size, seed: 1)];
            bool conflicts = size <= MostForConflicts;
            Run(prelude, files, conflicts);
            double[][] runs = [.. Enumerable.Range(0, 5).Select(_ => Run(prelude, files, conflicts))];
            double[] medians = [.. Enumerable.Range(0, runs[0].Length).Select(p => runs.Select(r => r[p]).Order().ElementAt(2))];
            IEnumerable<string> cells = medians.Select(m => $"{m,12:N1}").Concat(Enumerable.Repeat($"{"–",12}", FrontEnd.Length + Engine.Length - medians.Length));
            (long lexing, long parsing) = Allocated(files);
            Console.WriteLine($"{size,10:N0}{string.Concat(cells)}{medians.Take(FrontEnd.Length).Sum(),12:N1}{lexing / size,12:N0}{(parsing - lexing) / size,12:N0}");
        }

        return 0;
    }

    private static (long Lexing, long Parsing) Allocated(ImmutableArray<KeyValuePair<string, string>> files)
    {
        long start = GC.GetAllocatedBytesForCurrentThread();
        foreach ((string _, string text) in files)
        {
            Lexer.Read(text);
        }

        long lexed = GC.GetAllocatedBytesForCurrentThread();
        foreach ((string name, string text) in files)
        {
            PolicyParser.Parse(name, text);
        }

        return (lexed - start, GC.GetAllocatedBytesForCurrentThread() - lexed);
    }

    private static double[] Run(ImmutableArray<SyntaxTree> prelude, ImmutableArray<KeyValuePair<string, string>> files, bool conflicts)
    {
        var times = new List<double>();
        T Time<T>(Func<T> work)
        {
            long start = Stopwatch.GetTimestamp();
            T result = work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            return result;
        }

        Time(() => files.Sum(f => Lexer.Read(f.Value).Tokens.Count));
        ImmutableArray<SyntaxTree> trees = Time(() => files.Select(f => PolicyParser.Parse(f.Key, f.Value)).ToImmutableArray());
        times[1] -= times[0];
        SemanticModel model = Time(() => Binder.Bind(prelude, trees, Workspace.Empty.Settings.Principles));
        RuleBook rules = Time(() => RuleBook.Create(model));
        if (conflicts)
        {
            Time(() => rules.Rules.Sum(r => rules.Opponents(r).Length));
            Time(() => rules.Rules.Count(r => rules.Undefeated(r).IsEmpty));
            Time(() => new ConflictFinder(rules).FindAll(resolved: false));
        }

        return [.. times];
    }
}
