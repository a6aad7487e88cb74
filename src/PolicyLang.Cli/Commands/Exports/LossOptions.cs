using System.CommandLine;
using System.Text;
using System.Text.Json;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Exchange.Odrl;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Commands.Exports;

/// <summary>The report of what a translation leaves out: on standard error, as JSON in a file, and in the exit code.</summary>
internal sealed class LossOptions
{
    private readonly Option<string> _failOn = new("--fail-on")
    { Description = "decisions: exit code 1 where some case may be decided otherwise; any: where anything is left out.",
        HelpName = "decisions|any" };

    private readonly Option<string> _losses = new("--losses")
    { Description = "The file to which the report is written as JSON.", HelpName = "FILE.json" };

    public LossOptions() => _failOn.AcceptOnlyFromAmong("decisions", "any");

    public void AddTo(Command command)
    {
        command.Add(_losses);
        command.Add(_failOn);
    }

    /// <summary>Tells the losses.</summary>
    /// <returns>The exit code.</returns>
    public int Tell(ImmutableArray<OdrlLoss> losses, ParseResult parsed, CommandHost host)
    {
        var error = new TerminalWriter(host.Error);
        foreach (OdrlLoss loss in losses)
        {
            error.Line($"{(loss.ChangesDecisions ? "loss" : "note")}[{loss.Kind}]: {loss.Subject}: {loss.Message}");
            if (loss.Place is { } place)
            {
                error.Line($" --> {place}");
            }
        }

        int changing = losses.Count(l => l.ChangesDecisions);
        if (losses.Length > 0)
        {
            error.Line($"{WireNames.Count(changing, "loss", "losses")} that may change decisions, "
                + $"{WireNames.Count(losses.Length - changing, "note")}");
        }

        if (parsed.GetValue(_losses) is { } file)
        {
            var files = new FileSet(host);
            files.Write(host.FullPath(file), Encoding.UTF8.GetBytes(JsonText.Write(json => Write(json, losses)) + "\n"));
            files.Commit();
        }

        return parsed.GetValue(_failOn) switch
        {
            "any" when losses.Length > 0 => ExitCodes.Findings,
            "decisions" when changing > 0 => ExitCodes.Findings,
            _ => ExitCodes.Clean,
        };
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<OdrlLoss> losses)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("losses");
        foreach (OdrlLoss loss in losses)
        {
            json.WriteStartObject();
            json.WriteString("kind", loss.Kind);
            json.WriteString("subject", loss.Subject);
            json.WriteString("message", loss.Message);
            json.WriteBoolean("changesDecisions", loss.ChangesDecisions);
            json.WriteString("place", loss.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
