using System.CommandLine;
using PolicyLang.Analysis.Gaps;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Comparisons;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc gaps</c>: what the law leaves out.</summary>
internal static class GapsCommand
{
    private const int MostBlocks = 5;

    public static Command Create(CommandHost host)
    {
        var options = new ComparisonOptions(
            "Frameworks or legal orders whose law alone is meant; all where none is named. name=value narrows the cases.",
            "text", "json", "markdown");
        Option<string> failOn = FailOnAny();
        Command command = options.Command(
            "gaps",
            "Find what the law leaves out: the largest blocks of cases of which no rule speaks, law that parties to a treaty have not "
                + "made, parties of whose law nothing is known.",
            ["policyc gaps", "policyc gaps DGF --on 2033-01-01", "policyc gaps EU action=transfer --on today --fail-on any"],
            failOn);
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("looking for gaps", host);
            if (ComparisonInput.Read(parsed, options, "No gaps are sought while the files have errors.", host) is not { } input)
            {
                return ExitCodes.Findings;
            }

            GapReport report = ComparisonInput.Answer(
                input.Workspace.Gaps(
                    KnownNames.Orders(input.Words, input.Workspace), input.Facts, input.On, input.All ? int.MaxValue : MostBlocks,
                    out ImmutableArray<Problem> problems),
                problems);
            progress.Stop();
            input.WarnOfUndecided(report.Undecided);
            input.Tell(json => GapJson.Write(json, report), () => new GapText(input.Text, input.All).Write(report));

            return parsed.GetValue(failOn) is not null && !report.IsEmpty ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    /// <summary>The option of a command that fails only where it is asked to.</summary>
    public static Option<string> FailOnAny()
    {
        var option = new Option<string>("--fail-on")
        { Description = "The exit code is 1 where something is found; else it is 0.", HelpName = "any" };
        return option.AcceptOnlyFromAmong("any");
    }
}
