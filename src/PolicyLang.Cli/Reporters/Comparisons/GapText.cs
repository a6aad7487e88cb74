using PolicyLang.Analysis.Gaps;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>What the law leaves out, for people.</summary>
internal sealed class GapText(IProse prose, bool all)
{
    private const int MostMissing = 10;

    public void Write(GapReport report)
    {
        prose.Heading(report.Blocks.IsEmpty
            ? "No case is left unregulated."
            : "No rule speaks of these cases, whose acts and data rules speak of elsewhere; the most general first:");
        foreach (UnregulatedBlock block in report.Blocks)
        {
            prose.Line(block.Text);
            prose.Item($"case: {CaseSentence.Write(block.Case)}");
        }

        if (report.Rest is { } rest)
        {
            prose.Line($"and more{(all ? string.Empty : " (--all)")}, for example: {CaseSentence.Write(rest)}");
        }

        prose.Heading(report.Missing.IsEmpty ? "No party lacks law that a treaty asks for." : "Law that parties have not made:");
        foreach (Conflict conflict in all ? report.Missing : report.Missing.Take(MostMissing))
        {
            prose.Line($"{string.Join(" and ", conflict.Clauses)}: {string.Join(", ", conflict.Parties.Select(p => p.Party))}");
            prose.Item($"case: {CaseSentence.Write(conflict.Witness)}");
        }

        if (!all && report.Missing.Length > MostMissing)
        {
            prose.Line($"and {report.Missing.Length - MostMissing} more (--all)");
        }

        foreach (IGrouping<string, PartyWithoutLaw> treaty in report.WithoutLaw.GroupBy(w => w.Treaty))
        {
            prose.Heading($"Parties to {treaty.Key} without law here, so that nothing was looked at: "
                + string.Join(", ", treaty.Select(w => w.Party)));
        }
    }
}
