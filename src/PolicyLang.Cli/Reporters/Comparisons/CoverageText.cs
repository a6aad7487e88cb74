using PolicyLang.Analysis;
using PolicyLang.Analysis.Coverage;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>What no scenario touches, for people.</summary>
internal sealed class CoverageText(IProse prose, bool all)
{
    private const int Most = 10;

    public void Write(CoverageReport report, DraftedScenarios? drafts, string? path)
    {
        ImmutableArray<CoveredPart> parts = [.. report.Parts.Where(p => p.Undecided is null)];
        Section(
            "parts of clauses", parts.Length,
            [.. parts.Where(p => !p.Covered).Select(p => (Name(p), p.Example))]);
        Section(
            "blocks of cases", report.Blocks.Length,
            [.. report.Blocks.Where(b => !b.Covered).Select(b => ($"{b.Clause.QualifiedName}: {b.Text}", b.Example))]);
        Section(
            "sides of boundaries", report.Sides.Length,
            [.. report.Sides.Where(s => !s.Covered).Select(s => (Name(s), s.Example))]);
        if (drafts is not null)
        {
            prose.Heading(drafts.Count == 0
                ? "There was nothing to draft; no file was written."
                : $"{WireNames.Count(drafts.Count, "scenario")} drafted in {path}, with the present answers: read them before you keep "
                    + "them.");
        }

        foreach (CaseFacts facts in drafts?.Unwritten ?? [])
        {
            prose.Line($"no scenario can say: {CaseSentence.Write(facts)}");
        }
    }

    private static string Name(CoveredPart part) => $"{part.Clause.QualifiedName} {(part.Stands ? "stands" : "yields")}"
        + (part.Untested is { } why ? $" (@untested {why})" : string.Empty);

    private static string Name(CoveredSide side) =>
        $"{side.Clause.QualifiedName}: {side.Attribute} {side.Value}, {(side.IsFirst ? "the first beyond" : "the last before")} a boundary";

    private void Section(string what, int count, (string Name, CaseFacts Case)[] untouched)
    {
        prose.Heading($"Scenarios touch {count - untouched.Length} of {count} {what}{(untouched.Length == 0 ? "." : "; not these:")}");
        foreach ((string name, CaseFacts facts) in all ? untouched : untouched.Take(Most))
        {
            prose.Line(name);
            prose.Item($"case: {CaseSentence.Write(facts)}");
        }

        if (!all && untouched.Length > Most)
        {
            prose.Line($"and {untouched.Length - Most} more (--all)");
        }
    }
}
