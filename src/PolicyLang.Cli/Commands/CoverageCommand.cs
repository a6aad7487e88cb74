using System.CommandLine;
using System.Text;
using PolicyLang.Analysis.Coverage;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Comparisons;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc coverage</c>: what no scenario touches, and drafts of scenarios for it.</summary>
internal static class CoverageCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new ComparisonOptions("Nothing but paths.", "text", "json", "markdown");
        Option<string> failOn = GapsCommand.FailOnAny();
        var write = new Option<string>("--write")
        {
            Description = "Draft a scenario for each case that is not touched, with the present answer as expectation, into a new file.",
            HelpName = "FILE.policy",
        };
        Command command = options.Command(
            "coverage",
            "Say which clauses, blocks of cases, boundary days and thresholds no scenario touches.",
            ["policyc coverage", "policyc coverage laws --all", "policyc coverage laws --write laws/drafts.policy"],
            write, failOn);
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("measuring", host);
            if (ComparisonInput.Read(parsed, options, "Nothing is measured while the files have errors.", host) is not { } input)
            {
                return ExitCodes.Findings;
            }

            input.AtMost(0, "Use: policyc coverage [PATH…] [--write FILE.policy]");
            string? path = parsed.GetValue(write);
            Refuse(path, host);
            CoverageReport report = input.Workspace.CoverageInDepth();
            DraftedScenarios? drafts = path is null ? null : ScenarioDrafts.Write(input.Workspace, report);
            progress.Stop();
            ProblemReporter.Report(
                [.. report.Undecided.Select(p => new InputProblem(p.Limit ?? LimitDiagnostics.Unanswered, p.Message))], host.Error);
            if (path is not null && drafts is { Count: > 0 })
            {
                var files = new FileSet(host);
                files.Write(host.FullPath(path), Encoding.UTF8.GetBytes(drafts.Text));
                files.Commit();
            }

            input.Tell(
                json => CoverageJson.Write(json, report, drafts),
                () => new CoverageText(input.Text, input.All).Write(report, drafts, path));

            return parsed.GetValue(failOn) is not null && !report.IsComplete ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    // Whoever has a file there would lose it.
    private static void Refuse(string? path, CommandHost host)
    {
        if (path is not null && !path.EndsWith(".policy", StringComparison.Ordinal))
        {
            throw ComparisonInput.Refuse($"'{path}' is no name of a policy file.", "Let it end with .policy.");
        }

        if (path is not null && (File.Exists(host.FullPath(path)) || Directory.Exists(host.FullPath(path))))
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.Unwritable, $"'{path}' is there already.", "Name a new file; nothing was written."));
        }
    }
}
