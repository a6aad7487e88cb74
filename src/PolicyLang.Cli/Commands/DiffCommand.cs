using System.CommandLine;
using PolicyLang.Analysis;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.LanguageService;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc diff</c>: what a new version of the law changes, in its clauses and in effect.</summary>
internal static class DiffCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> versions = GlobalOptions.Words(
            "OLD NEW",
            "Two versions: folders, files, REV:path or REV of git. Without NEW, the files as they are. "
                + "For example: policyc diff main:rules rules; policyc diff HEAD~1 HEAD; policyc diff draft-1 draft-2 --with laws.");
        versions.Arity = new ArgumentArity(1, 2);
        Option<string[]> with = new("--with")
        {
            Description = "Other law that stands beside both versions: files or folders; may be repeated.", HelpName = "PATH",
        };
        Option<string> failOn = FailOn();
        Option<string> on = new("--on") { Description = "Only what is decided otherwise on this day.", HelpName = "YYYY-MM-DD" };
        Option<string> asOf = GlobalOptions.AsOf();
        Option<bool> all = new("--all") { Description = "Tell every change, and all kinds of cases of each." };
        Option<string> format = GlobalOptions.Format("text", "json", "markdown");
        Option<string> law = GlobalOptions.Law();
        var command = new Command(
            "diff",
            "Compare two versions by what they mean: clauses, conflicts, and which cases are decided otherwise.")
        { versions, with, failOn, on, asOf, all, law, format };
        command.SetAction(parsed =>
        {
            string[] words = parsed.GetValue(versions) ?? [];
            using Progress progress = Progress.Start("comparing", host);
            VersionPair pair = VersionPair.Read(words[0], words.ElementAtOrDefault(1) ?? ".", parsed.GetValue(with) ?? [],
                parsed.GetValue(law), parsed.GetValue(asOf), host);
            var output = new ComparisonOutput(
                parsed.GetValue(format) ?? "text", parsed.GetValue(all), GlobalOptions.Color(parsed, host), host);
            if (!output.Accepts(pair.Old, $"No difference is told while '{words[0]}' has errors.")
                || !output.Accepts(pair.New, $"No difference is told while '{words.ElementAtOrDefault(1) ?? "."}' has errors."))
            {
                return ExitCodes.Findings;
            }

            VersionComparison comparison = pair.New.Workspace.CompareWith(pair.Old.Workspace, DateArgument.Parse(parsed.GetValue(on)));
            progress.Stop();
            output.Write(comparison);
            return ExitCode(comparison, parsed.GetValue(failOn));
        });
        return command;
    }

    /// <summary>From which level on the exit code is 1.</summary>
    public static Option<string> FailOn()
    {
        var failOn = new Option<string>("--fail-on")
        {
            Description = "The lightest change that makes the exit code 1; none does if nothing is said.", HelpName = "patch|minor|major",
        };
        return failOn.AcceptOnlyFromAmong("patch", "minor", "major");
    }

    /// <summary>The exit code of a comparison. What is not decided may be anything.</summary>
    public static int ExitCode(VersionComparison comparison, string? failOn) =>
        !comparison.Undecided.IsEmpty
            || (failOn is not null && comparison.Level >= Enum.GetValues<ChangeLevel>().First(l => WireNames.NameOf(l) == failOn))
            ? ExitCodes.Findings
            : ExitCodes.Clean;
}
