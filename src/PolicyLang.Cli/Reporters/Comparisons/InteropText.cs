using PolicyLang.Analysis.Interop;
using PolicyLang.Decisions;
using PolicyLang.LanguageService.Wording;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>A comparison of two laws for people.</summary>
/// <param name="prose">Where it goes.</param>
/// <param name="all">Whether every clause is told.</param>
internal sealed class InteropText(IProse prose, bool all)
{
    private const int MostClauses = 8;

    public void Write(InteropReport report, ImmutableArray<RawFact> facts)
    {
        string where = facts.IsEmpty ? string.Empty
            : $", where {string.Join(", ", facts.Select(f => $"{f.Attribute}={string.Join(',', f.Values)}"))}";
        prose.Heading($"{report.First} and {report.Second}{where}");
        if (report.Parts.IsEmpty)
        {
            prose.Line("Neither says anything of these cases.");
        }

        foreach (InteropPart part in report.Parts)
        {
            prose.Heading(InteropWords.Title(report, part));
            foreach (string block in part.Blocks.Select(b => b.Written))
            {
                prose.Line(block);
            }

            prose.Item($"case: {CaseSentence.Write(part.Case)}");
            prose.Item($"clauses: {Clauses(part.Clauses)}");
            if (!part.Shares.IsEmpty)
            {
                prose.Item($"of what either regulates: {string.Join("; ", part.Shares.Select(InteropWords.Share))}");
            }
        }

        foreach (string line in InteropWords.Nothing(report))
        {
            prose.Line(line);
        }
    }

    private string Clauses(ImmutableArray<string> clauses) => all || clauses.Length <= MostClauses
        ? string.Join(", ", clauses)
        : $"{string.Join(", ", clauses.Take(MostClauses))} and {clauses.Length - MostClauses} more (--all)";
}
