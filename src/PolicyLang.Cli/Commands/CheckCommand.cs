using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;

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
        var command = new Command("check", "Report every mistake and every conflict in the files.") { paths, format, failOn, asOf };
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("checking", host);
            LoadedWorkspace loaded = LoadedWorkspace.Read(parsed.GetValue(paths) ?? [], host, DateArgument.Parse(parsed.GetValue(asOf)));
            var report = new Report(
                loaded.Workspace.Trees.Length,
                loaded.Workspace.ClauseCount,
                Finding.Pair(loaded.Diagnostics, loaded.Workspace.OpenConflicts),
                [.. loaded.Workspace.OpenConflicts.Where(ConflictFilter.IsOpen)]);
            progress.Stop();
            var ink = new Ink(GlobalOptions.Color(parsed, host));
            ReporterTable.Of(parsed.GetValue(format) ?? loaded.Output.Format ?? "text", ink, new JsonReporter(withDiagnostics: true)).Write(report, host.Output);
            return report.ExitCode(GlobalOptions.Severity(parsed.GetValue(failOn) ?? loaded.Output.FailOn ?? "error"));
        });
        return command;
    }
}
