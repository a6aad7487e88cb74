using System.Diagnostics;
using PolicyLang.Formatting;
using PolicyLang.Parsing;
using PolicyLang.Syntax;
using PolicyLang.Testing;

namespace PolicyLang.Benchmarks;

/// <summary>How long formatting a whole file of generated law takes in a warm process: the median of eleven runs, in milliseconds.</summary>
internal static class FormatTable
{
    /// <param name="args">Numbers of lines; 1,000 and 10,000 where none are given.</param>
    public static int Print(string[] args)
    {
        int[] sizes = args.Length > 0 ? [.. args.Select(int.Parse)] : [1_000, 10_000];
        Console.WriteLine($"{"lines",10}{"reading",12}{"formatting",12}{"per 1,000",12}   (ms, median of 11; reading is lexing and parsing)");
        foreach (int size in sizes)
        {
            string text = Text(size);
            Median(Math.Max(20, 200_000 / size), () => Formatter.Format(PolicyParser.Parse("law.policy", text)).Length);
            double reading = Median(11, () => PolicyParser.Parse("law.policy", text).Islands.Length);
            SyntaxTree tree = PolicyParser.Parse("law.policy", text);
            double formatting = Median(11, () => Formatter.Format(tree).Length);
            Console.WriteLine($"{size,10:N0}{reading,12:N2}{formatting,12:N2}{1_000 * formatting / size,12:N2}");
        }

        return 0;
    }

    /// <summary>Generated frameworks with about so many lines, as a drafter might leave them: everything at the margin.</summary>
    private static string Text(int lines)
    {
        var all = new List<string>();
        foreach (KeyValuePair<string, string> file in CorpusGenerator.Frameworks(lines, seed: 1).TakeWhile(_ => all.Count < lines))
        {
            all.AddRange(file.Value.Split('\n').Select(l => l.TrimStart()));
        }

        return string.Join("\n", all);
    }

    private static double Median(int runs, Func<int> work)
    {
        var times = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return times.Order().ElementAt(runs / 2);
    }
}
