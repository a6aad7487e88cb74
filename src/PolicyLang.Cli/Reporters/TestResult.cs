using PolicyLang.Analysis;
using PolicyLang.Cli.Inputs;
using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>A scenario or check that was run.</summary>
/// <param name="Name">Its title.</param>
/// <param name="Kind">"scenario" or "check".</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Failures">What was not as expected, with its place; empty where it passed.</param>
internal sealed record TestResult(string Name, string Kind, Location Location, ImmutableArray<ScenarioFailure> Failures)
{
    public bool Passed => Failures.IsEmpty;

    public static TestResult FromResult(ScenarioResult result) =>
        new(result.Scenario.Title, "scenario", result.Scenario.Head,
        result.IsDecided ? result.Failures : [.. result.Failures.Select(Coded)]);

    public static TestResult FromResult(CheckResult result) =>
        new(result.Check.Title, "check", result.Location,
            result.Failure is null
            ? []
            : [result.IsDecided
            ? new ScenarioFailure(result.Location, result.Failure)
            : Coded(new ScenarioFailure(result.Location, result.Failure))]);

    /// <summary>A file that could not be read: whatever it was to prove has not passed.</summary>
    public static TestResult OfUnread(InputProblem problem)
    {
        Diagnostic finding = problem.ToFinding(ProjectFile.FileName);
        return new TestResult(finding.Location.File, "file", finding.Location,
            [new ScenarioFailure(finding.Location, $"{finding.Code}: {finding.Message}")]);
    }

    private static ScenarioFailure Coded(ScenarioFailure undecided) =>
        undecided with { Message = $"{LimitDiagnostics.Unanswered.Code}: {undecided.Message}" };

    /// <summary>"file:line:column" of a place.</summary>
    public static string Place(Location location) => Display.Place(location);
}
