using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Conflicts;

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
        Option<string> law = GlobalOptions.Law();
        var command =
            new Command("check", "Report every mistake and every conflict in the files.") { paths, format, failOn, on, asOf, each,
            all, law };
        var output = new FindingsOutput(format, failOn, each, all, new JsonReporter(withDiagnostics: true), host);
        command.SetAction(parsed => output.Write(parsed, () =>
        {
            using Progress progress = Progress.Start("checking", host);
            LoadedWorkspace loaded =
                LoadedWorkspace.ReadWhatCanBe(
                    parsed.GetValue(paths) ?? [], host, parsed.GetValue(law), judged: true, parsed.GetValue(asOf));
            ImmutableArray<Conflict> conflicts = loaded.Workspace.OpenConflicts;
            ImmutableArray<Finding> findings = [.. loaded.Diagnostics.Select(Finding.FromDiagnostic)];
            if (DateArgument.Parse(parsed.GetValue(on)) is { } day)
            {
                HashSet<string> there = [.. ConflictQuery.OfDay(loaded.Workspace, day).Select(c => c.Fingerprint)];
                conflicts = [.. conflicts.Where(c => there.Contains(c.Fingerprint))];
                findings = [.. findings.Where(f => f.Conflict is null || there.Contains(f.Conflict.Fingerprint))];
            }

            return (loaded, new Report(
                loaded.Workspace.Trees.Length, loaded.Workspace.ClauseCount, findings, [.. conflicts.Where(c => c.IsOpen)])
            {
                AsOf = loaded.Workspace.Settings.AsOf,
                Law = loaded.Workspace.Law is { Trees.IsEmpty: false } used ? used : null,
                Where = (some, most) => loaded.Workspace.Where(some, most),
                Ended = conflicts.Count(c => c.Status == ConflictStatus.Ended),
            });
        }));
        return command;
    }
}
