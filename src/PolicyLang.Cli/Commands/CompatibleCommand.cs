using System.CommandLine;
using PolicyLang.Analysis.Compatibility;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Comparisons;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;
using Symbol = PolicyLang.Semantics.Symbol;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc compatible</c>: whether an offer and a request can be met together.</summary>
internal static class CompatibleCommand
{
    private const int MostBlocks = 3;
    private const string Use = "Use: policyc compatible [PATH…] OFFER REQUEST [name=value…]";

    public static Command Create(CommandHost host)
    {
        var options = new ComparisonOptions(
            "The framework or legal order that offers, and the one that asks. name=value narrows the cases.", "text", "json", "markdown");
        Option<string> failOn = new("--fail-on")
        { Description = "none: exit code 1 where nothing can be met together; part: where not all can that is asked for.",
            HelpName = "none|part" };
        failOn.AcceptOnlyFromAmong("none", "part");
        Command command = options.Command(
            "compatible",
            "Say whether an offer and a request can be met together, where, and what stands in the way.",
            [
                "policyc compatible Offer Request",
                "policyc compatible offer.policy request.policy Offer Request --on 2026-03-01 --fail-on none",
            ],
            failOn);
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("comparing", host);
            if (ComparisonInput.Read(parsed, options, "Nothing is compared while the files have errors.", host) is not { } input)
            {
                return ExitCodes.Findings;
            }

            (Symbol first, Symbol second) = input.TwoLaws("An offer and a request are compared.", Use);
            ImmutableArray<RawFact> facts = input.FactsOnDay;
            CompatibilityReport report = ComparisonInput.Answer(
                input.Workspace.Compatible(
                    first, second, facts, input.All ? int.MaxValue : MostBlocks, out ImmutableArray<Problem> problems),
                problems);
            progress.Stop();
            input.WarnOfUndecided(report.Undecided);
            input.Tell(json => CompatibilityJson.Write(json, report, facts), () => new CompatibilityText(input.Text).Write(report));
            return parsed.GetValue(failOn) switch
            {
                "none" when report.Verdict == CompatibilityVerdict.None => ExitCodes.Findings,
                "part" when report.Verdict != CompatibilityVerdict.Whole => ExitCodes.Findings,
                _ => ExitCodes.Clean,
            };
        });
        return command;
    }
}
