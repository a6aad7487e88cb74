using PolicyLang.Analysis;
using PolicyLang.Analysis.Coverage;
using PolicyLang.LanguageServer.Reports.Grids;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>What the scenarios touch, and what nobody has tried.</summary>
internal static class CoverageSection
{
    private const int MostTold = 20;

    public static ReportSection Build(ReportFacts facts, bool all)
    {
        CoverageReport report = facts.Coverage;
        if (report.Parts.IsEmpty)
        {
            return new ReportSection(
                "coverage", "What scenarios touch", "The files have no clause of conduct of their own: there is nothing to touch.", []);
        }

        const string title = "Cases that no scenario is about";
        UntouchedCase[] untouched =
            [.. report.Untouched().Select(u => new UntouchedCase(u.Title, CaseSentence.Write(facts.Names.Of(u.Case))))];
        UntouchedCase[] told = all ? untouched : [.. untouched.Take(MostTold)];
        return new ReportSection(
            "coverage", "What scenarios touch",
            "A scenario is a case whose answer somebody wrote down and the files confirm. Of each clause of the files there is to be "
                + "touched: the cases in which it stands and those in which it yields, each kind of case, and both sides of each boundary.",
            [
                new Table(
                    "Touched by scenarios", ["What", "Touched", "Of", "Share"],
                    [
                        Row("parts of clauses", report.Parts.Count(p => p.Covered), report.Parts.Length),
                        Row("blocks of cases", report.Blocks.Count(b => b.Covered), report.Blocks.Length),
                        Row("sides of boundaries", report.Sides.Count(s => s.Covered), report.Sides.Length),
                    ]),
                .. told.Length == 0
                    ? Array.Empty<Block>()
                    :
                    [
                        new Fold(
                            told.Length < untouched.Length ? $"{title}: {told.Length} of {untouched.Length}" : $"{title}: {told.Length}",
                            [
                                new Table(
                                    title, ["What is not touched", "A case"],
                                    [.. told.Select(u => new TableRow([u.Title, u.Case]))]),
                            ]),
                    ],
                .. Scenarios(facts),
            ]);
    }

    private static TableRow Row(string what, int covered, int all) => new(
        [what, $"{covered}", $"{all}", all == 0 ? "\u2013" : $"{100L * covered / all} %"]);

    private static IEnumerable<Block> Scenarios(ReportFacts facts)
    {
        ImmutableArray<ScenarioResult> results = facts.Workspace.RunScenarios();
        ImmutableArray<CheckResult> checks = facts.Workspace.ProveChecks();
        int failed = results.Count(r => !r.Passed);
        int refuted = checks.Count(c => c.Failure is not null);
        yield return new Paragraph(
            (results.IsEmpty ? "The files have no scenarios."
                : $"{WireNames.Count(results.Length, "scenario", "scenarios")} in the files; "
                    + (failed == 0 ? "nothing comes out otherwise than expected." : $"{failed} of them otherwise than expected."))
            + (checks.IsEmpty ? string.Empty
                : $" {WireNames.Count(checks.Length, "check")}: "
                    + (refuted == 0 ? "all are proved." : $"{refuted} are not proved.")));
    }

    private sealed record UntouchedCase(string Title, string Case);
}
