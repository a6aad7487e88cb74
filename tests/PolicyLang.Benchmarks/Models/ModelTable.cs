using System.Diagnostics;
using System.Globalization;
using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks.Models;

/// <summary>One decision by generated code, by the interpreter and by Cedar: the same clauses, the same cases, one run.</summary>
internal static class ModelTable
{
    private const int Cases = 1_000;

    /// <param name="args">Numbers of clauses; 10, 100, 1,000 and 10,000 where none are given.</param>
    public static int Print(string[] args)
    {
        Console.WriteLine("| clauses | generated, median | 95 % | in a row, mean | allocated | explain, prohibited | all of it read | interpreter | with reasons | Cedar, median | permitted | disagree | C# |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        return (args.Length > 0 ? args : ["10", "100", "1000", "10000"]).Select(size => Child.Run("--models-one", size)).Max();
    }

    public static int PrintOne(string size)
    {
        int clauses = int.Parse(size, CultureInfo.InvariantCulture);
        var set = new EquivalentSet(clauses, Cases);
        Workspace workspace = set.Workspace();
        var book = RuleBook.Create(workspace.Model);
        _ = book.Undefeated(book.Rules[0]);
        if (book.Undecided.Count > 0)
        {
            // policyc generate refuses such a workspace, and the build of a project fails.
            Console.WriteLine($"{clauses:N0} clauses: {book.Undecided.Count:N0} overlap with too many others to be decided");
            return 1;
        }

        using NodeBudget budget = book.Space.Regions.Open();
        var decider = new Decider(book);
        var reader = new CaseReader(book.Space);
        long[][] values = [.. set.Cases.Select(c => reader.Read(c.Facts(), out ImmutableArray<string> problems) ?? throw new InvalidOperationException(string.Join(' ', problems)))];
        Outcome[] outcomes = [.. values.Select(decider.OutcomeOf)];
        var generated = GeneratedHarness.Create(workspace, set.Cases);
        string[] own = generated.Outcomes();

        // A tenth of a second for each question would add up.
        (int asked, int rounds) = clauses > 1_000 ? (200, 2) : (Cases, 5);
        (bool[] Allowed, double[] Nanoseconds)? cedar = CedarRun.Decide(set, asked, rounds);
        int disagree = Enumerable.Range(0, Cases).Count(i => own[i] != outcomes[i].ToString() || (cedar is { } c && i < c.Allowed.Length && c.Allowed[i] != (outcomes[i] == Outcome.Permitted)));

        double[] times = generated.Nanoseconds();
        (double inRow, long bytes) = generated.OneAfterAnother();
        double plain = Median(Times(values, v => decider.OutcomeOf(v)));
        double reasoned = Median(Times(values, v => decider.Decide(v)));
        string explained = Explained(generated, all: false);
        string read = Explained(generated, all: true);
        string peer = cedar is { } answer ? $"{Median(answer.Nanoseconds) / 1000:N0} µs" : "not installed";
        Console.WriteLine(
            $"| {clauses:N0} | {Median(times):N0} ns | {times.Order().ElementAt(Cases * 95 / 100):N0} ns | {inRow:N0} ns | {bytes} B | {explained} | {read} | {plain / 1000:N1} µs | {reasoned / 1000:N1} µs | {peer} | {outcomes.Count(o => o == Outcome.Permitted)} of {Cases} | {disagree} | {generated.Characters / 1000.0:N0} KB |");
        return disagree == 0 ? 0 : 1;
    }

    private static string Explained(GeneratedHarness generated, bool all)
    {
        (double[] nanoseconds, double[] bytes) = generated.Explained(all);
        return $"{Median(nanoseconds) / 1000:N1} µs, {Median(bytes) / 1000:N1} KB";
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private static double[] Times(long[][] cases, Action<long[]> decide)
    {
        double[] best = new double[cases.Length];
        Array.Fill(best, double.MaxValue);
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < cases.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                decide(cases[i]);
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            }
        }

        return best;
    }
}
