using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Conflicts;
using PolicyLang.Repairs;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc repair</c>: the smallest sets of amendments that remove conflicts.</summary>
internal static class RepairCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = GlobalOptions.Paths();
        Option<string> format = GlobalOptions.Format("text", "json");
        Option<string[]> between = ConflictsCommand.Between();
        Option<string[]> kind = ConflictsCommand.Kind();
        var command = new Command("repair", "Propose the smallest amendments that remove conflicts: yield, reserve, except, narrow, end. Nothing is written.") { paths, between, kind, format };
        command.SetAction((parsed, cancellation) =>
        {
            using Progress progress = Progress.Start("trying amendments", host);
            LoadedWorkspace loaded = LoadedWorkspace.Read(parsed.GetValue(paths) ?? [], host, judged: true);
            if (!SoundFiles.Tell(loaded, host))
            {
                host.Error.WriteLine("No repair is proposed while the files have errors.");
                return Task.FromResult(ExitCodes.Findings);
            }

            var filter = new ConflictFilter([.. parsed.GetValue(between) ?? []], [.. parsed.GetValue(kind) ?? []], false);
            KnownNames.Require(filter.Between, loaded.Workspace);
            ImmutableArray<Conflict> conflicts = [.. loaded.Workspace.OpenConflicts.Where(c => c.Status != ConflictStatus.Avoidable && filter.Shows(c))];
            var finder = new RepairFinder(loaded.Workspace, cancellation: cancellation);
            Dictionary<Conflict, ImmutableArray<Repair>> repairs = conflicts.ToDictionary(c => c, c => finder.Of(c));
            var report = new RepairReport(conflicts, repairs, finder.Plan(repairs));
            progress.Stop();
            if (parsed.GetValue(format) == "json")
            {
                host.Output.WriteLine(JsonText.Of(json => report.Write(json, loaded.Workspace)));
            }
            else
            {
                report.Write(new Ink(GlobalOptions.Color(parsed, host)), host.Output);
            }

            return Task.FromResult(conflicts.IsEmpty ? ExitCodes.Clean : ExitCodes.Findings);
        });
        return command;
    }
}
