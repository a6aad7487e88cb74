using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc conflicts</c>: the conflicts alone, filtered.</summary>
internal static class ConflictsCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = GlobalOptions.Paths();
        Option<string> format = GlobalOptions.Format(ReporterTable.Formats);
        Option<string> failOn = GlobalOptions.FailOn();
        Option<string> asOf = GlobalOptions.AsOf();
        Option<string[]> between = Between();
        Option<string[]> kind = Kind();
        Option<string[]> under = new("--under")
        { Description = "Only conflicts within the law of this order, or of this framework; may be repeated.", HelpName = "NAME" };
        Option<bool> all = new("--all") { Description = "Resolved, acknowledged and ended conflicts too, however many there are." };
        Option<string> on = GlobalOptions.On();
        Option<bool> each = GlobalOptions.Each();
        Option<string> inCase = new("--case")
        { Description = "Only conflicts that hold for the case in this JSON file, or - for standard input.", HelpName = "FILE.json" };
        Option<string> law = GlobalOptions.Law();
        var command =
            new Command("conflicts", "Report the conflicts between clauses.") { paths, format, failOn, between, kind, under, all, on, asOf,
            inCase, each, law };
        var output = new FindingsOutput(format, failOn, each, all, new JsonReporter(withDiagnostics: false), host);
        command.SetAction(parsed => output.Write(parsed, () =>
        {
            using Progress progress = Progress.Start("looking for conflicts", host);
            LoadedWorkspace loaded =
                LoadedWorkspace.ReadWhatCanBe(
                    parsed.GetValue(paths) ?? [], host, parsed.GetValue(law), judged: true, parsed.GetValue(asOf));
            var filter = new ConflictFilter(KnownNames.Sides([.. parsed.GetValue(between) ?? []], loaded.Workspace),
                [.. parsed.GetValue(kind) ?? []], parsed.GetValue(all))
            {
                Under = [.. KnownNames.Sides([.. parsed.GetValue(under) ?? []], loaded.Workspace).SelectMany(side => side)],
            };
            ImmutableArray<Conflict> conflicts =
            [
                .. ConflictQuery.Find(loaded.Workspace, parsed.GetValue(on), parsed.GetValue(inCase), parsed.GetValue(all), host)
                    .Where(filter.Shows),
            ];
            ImmutableArray<Diagnostic> undecided = [.. loaded.Workspace.UndecidedConflicts().Except(loaded.Diagnostics)];
            ImmutableArray<Diagnostic> errors = [.. Preflight.Errors(loaded), .. undecided];
            ILookup<string?, Diagnostic> diagnostics = loaded.Workspace.Diagnostics.ToLookup(d => (d.Subject as Conflict)?.Fingerprint);
            return (loaded, new Report(
                loaded.Workspace.Trees.Length,
                loaded.Workspace.ClauseCount,
                [.. errors.Select(error => new Finding(error, null)),
                    .. conflicts.Select(conflict => Finding.FromConflict(conflict, diagnostics))],
                conflicts)
            {
                AsOf = loaded.Workspace.Settings.AsOf,
                Where = (some, most) => loaded.Workspace.Where(some, most),
                All = parsed.GetValue(all),
                Ended = parsed.GetValue(all) ? 0 : loaded.Workspace.OpenConflicts.Count(c => c.Status == ConflictStatus.Ended),
                IsIncomplete = !errors.IsEmpty,
            });
        }));
        return command;
    }

    public static Option<string[]> Between() => new("--between")
    {
        Description = "Only conflicts that involve both: two legal orders, frameworks or clauses.",
        HelpName = "A B",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<string[]> Kind()
    {
        string[] kinds = [.. Enum.GetValues<ConflictKind>().Select(WireNames.NameOf), .. ConflictDiagnostics.All.Select(d => d.Code)];
        var option = new Option<string[]>("--kind") { Description = "Only conflicts of this kind, such as dilemma, or with this code, "
            + "such as PL4001; may be repeated.", HelpName = "KIND" };
        return option.AcceptOnlyFromAmong(kinds);
    }
}
