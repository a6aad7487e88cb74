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
        ImmutableArray<CoveredPart> excused = [.. parts.Where(p => !p.Covered && p.Untested is not null)];
        ImmutableArray<CoveredPart> counted = [.. parts.Except(excused)];
        ImmutableArray<IGrouping<string, CoveredPart>> clauses = [.. counted.GroupBy(p => p.Clause.QualifiedName)];
        int touched = clauses.Count(c => c.Any(p => p.Covered));
        int covered = counted.Count(p => p.Covered);
        string reasons = excused.IsEmpty ? string.Empty : $", {excused.Length} untested with a reason";
        output.Line($"# coverage: {touched} of {clauses.Length} clauses ({Percent(touched, clauses.Length)}), {covered} of "
            + $"{counted.Length} regions ({Percent(covered, counted.Length)}){reasons}");
        foreach (CoveredPart part in counted.Where(p => !p.Covered))
        {
            output.Line($"# not covered: {Name(part)}, for example {CaseSentence.Write(part.Example)}");
        }

        foreach (CoveredPart part in excused)
        {
            output.Line($"# untested: {Name(part)}: {part.Untested}");
        }
    }

    private static string Name(CoveredPart part) => $"{part.Clause.QualifiedName} where it {(part.Stands ? "stands" : "yields")}";

    private static string Percent(int part, int whole) => $"{100L * part / Math.Max(1, whole)} %";
}
