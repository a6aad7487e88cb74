using System.Diagnostics;
using System.Globalization;
using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks;

/// <summary>What one decision takes, by its outcome: cases that are the smallest of some rule of the corpus, each decided many times.</summary>
internal static class DecisionTable
{
    private const int Cases = 2_000;

    /// <param name="args">Numbers of rules; 1,000, 10,000 and 100,000 where none are given.</param>
    public static int Print(string[] args)
    {
        Console.WriteLine($"{"rules",8}{"outcome",15}{"cases",8}{"median µs",12}{"mean µs",10}{"95 % µs",10}");
        return (args.Length > 0 ? args : ["1000", "10000", "100000"]).Select(size => Child.Run("--decide-one", size)).Max();
    }

    public static int PrintOne(string size)
    {
        RuleBook book = RuleBook.Create(Workspace.Empty.With(LawCorpus.Files(int.Parse(size, CultureInfo.InvariantCulture), seed: 1)).Model);
        using NodeBudget budget = book.Space.Regions.Open();
        var decider = new Decider(book);
        Rule[] rules = [.. book.Rules.Where(r => !r.IsLawMaking && !r.Region.IsEmpty)];
        long[][] cases = [.. Enumerable.Range(0, Cases).Select(i => book.Space.Regions.Witness(rules[(int)((long)i * rules.Length / Cases)].Region))];
        Outcome[] outcomes = [.. cases.Select(c => decider.Decide(c).Outcome)];
        double[] times = new double[Cases];
        Array.Fill(times, double.MaxValue);
        for (int round = 0; round < 10; round++)
        {
            for (int i = 0; i < Cases; i++)
            {
                long start = Stopwatch.GetTimestamp();
                decider.Decide(cases[i]);

                // The least of ten: what else runs on the machine is no part of a decision.
                times[i] = Math.Min(times[i], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        foreach (IGrouping<Outcome, double> group in times.Zip(outcomes).GroupBy(t => t.Second, t => t.First).OrderBy(g => g.Key))
        {
            double[] sorted = [.. group.Order()];
            Console.WriteLine($"{book.Rules.Length,8:N0}{group.Key,15}{sorted.Length,8:N0}{sorted[sorted.Length / 2],12:N1}{sorted.Average(),10:N1}{sorted[sorted.Length * 95 / 100],10:N1}");
        }

        return 0;
    }
}
