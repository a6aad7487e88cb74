using System.Diagnostics;
using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks;

/// <summary>
/// How much what is asked of a workspace as a whole costs, in milliseconds of processor time, which other work on the machine leaves alone: the first question in a fresh workspace
/// of generated law, and the same in a warm process.
/// </summary>
internal static class AnalysisTable
{
    private static readonly RawFact[] Transfer =
    [
        new(BuiltInAttributes.Date, ["2026-03-01"]), new(BuiltInAttributes.Action, ["transfer"]), new(BuiltInAttributes.Actor, ["Exporter"]), new(BuiltInAttributes.Data, ["PersonalData"]),
    ];

    // It says the cases of every clause in words, which takes milliseconds each.
    private const int MostForCoverage = 2_000;

    // As many as the text of the command shows.
    private const int WordsOfADay = 3;
    private const int DaysInWords = 60;

    /// <param name="args">Numbers of rules; 150 and 10,000 where none are given; and names of questions, if only those are wanted.</param>
    public static int Print(string[] args)
    {
        int[] sizes = [.. args.Where(a => char.IsDigit(a[0])).Select(int.Parse)];
        string[] wanted = [.. args.Where(a => !char.IsDigit(a[0]))];
        foreach (int size in sizes.Length > 0 ? sizes : [150, 10_000])
        {
            KeyValuePair<string, string>[] files = [.. LawCorpus.Files(size, seed: 1)];
            Workspace first = Workspace.Empty.With(files);
            Console.WriteLine($"{first.ClauseCount:N0} clauses{"cold",30}{"warm",12}   (ms; rules: reading and working out where every rule stands)");
            foreach ((string name, Func<Workspace, object?> ask) in Questions(first).Where(q => wanted.Length == 0 || wanted.Contains(q.Name)))
            {
                Console.WriteLine($"{name,-20}{Time(files, ask),24:N0}{Time(files, ask),12:N0}");
            }
        }

        return 0;
    }

    // Without the rules, which every question needs and one of them would pay.
    private static double Time(KeyValuePair<string, string>[] files, Func<Workspace, object?> ask)
    {
        Workspace workspace = Workspace.Empty.With(files);
        TimeSpan begin = Spent();
        Settle(workspace);
        if (ReferenceEquals(ask, Settling))
        {
            return (Spent() - begin).TotalMilliseconds;
        }

        TimeSpan start = Spent();
        _ = ask(workspace);
        return (Spent() - start).TotalMilliseconds;
    }

    private static readonly Func<Workspace, object?> Settling = _ => null;

    private static TimeSpan Spent()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static void Settle(Workspace workspace) => workspace.WithRules(rules =>
    {
        using var budget = rules.Space.Regions.Open();
        rules.Settle();
        return 0;
    });

    private static IEnumerable<(string Name, Func<Workspace, object?> Ask)> Questions(Workspace workspace)
    {
        ImmutableArray<string> authorities = [.. workspace.Model.Frameworks.Select(f => f.Authority).OfType<Symbol>().GroupBy(a => a.Name).OrderByDescending(g => g.Count()).Select(g => g.Key)];
        string treaty = workspace.Model.Frameworks.FirstOrDefault(f => f.Clauses.Any(c => c.Meaning?.LawModality is not null))?.Name ?? string.Empty;
        yield return ("rules", Settling);
        yield return ("matrix", w => Told(w.Matrix(Transfer, [], [], out ImmutableArray<Problem> problems), problems));
        yield return ("open conflicts", w => w.OpenConflicts);
        yield return ("conflicts, timeline", w => w.Timeline(new TimelineQuery { MostInWords = WordsOfADay, MostDaysInWords = DaysInWords }));
        if (treaty.Length > 0)
        {
            yield return ("conflicts, matrix F", w => Told(w.Compliance(w.Model.Frameworks.First(f => f.Name == treaty), null, out ImmutableArray<Problem> problems), problems));
        }

        yield return ("interop", w => Told(w.Interop(Order(w, authorities[0]), Order(w, authorities[1]), [], 3, out ImmutableArray<Problem> problems), problems));
        yield return ("ground", w => Told(w.Ground("transfer PersonalData", Transfer[..1], Transfer[2], [.. authorities.Where(a => w.Model.Jurisdictions.Find(a) is not null).Take(6)], out ImmutableArray<Problem> problems), problems));
        yield return ("conflicts, gaps", w => Told(w.Gaps([], Transfer[1..2], null, 5, out ImmutableArray<Problem> problems), problems));
        if (workspace.ClauseCount <= MostForCoverage)
        {
            yield return ("coverage", w => w.CoverageInDepth());
        }

        yield return ("routes", w => Told(w.Routes(Transfer, "DE", "US", out ImmutableArray<Problem> problems), problems));
        yield return ("storage", w => Told(w.Storage(Transfer, ["DE", "US", "CN"], out ImmutableArray<Problem> problems), problems));
    }

    private static Symbol Order(Workspace workspace, string name) => workspace.Model.Frameworks.Select(f => f.Authority).OfType<Symbol>().First(a => a.Name == name);

    // A limit is told, so that no figure is that of an answer that was not given.
    private static object? Told(object? answer, ImmutableArray<Problem> problems)
    {
        if (answer is null)
        {
            Console.WriteLine($"  no answer: {string.Join(" ", problems)}");
        }

        return answer;
    }
}
