using System.Diagnostics;
using PolicyLang.Analysis.Interop;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

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
            prose.Heading(Title(report, part));
            foreach (string block in part.Blocks)
            {
                prose.Line(block);
            }

            prose.Item($"case: {CaseSentence.Write(part.Case)}");
            prose.Item($"clauses: {Clauses(part.Clauses)}");
            if (!part.Shares.IsEmpty)
            {
                prose.Item($"of what either regulates: {string.Join("; ", part.Shares.Select(Share))}");
            }
        }

        foreach (InteropKind kind in Enum.GetValues<InteropKind>().Where(k => report.Parts.All(p => p.Kind != k)))
        {
            prose.Line(Nothing(report, kind));
        }
    }

    private string Clauses(ImmutableArray<string> clauses) => all || clauses.Length <= MostClauses
        ? string.Join(", ", clauses)
        : $"{string.Join(", ", clauses.Take(MostClauses))} and {clauses.Length - MostClauses} more (--all)";

    private static string Share(InteropShare share) =>
        $"{share.Attribute} {share.Part} of {share.Whole}{(share.Names.IsEmpty ? string.Empty : $" ({string.Join(", ", share.Names)})")}";

    private static string Title(InteropReport report, InteropPart part) => part.Kind switch
    {
        InteropKind.Incompatible => "Incompatible: no act complies with both",
        InteropKind.Common => $"Common: both {Word(part.First)}",
        InteropKind.StricterInFirst =>
            $"Stricter in {report.First}: it {Word(part.First, "s")}; {report.Second} {Word(part.Second, "s")}",
        InteropKind.StricterInSecond =>
            $"Stricter in {report.Second}: it {Word(part.Second, "s")}; {report.First} {Word(part.First, "s")}",
        InteropKind.SilentInFirst => $"Silent in {report.First}: {report.Second} {Word(part.Second, "s")}",
        InteropKind.SilentInSecond => $"Silent in {report.Second}: {report.First} {Word(part.First, "s")}",
        _ => throw new UnreachableException(),
    };

    private static string Nothing(InteropReport report, InteropKind kind) => kind switch
    {
        InteropKind.Incompatible => "Nowhere incompatible: some act complies with both.",
        InteropKind.Common => "No common answer.",
        InteropKind.StricterInFirst => $"Nowhere stricter in {report.First}.",
        InteropKind.StricterInSecond => $"Nowhere stricter in {report.Second}.",
        InteropKind.SilentInFirst => $"{report.First} speaks wherever {report.Second} does.",
        InteropKind.SilentInSecond => $"{report.Second} speaks wherever {report.First} does.",
        _ => throw new UnreachableException(),
    };

    private static string Word(Outcome? outcome, string ending = "") => outcome switch
    {
        Outcome.Permitted => $"permit{ending}",
        Outcome.Prohibited => $"prohibit{ending}",
        Outcome.Conflicting => $"contradict{ending} {(ending.Length > 0 ? "itself" : "themselves")}",
        Outcome.Unregulated => WireNames.NameOf(Outcome.Unregulated),
        null => string.Empty,
        _ => throw new UnreachableException(),
    };
}
