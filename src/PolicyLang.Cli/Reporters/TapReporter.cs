using PolicyLang.Analysis;
using PolicyLang.Decisions;

namespace PolicyLang.Cli.Reporters;

/// <summary>Writes test results in the manner of the Test Anything Protocol.</summary>
internal static class TapReporter
{
    public static void Write(ImmutableArray<TestResult> results, ImmutableArray<CoveredPart> parts, TerminalWriter output)
    {
        output.Line($"1..{results.Length}");
        for (int i = 0; i < results.Length; i++)
        {
            TestResult result = results[i];
            output.Line($"{(result.Passed ? "ok" : "not ok")} {i + 1} - {result.Kind}: {result.Name.Replace("#", "\\#")}");
            foreach (ScenarioFailure failure in result.Failures)
            {
                output.Line($"  # {TestResult.Place(failure.Location)}: {failure.Message}");
            }
        }

        int failed = results.Count(r => !r.Passed);
        if (!parts.IsEmpty)
        {
            WriteCoverage(parts, output);
        }

        output.Line($"# {results.Length - failed} passed, {failed} failed");
    }

    private static void WriteCoverage(ImmutableArray<CoveredPart> parts, TerminalWriter output)
    {
        ImmutableArray<IGrouping<string, CoveredPart>> clauses = [.. parts.GroupBy(p => p.Clause.QualifiedName)];
        int touched = clauses.Count(c => c.Any(p => p.Covered));
        int covered = parts.Count(p => p.Covered);
        output.Line($"# coverage: {touched} of {clauses.Length} clauses ({Percent(touched, clauses.Length)}), {covered} of "
            + $"{parts.Length} regions ({Percent(covered, parts.Length)})");
        foreach (CoveredPart part in parts.Where(p => !p.Covered))
        {
            output.Line($"# not covered: {part.Clause.QualifiedName} where it {(part.Stands ? "stands" : "yields")}, for example "
                + $"{CaseSentence.Write(part.Example)}");
        }
    }

    private static string Percent(int part, int whole) => $"{100L * part / Math.Max(1, whole)} %";
}
