using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Diagnostics;
using PolicyLang.Exchange.Odrl.Export;

namespace PolicyLang.Cli.Commands.Exports;

/// <summary><c>policyc export odrl</c>: ODRL 2.2 as JSON-LD, with a report of what is not said there.</summary>
internal static class OdrlForm
{
    public static Command Create(CommandHost host)
    {
        Option<string> on = new("--on")
        { Description = "Only what holds on this day, with the members that blocs have on it; all days if nothing else is said.",
            HelpName = "YYYY-MM-DD|today" };
        var losses = new LossOptions();
        Command command = new ExportOptions().Command(
            "odrl", "W3C ODRL 2.2 as JSON-LD, one Set for each framework. What ODRL cannot say is told on standard error.", host,
            (loaded, parsed) =>
            {
                OdrlDocument document =
                    OdrlExport.Write(loaded.Workspace, DateArgument.ParseAsOf(parsed.GetValue(on), host), out Problem? problem)
                    ?? throw CaseInput.Refuse(problem is null ? [] : [problem]);
                return (document.Text.TrimEnd('\n'), losses.Tell(document.Losses, parsed, host));
            });
        command.Add(on);
        losses.AddTo(command);
        return command;
    }
}
