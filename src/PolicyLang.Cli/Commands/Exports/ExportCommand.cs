using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Exchange.Graphs;
using PolicyLang.Exchange.Models;
using PolicyLang.Exchange.Schemas;

namespace PolicyLang.Cli.Commands.Exports;

/// <summary><c>policyc export</c>: the law in notations of others.</summary>
internal static class ExportCommand
{
    private static readonly (string Word, GraphParts Part)[] Parts =
    [
        ("precedence", GraphParts.Precedence), ("conflicts", GraphParts.Conflicts), ("parties", GraphParts.Parties),
    ];

    public static Command Create(CommandHost host)
    {
        Argument<string[]> form = GlobalOptions.Words("form", "Which notation.");
        form.Hidden = true;
        var command = new Command(
            "export", "Write the law in a notation of others: ODRL, JSON, a graph, JSON Schema or OpenAPI.\n\nExamples:\n"
            + "  policyc export odrl law.policy --on today --output law.jsonld\n"
            + "  policyc export json --output model.json\n"
            + "  policyc export graph --format mermaid --show conflicts\n"
            + "  policyc export jsonschema > case.schema.json\n"
            + "  policyc export openapi --title \"Transfers\"")
        {
            OdrlForm.Create(host),
            Json(host),
            Graph(host),
            JsonSchema(host),
            OpenApi(host),
            form,
        };
        FormNeeded.Install(command, form, "Say what to export");
        return command;
    }

    private static Command Json(CommandHost host)
    {
        var common = new ExportOptions();
        Option<string> on = new("--on") { Description = "The members of blocs on this day.", HelpName = "YYYY-MM-DD|today" };
        Command command =
            common.Command("json", "The bound model: every clause with its names resolved, and the vocabulary.", host, (loaded, parsed) =>
                JsonText.Write(json => ModelJson.Write(json, loaded.Workspace, DateArgument.ParseAsOf(parsed.GetValue(on), host))));
        command.Add(on);
        return command;
    }

    private static Command Graph(CommandHost host)
    {
        var common = new ExportOptions();
        Option<string> format = GlobalOptions.Format("dot", "mermaid");
        Option<string[]> show = new("--show")
        {
            Description = "What is drawn; all of it if nothing else is said. May be repeated.",
            HelpName = string.Join('|', Parts.Select(p => p.Word)),
        };
        show.AcceptOnlyFromAmong([.. Parts.Select(p => p.Word)]);
        Command command = common.Command(
            "graph", "Which clause prevails over which, which conflict, and who has adopted what.", host, (loaded, parsed) =>
            {
                string[] wanted = parsed.GetValue(show) ?? [];
                GraphParts parts = Parts.Where(p => wanted.Length == 0 || wanted.Contains(p.Word))
                    .Aggregate(GraphParts.None, (all, p) => all | p.Part);
                LawGraph graph = LawGraph.Create(loaded.Workspace, parts);
                return (parsed.GetValue(format) == "mermaid" ? MermaidWriter.Write(graph) : DotWriter.Write(graph)).TrimEnd('\n');
            });
        command.Add(format);
        command.Add(show);
        return command;
    }

    private static Command JsonSchema(CommandHost host) => new ExportOptions().Command(
        "jsonschema", "The JSON Schema of a case, as 'decide --case' and generated models take it.", host,
        (loaded, _) => Write(CaseSchema.Document(loaded.Workspace.Model)));

    private static Command OpenApi(CommandHost host)
    {
        Option<string> title = new("--title") { Description = "The title of the service.", HelpName = "TEXT" };
        Command command = new ExportOptions().Command(
            "openapi", "The OpenAPI document of a service that decides cases: POST /assess takes a case and answers as 'decide' does.",
                host,
            (loaded, parsed) => Write(AssessOpenApi.Document(loaded.Workspace.Model, parsed.GetValue(title) ?? "Assessment of acts")));
        command.Add(title);
        return command;
    }

    private static string Write(JsonObject document) => JsonText.Write(json => document.WriteTo(json));
}
