using System.Diagnostics;
using PolicyLang.Analysis.Ground;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Reporters.Grids;
using PolicyLang.LanguageServer.Reports.Grids;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>Common ground for people.</summary>
internal sealed class GroundText(ComparisonInput input, TextWriter output)
{
    private const int MostBundles = 5;
    private const int MostClauses = 5;

    public void Write(GroundReport report)
    {
        Grid grid = Table(report);
        if (input.Format == "markdown")
        {
            output.Write(GridMarkup.Markdown(grid));
        }
        else
        {
            new GridTerminal(input.Ink, new TerminalWriter(output)).Write(grid);
        }

        IProse prose = Prose.For(input.Format, input.Ink, output);
        GroundPair[] both = [.. report.Pairs.Where(p => p.From < p.To && IsOpen(report, p) && IsOpen(report, (p.To, p.From)))
            .Select(p => new GroundPair(report.Parties[p.From].Name, report.Parties[p.To].Name))];
        prose.Heading($"Open both ways: {(both.Length == 0 ? "none" : string.Join(", ", both.Select(p => $"{p.From}-{p.To}")))}");
        WriteBundles(report, prose);
        if (!report.Closing.IsEmpty)
        {
            prose.Heading("Clauses that close most:");
            WriteSome(report.Closing.Select(c => $"{c.Clause}: {WireNames.Count(c.Pairs, "pair")}"), MostClauses, prose);
        }
    }

    private void WriteBundles(GroundReport report, IProse prose)
    {
        (int From, int To)[] never = [.. report.Pairs.Where(p => Cell(report, p) is { Outcome: not null, IsOpen: false, CanOpen: false })];
        (int From, int To)[] closed = [.. report.Pairs.Where(p => Cell(report, p) is { Outcome: not null, IsOpen: false, CanOpen: true })];
        if (never.Length > 0)
        {
            prose.Heading("Closed whatever is added:");
            WriteSome(never.Select(p => $"{Arrow(report, p)} by {string.Join(", ", Cell(report, p).Closing)}"), MostBundles, prose);
        }

        if (closed.Length == 0)
        {
            prose.Heading(never.Length > 0 ? "No other pair is closed." : "No pair is closed.");
        }
        else if (report.Bundles.IsEmpty)
        {
            prose.Heading(report.BundlesAreComplete
                ? $"No one bundle opens {Count(closed)}; ask among fewer of them."
                : $"Whether one bundle opens {Count(closed)} is not known (PL9003).");
        }
        else
        {
            string pairs = string.Join(", ", closed.Select(p => Arrow(report, p)));
            prose.Heading($"Smallest bundles that open {Count(closed)} ({pairs}) and leave the open ones open; each suffices, and no part "
                + "of it does:");
            WriteSome(WaySentences.Sentences(report.Bundles, CaseFacts.None), MostBundles, prose);
        }
    }

    private static string Count((int, int)[] pairs) => pairs.Length == 1 ? "the closed pair" : $"all {pairs.Length} closed pairs";

    private void WriteSome(IEnumerable<string> lines, int most, IProse prose)
    {
        string[] told = [.. lines];
        foreach (string line in input.All ? told : told.Take(most))
        {
            prose.Line(line);
        }

        if (!input.All && told.Length > most)
        {
            prose.Line($"and {told.Length - most} more (--all)");
        }
    }

    private static Grid Table(GroundReport report) => new(
        CaseSentence.Write(report.Case),
        "from",
        "to",
        [.. report.Parties.Select(p => GridText.Of(p.Name))],
        [
            .. report.Parties.Select((p, i) => new GridRow(
                new GridText(p.Name, p.Name), [.. report.Rows[i].Select(Entry)])),
        ],
        ["P permitted, X prohibited, ! conflicting, . no rule; where a bloc is named, the strictest of its members"],
        []);

    private static GridCell Entry(GroundCell cell) => cell.Outcome switch
    {
        null => new GridCell(GridText.Of("-"), Tone.Quiet),
        Outcome.Permitted => new GridCell(new GridText("P", "permitted"), Tone.Good),
        Outcome.Prohibited => new GridCell(new GridText("X", "prohibited"), Tone.Bad),
        Outcome.Conflicting => new GridCell(new GridText("!", "conflicting"), Tone.Bad),
        Outcome.Unregulated => new GridCell(new GridText(".", "no rule"), Tone.Quiet),
        _ => throw new UnreachableException(),
    };

    private static GroundCell Cell(GroundReport report, (int From, int To) pair) => report.Rows[pair.From][pair.To];

    private static bool IsOpen(GroundReport report, (int From, int To) pair) => Cell(report, pair).IsOpen;

    private static string Arrow(GroundReport report, (int From, int To) pair) =>
        $"{report.Parties[pair.From].Name}->{report.Parties[pair.To].Name}";

    private sealed record GroundPair(string From, string To);
}
