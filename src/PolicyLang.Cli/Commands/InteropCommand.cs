using System.CommandLine;
using PolicyLang.Analysis.Interop;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Comparisons;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;
using Symbol = PolicyLang.Semantics.Symbol;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc interop</c>: what two frameworks or legal orders have in common, and where they part.</summary>
internal static class InteropCommand
{
    private const int MostBlocks = 3;
    private const string Use = "Use: policyc interop [PATH…] A B [name=value…]";

    public static Command Create(CommandHost host)
    {
        var options = new ComparisonOptions(
            "Two frameworks or legal orders. name=value narrows the cases that are compared.", "text", "json", "markdown");
        Command command = options.Command(
            "interop",
            "Compare two frameworks or legal orders: where they say the same, where one is stricter or silent, where no act complies with "
                + "both.",
            [
                "policyc interop GDPR LGPD --on 2026-03-01 action=transfer",
                "policyc interop EU US laws --on today",
                "policyc interop GDPR PIPL data=Health --format json",
            ]);
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("comparing", host);
            if (ComparisonInput.Read(parsed, options, "Nothing is compared while the files have errors.", host) is not { } input)
            {
                return ExitCodes.Findings;
            }

            (Symbol first, Symbol second) = input.TwoLaws("Two frameworks or legal orders are compared.", Use);
            ImmutableArray<RawFact> facts = input.FactsOnDay;
            InteropReport report = ComparisonInput.Answer(
                input.Workspace.Interop(
                    first, second, facts, input.All ? int.MaxValue : MostBlocks, out ImmutableArray<Problem> problems),
                problems);
            progress.Stop();
            input.WarnOfUndecided(report.Undecided);
            input.Tell(json => InteropJson.Write(json, report, facts), () => new InteropText(input.Text, input.All).Write(report, facts));

            return ExitCodes.Clean;
        });
        return command;
    }
}
