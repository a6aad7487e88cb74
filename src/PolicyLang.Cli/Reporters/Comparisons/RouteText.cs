using System.Diagnostics;
using PolicyLang.Analysis;
using PolicyLang.Analysis.Routes;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>Routes for people.</summary>
internal sealed class RouteText(IProse prose, bool all)
{
    private const int MostDetours = 5;

    public void Write(RouteReport report)
    {
        prose.Heading($"Directly, {Say(report.Direct)}");
        if (report.Cheapest.IsEmpty)
        {
            prose.Heading("No lawful route, whatever the actor adds.");
        }
        else
        {
            prose.Heading($"The cheapest lawful route, {WireNames.Count(report.Cheapest.Length, "transfer")}, "
                + $"{WireNames.Count(report.Cost, "safeguard")}"
                + (report.IsBarredEndToEnd ? ", open hop by hop and barred end to end:" : ":"));
            foreach (RouteHop hop in report.Cheapest)
            {
                prose.Line(Say(hop));
            }
        }

        WriteDetours(report);
    }

    private void WriteDetours(RouteReport report)
    {
        if (report.Detours.IsEmpty)
        {
            return;
        }

        prose.Heading($"Open hop by hop as it is, and barred from {report.Direct.From.Name} to {report.Direct.To.Name}:");
        foreach (Detour detour in all ? report.Detours : report.Detours.Take(MostDetours))
        {
            prose.Line($"via {detour.Via.Title}: {Say(detour.First)}, then {Say(detour.Second)}");
        }

        if (!all && report.Detours.Length > MostDetours)
        {
            prose.Line($"and {report.Detours.Length - MostDetours} more (--all)");
        }
    }

    private static string Say(RouteHop hop) => $"{hop.From.Name} to {hop.To.Name}: {Say(hop.Cell)}";

    private static string Say(MatrixCell cell)
    {
        string by = cell.Clauses.IsEmpty ? string.Empty : $" by {CaseSentence.List(cell.Clauses, "and")}";
        return cell.Answer switch
        {
            TransferAnswer.Free => $"permitted{by}",
            TransferAnswer.Safeguards => $"prohibited{by}; {WaySentences.Sentences([Cheapest(cell)], CaseFacts.None).First()}",
            TransferAnswer.Prohibited => $"prohibited{by}, whatever is added",
            TransferAnswer.Conflicting => $"conflicting{by}",
            TransferAnswer.Unregulated => "no rule here",
            TransferAnswer.Impossible => "cannot occur",
            _ => throw new UnreachableException(),
        };
    }

    private static CaseFacts Cheapest(MatrixCell cell) => cell.Ways.OrderBy(w => w.Facts.Length).First();
}
