using System.CommandLine;
using PolicyLang.Analysis.Ground;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Comparisons;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc ground</c>: between whom transfers are open, and what would open the others.</summary>
internal static class GroundCommand
{
    private const string Among = "among";
    private const string Use = "Use: policyc ground [PATH…] \"PATTERN\" among PLACE PLACE… --on DATE";

    public static Command Create(CommandHost host)
    {
        var options = new ComparisonOptions(
            "The transfers as in a check, in quotes; then 'among' and two or more places or blocs. name=value adds a fact.",
            "text", "json", "markdown");
        var actor = new Option<string>("--actor")
        {
            Description = $"The roles of whoever does it; {TransferFacts.UsualActors} unless this or the pattern says otherwise.",
            HelpName = "ROLE,ROLE",
        };
        Command command = options.Command(
            "ground",
            "Find common ground: which transfers are open between which parties, and the smallest bundles of safeguards and facts that "
                + "open the closed ones for all.",
            [
                "policyc ground \"transfer CustomerData\" among DE GB BR US VN GH --on 2026-03-01 --actor Exporter,Controller",
                "policyc ground \"transfer Health for Research\" among EEA GB JP --on today",
            ],
            actor);
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("looking for common ground", host);
            if (ComparisonInput.Read(parsed, options, "No common ground is sought while the files have errors.", host) is not { } input)
            {
                return ExitCodes.Findings;
            }

            int at = input.Words.IndexOf(Among);
            ImmutableArray<string> names =
                [.. input.Words.Skip(at + 1).SelectMany(w => w.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct()];
            if (at < 1 || names.Length < 2)
            {
                throw ComparisonInput.Refuse("A pattern, 'among', and two or more places are needed.", Use);
            }

            ImmutableArray<RawFact> facts =
            [
                new RawFact(BuiltInAttributes.Date, [input.Day.ToString()]),
                .. parsed.GetValue(actor) is { } roles
                    ? [CaseInput.ParseArgument($"{BuiltInAttributes.Actor}={roles}")]
                    : Array.Empty<RawFact>(),
                .. input.Facts,
            ];
            GroundReport report = ComparisonInput.Answer(
                input.Workspace.Ground(
                    string.Join(' ', input.Words.Take(at)), facts,
                    CaseInput.ParseArgument($"{BuiltInAttributes.Actor}={TransferFacts.UsualActors}"), names,
                    out ImmutableArray<Problem> problems),
                problems);
            progress.Stop();
            input.WarnOfUndecided(report.Undecided);
            if (!report.BundlesAreComplete)
            {
                ProblemReporter.Report(
                    [new InputProblem(LimitDiagnostics.WaysCutOff, "There may be more bundles than those told.",
                        "State what is there already, or ask among fewer.")], host.Error);
            }

            input.Tell(json => GroundJson.Write(json, report), () => new GroundText(input, host.Output).Write(report));

            return ExitCodes.Clean;
        });
        return command;
    }
}
