using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Conflicts;
using PolicyLang.Repairs;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc repair</c>: the smallest sets of amendments that remove conflicts.</summary>
internal static class RepairCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = GlobalOptions.Paths();
        Option<string> format = GlobalOptions.Format("text", "json");
        Option<string> asOf = GlobalOptions.AsOf();
        Option<string[]> between = ConflictsCommand.Between();
        Option<string[]> kind = ConflictsCommand.Kind();
        Option<string> change = new("--change")
        {
            Description =
                "What may be amended: frameworks or legal orders, with commas between them, or 'parties' for what they adopt and reserve. "
                + "Without it, what policy.json calls 'mine'; else the policies of organisations; else everything.",
            HelpName = "NAMES",
        };
        Option<int?> write = new("--write") { Description = "Write the proposal of this number into the files.", HelpName = "N" };
        Option<bool> dryRun = new("--dry-run") { Description = "Show what would be written, as a patch; nothing is written." };
        Option<string> law = GlobalOptions.Law();
        var command =
            new Command("repair",
            "Propose the smallest amendments that remove conflicts: yield, invoke, reserve, except, ask for a safeguard, narrow, end. "
            + "Nothing is written unless asked for.") { paths, between, kind, change, write, dryRun, asOf, law, format };
        command.SetAction((parsed, cancellation) =>
        {
            using Progress progress = Progress.Start("trying amendments", host);
            LoadedWorkspace loaded = LoadedWorkspace.Read(
                parsed.GetValue(paths) ?? [], host, parsed.GetValue(law), judged: true, parsed.GetValue(asOf));
            Workspace workspace = loaded.Workspace;
            if (!Preflight.OrRefuse(loaded, "No repair is proposed while the files have errors.", parsed.GetValue(format) == "json", host))
            {
                return Task.FromResult(ExitCodes.Findings);
            }

            var filter = new ConflictFilter(
                KnownNames.Sides([.. parsed.GetValue(between) ?? []], workspace), [.. parsed.GetValue(kind) ?? []], false);
            string[] changed = (parsed.GetValue(change) ?? string.Empty)
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            KnownNames.RequireLaw(changed, workspace);
            OwnLaw own = changed.Length > 0 ? new OwnLaw(workspace.Model, changed) : workspace.GetOwnLaw(cancellation);
            ImmutableArray<Conflict> conflicts =
                [.. workspace.OpenConflicts.Where(c => c.Status != ConflictStatus.Avoidable && filter.Shows(c))];
            RepairReport report = RepairReport.Find(workspace, own, conflicts, cancellation);
            progress.Stop();
            if (parsed.GetValue(dryRun) || parsed.GetValue(write) is not null)
            {
                RepairWriter.Write(report.Proposal(parsed.GetValue(write)), workspace, parsed.GetValue(dryRun), host);
                return Task.FromResult(ExitCodes.Clean);
            }

            if (parsed.GetValue(format) == "json")
            {
                host.Output.WriteLine(JsonText.Write(json => RepairJson.Write(json, report, workspace)));
            }
            else
            {
                RepairText.Write(report, new AnsiStyle(GlobalOptions.Color(parsed, host)), new TerminalWriter(host.Output));
            }

            return Task.FromResult(conflicts.IsEmpty ? ExitCodes.Clean : ExitCodes.Findings);
        });
        return command;
    }
}
