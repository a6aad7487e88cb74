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
        Report report = FindIn(loaded, DateArgument.Parse(question.On));
        return (loaded, baseline?.Compare(report) is not { } compared ? report : compared.Report with
        {
            Baseline = compared.Baseline,
            AsOf = report.AsOf,
            Law = report.Law,
            Where = report.Where,
            Ended = report.Ended,
        });
    }

    /// <summary>What there is to find.</summary>
    /// <param name="loaded">The files.</param>
    /// <param name="on">The day on which conflicts have to hold; null for all.</param>
    /// <exception cref="InputException">The conflicts of the day are beyond the budget.</exception>
    public static Report FindIn(LoadedWorkspace loaded, CalendarDay? on)
    {
        ImmutableArray<Diagnostic> findings = loaded.Diagnostics;
        if (on is not { } day)
        {
            return Report.Of(loaded.Workspace, loaded.Workspace.OpenConflicts, findings);
        }

        HashSet<string> there = [.. ConflictQuery.OfDay(loaded.Workspace, day).Select(c => c.Fingerprint)];
        return Report.Of(
            loaded.Workspace,
            [.. loaded.Workspace.OpenConflicts.Where(c => there.Contains(c.Fingerprint))],
            [.. findings.Where(f => f.Subject is not Conflict conflict || there.Contains(conflict.Fingerprint))]);
    }

    private sealed record CheckQuestion(string[] Paths, string? Law, string? AsOf, string? On, string? Baseline);
}
