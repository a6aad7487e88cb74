using System.CommandLine;
using PolicyLang.Analysis;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc timeline</c>: every day on which some answer changes, why, and what.</summary>
internal static class TimelineCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> words = GlobalOptions.Words(
            "paths and names",
            "Files, folders or globs; and frameworks or legal orders, to be told only of what their law takes part in. "
                + "For example: policyc timeline laws GDPR; policyc timeline --within 90d --fail-on any.");
        Option<string> within = new("--within")
        {
            Description = "Only the days of a time to come, such as 90d, 12w, 6m or 1y, from the day of --as-of, else from today.",
            HelpName = "LENGTH",
        };
        Option<string[]> kind = ConflictsCommand.Kind();
        kind.Description = "Only conflicts of this kind, such as treaty-breach, or with this code, such as PL4005; may be repeated.";
        Option<bool> ics = new("--ics") { Description = "Write a calendar (iCalendar) with an entry for each day." };
        Option<string> failOn = new("--fail-on")
        { Description = "With --within: make the exit code 1 if there is any such day.", HelpName = "any" };
        failOn.AcceptOnlyFromAmong("any");
        Option<string> asOf = GlobalOptions.AsOf();
        Option<bool> all = new("--all") { Description = "Tell every change, and all kinds of cases of each." };
        Option<string> format = GlobalOptions.Format("text", "json", "markdown");
        Option<string> law = GlobalOptions.Law();
        var command = new Command("timeline", "Tell every day on which some answer changes, why, and what changes.")
        { words, within, kind, ics, failOn, asOf, all, law, format };
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("comparing days", host);
            MixedArguments arguments = MixedArguments.Split(parsed.GetValue(words) ?? [], host);
            LoadedWorkspace loaded = LoadedWorkspace.Read(
                arguments.Paths, host, parsed.GetValue(law), judged: true, parsed.GetValue(asOf));
            bool json = parsed.GetValue(format) == "json";
            string[] kinds = parsed.GetValue(kind) ?? [];
            DayRange? window = parsed.GetValue(within) is { } length
                ? DayLength.Window(length, loaded.Workspace.Settings.AsOf ?? host.Today())
                : null;
            bool whole = parsed.GetValue(all);
            bool isShort = !whole && !parsed.GetValue(ics) && (parsed.GetValue(format) ?? "text") == "text";
            var query = new TimelineQuery
            {
                Kinds = [.. kinds],
                WantsChanges = kinds.Length == 0,
                Within = window,
                MostInWords = isShort ? TimelineText.MostChanges : int.MaxValue,
                MostDaysInWords = isShort ? TimelineText.MostDays : int.MaxValue,
            };

            // Begun first: looking for errors asks for conflicts, which takes one processor some time.
            using TimelineSearch search = loaded.Workspace.BeginTimeline(query);
            if (!Preflight.OrRefuse(loaded, "No timeline is told while the files have errors.", json, host))
            {
                return ExitCodes.Findings;
            }

            Timeline timeline = search.Find(query with { Of = KnownNames.Orders(arguments.Others, loaded.Workspace) });
            progress.Stop();
            if (parsed.GetValue(ics))
            {
                CalendarFile.Write(timeline, host.Output);
            }
            else if (json)
            {
                host.Output.WriteLine(JsonText.Write(writer => TimelineJson.Write(writer, timeline, window)));
            }
            else
            {
                var output = new TerminalWriter(host.Output);
                if (parsed.GetValue(format) == "markdown")
                {
                    new TimelineMarkdown(output, whole).Write(timeline, window);
                }
                else
                {
                    new TimelineText(new AnsiStyle(GlobalOptions.Color(parsed, host)), output, whole).Write(timeline, window);
                }
            }

            bool fails = parsed.GetValue(failOn) is not null && window is not null && !timeline.Days.IsEmpty;
            return fails || !timeline.Undecided.IsEmpty ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }
}
