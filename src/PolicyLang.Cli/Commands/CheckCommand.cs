using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc check</c>: every finding in the files.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = GlobalOptions.Paths();
        Option<string> format = GlobalOptions.Format(ReporterTable.Formats);
        Option<string> failOn = GlobalOptions.FailOn();
        Option<string> asOf = GlobalOptions.AsOf();
        Option<string> on = GlobalOptions.On();
        Option<bool> each = GlobalOptions.Each();
        Option<bool> all = new("--all")
        {
            Description = "Tell all that is found, however much it is; in SARIF acknowledged conflicts, too.",
        };
        Option<string> baseline = new("--baseline")
        {
            Description = "The JSON of an earlier check: what it found is left out, what is gone is named as fixed. Conflicts are matched "
                + "by code, clauses and party, never by line.",
            HelpName = "FILE.json",
        };
        Option<bool> watch = new("--watch") { Description = "Check again whenever a file changes, until Ctrl-C." };
        Option<string> law = GlobalOptions.Law();
        var command =
            new Command("check", "Report every mistake and every conflict in the files.") { paths, format, failOn, on, asOf, each,
            all, baseline, watch, law };
        var output = new FindingsOutput(format, failOn, each, all, new JsonReporter(withDiagnostics: true), host);
        command.SetAction(parsed =>
        {
            int Check() => output.Write(parsed, () => Find(
                new CheckQuestion(parsed.GetValue(paths) ?? [], parsed.GetValue(law), parsed.GetValue(asOf), parsed.GetValue(on),
                    parsed.GetValue(baseline)), host));
            return parsed.GetValue(watch) ? FileWatch.Run(parsed.GetValue(paths) ?? [], Check, host) : Check();
        });
        return command;
    }

    private static (LoadedWorkspace Loaded, Report Report) Find(CheckQuestion question, CommandHost host)
    {
        using Progress progress = Progress.Start("checking", host);
        BaselineFile? baseline = question.Baseline is { } file ? BaselineFile.Read(file, host) : null;
        LoadedWorkspace loaded = LoadedWorkspace.ReadWhatCanBe(question.Paths, host, question.Law, judged: true, question.AsOf);
        Report report = Report.Find(
            loaded.Workspace, loaded.Diagnostics, DateArgument.Parse(question.On), out ImmutableArray<Problem> undecided)
            ?? throw CaseInput.Refuse(undecided);
        return (loaded, baseline?.Compare(report) is not { } compared ? report : compared.Report with
        {
            Baseline = compared.Baseline,
            AsOf = report.AsOf,
            Law = report.Law,
            Where = report.Where,
            Ended = report.Ended,
        });
    }

    private sealed record CheckQuestion(string[] Paths, string? Law, string? AsOf, string? On, string? Baseline);
}
