using System.CommandLine;
using PolicyLang.Analysis.Storage;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Comparisons;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc storage</c>: the fewest places in which data have to be stored.</summary>
internal static class StorageCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new ComparisonOptions(
            "Where the data come from, one place or several. name=value adds a fact, for example home=VN.", "text", "json", "markdown");
        var facts = new TransferFacts();
        Command command = options.Command(
            "storage",
            "Find the smallest set of places that satisfies every duty to store, or the clauses that make it impossible.",
            ["policyc storage VN CN --data PersonalData --actor ServiceProvider --on 2026-03-01 home=VN"],
            facts.Data, facts.Purpose, facts.Actor);
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("looking for places", host);
            if (ComparisonInput.Read(parsed, options, "No place is sought while the files have errors.", host) is not { } input)
            {
                return ExitCodes.Findings;
            }

            ImmutableArray<RawFact> told = facts.Read(parsed, input, "store", input.Day);
            StorageReport report = ComparisonInput.Answer(
                input.Workspace.Storage(told, [.. input.Words.Distinct()], out ImmutableArray<Problem> problems), problems);
            progress.Stop();
            input.WarnOfUndecided(report.Undecided);
            input.Tell(json => StorageJson.Write(json, report, told), () => new StorageText(input.Text, input.All).Write(report));

            return ExitCodes.Clean;
        });
        return command;
    }
}
