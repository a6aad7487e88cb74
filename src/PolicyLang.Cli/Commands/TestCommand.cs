using System.CommandLine;
using PolicyLang.Analysis;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc test</c>: scenarios and checks.</summary>
internal static class TestCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = GlobalOptions.Paths();
        Option<string> format = GlobalOptions.Format(["text", "junit"]);
        Option<bool> coverage = new("--coverage")
        { Description = "List the parts of clauses that no scenario touches, each with a case to write one about." };
        Option<string> law = GlobalOptions.Law();
        var command = new Command("test", "Run the scenarios and prove the checks.") { paths, format, coverage, law };
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("testing", host);
            LoadedWorkspace loaded = LoadedWorkspace.ReadWhatCanBe(parsed.GetValue(paths) ?? [], host, parsed.GetValue(law));
            bool sound = Preflight.Report(loaded, host);
            ImmutableArray<TestResult> run =
                [.. loaded.Workspace.RunScenarios().Select(TestResult.FromResult),
                .. loaded.Workspace.ProveChecks().Select(TestResult.FromResult)];
            ImmutableArray<TestResult> results =
                [.. run.Concat(UnreadTests.Find(loaded.Workspace, run)).OrderBy(r => r.Location.File, StringComparer.Ordinal)
                    .ThenBy(r => r.Location.Span.Start)];
            ImmutableArray<CoveredPart> parts = parsed.GetValue(coverage) ? Coverage(loaded) : [];
            progress.Stop();
            results = [.. loaded.Problems.Select(TestResult.OfUnread), .. results];
            ProblemReporter.Report(loaded.Problems, host.Error);
            ProblemReporter.Report([.. parts.Select(p => p.Undecided).OfType<Problem>()
                .Select(p => new InputProblem(p.Limit ?? LimitDiagnostics.Unanswered, p.Message))], host.Error);
            if (parsed.GetValue(format) == "junit")
            {
                JunitReporter.Write(results, host.Output);
            }
            else
            {
                TapReporter.Write(results, [.. parts.Where(p => p.Undecided is null)], new TerminalWriter(host.Output));
            }

            return !loaded.Problems.IsEmpty ? ExitCodes.Usage
                : sound && results.All(r => r.Passed) && parts.All(p => p.Undecided is null) ? ExitCodes.Clean
                : ExitCodes.Findings;
        });
        return command;
    }

    // What is made up for the scenarios of a library is no law of it.
    private static ImmutableArray<CoveredPart> Coverage(LoadedWorkspace loaded) =>
        [.. loaded.Workspace.Coverage().Where(p => !loaded.IsLibrary || !LawListing.HasScenarios(p.Clause.Location.File))];
}
