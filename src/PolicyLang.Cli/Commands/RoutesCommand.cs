using System.CommandLine;
using PolicyLang.Analysis.Routes;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Comparisons;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc routes</c>: how data get from a place to another, hop by hop.</summary>
internal static class RoutesCommand
{
    private const string Use = "Use: policyc routes [PATH…] FROM TO --on DATE";

    public static Command Create(CommandHost host)
    {
        var options = new ComparisonOptions(
            "Where the data are, and where they are to go. name=value adds a fact to every transfer.", "text", "json", "markdown");
        var facts = new TransferFacts();
        Command command = options.Command(
            "routes",
            "Follow onward transfers: the cheapest lawful route and its safeguards, and routes that are open hop by hop and barred end to "
                + "end.",
            ["policyc routes DE US --data CustomerData --on 2026-03-01", "policyc routes GB JP --data Health --on today --format json"],
            facts.Data, facts.Purpose, facts.Actor);
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("looking for routes", host);
            if (ComparisonInput.Read(parsed, options, "No route is sought while the files have errors.", host) is not { } input)
            {
                return ExitCodes.Findings;
            }

            input.AtMost(2, Use);
            if (input.Words.Length < 2 || input.Words[0] == input.Words[1])
            {
                throw ComparisonInput.Refuse("A route has a beginning and another end.", Use);
            }

            ImmutableArray<RawFact> told = facts.Read(parsed, input, BuiltInAttributes.TransferAction, input.Day);
            RouteReport report = ComparisonInput.Answer(
                input.Workspace.Routes(told, input.Words[0], input.Words[1], out ImmutableArray<Problem> problems), problems);
            progress.Stop();
            input.WarnOfUndecided(report.Undecided);
            input.Tell(json => RouteJson.Write(json, report, told), () => new RouteText(input.Text, input.All).Write(report));

            return ExitCodes.Clean;
        });
        return command;
    }
}
