using System.CommandLine;
using System.Text;
using PolicyLang.Cli.Commands.Exports;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Exchange.Odrl.Import;
using JsonException = System.Text.Json.JsonException;

namespace PolicyLang.Cli.Commands.Imports;

/// <summary><c>policyc import</c>: law in notations of others as PolicyLang.</summary>
internal static class ImportCommand
{
    private static readonly string[] Turtle = [".ttl", ".turtle", ".n3", ".nt"];

    public static Command Create(CommandHost host)
    {
        Argument<string[]> form = GlobalOptions.Words("form", "Which notation.");
        form.Hidden = true;
        var command = new Command("import", "Read policies in a notation of others, and write them in PolicyLang.\n\nExamples:\n"
            + "  policyc import odrl offer.jsonld --output offer.policy\n"
            + "  policyc import odrl policies.ttl --on 2026-01-01 --authority DE\n"
            + "  policyc import odrl offer.jsonld --mapping ours.json --fail-on decisions")
        {
            Odrl(host),
            form,
        };
        FormNeeded.Install(command, form, "Say what to import");
        return command;
    }

    private static Command Odrl(CommandHost host)
    {
        var file = new Argument<string>("file") { Description = "A document of ODRL 2.2, JSON-LD or Turtle; - for standard input." };
        Option<string> syntax = new("--syntax")
        { Description = "The syntax; by the ending of the file, else JSON-LD, if nothing else is said.", HelpName = "jsonld|turtle" };
        syntax.AcceptOnlyFromAmong("jsonld", "turtle");
        Option<string> on = new("--on")
        { Description = "The first day on which the law is in force; all days if nothing else is said.", HelpName = "YYYY-MM-DD|today" };
        Option<string> authority = new("--authority")
        { Description = $"The legal order of policies that name none; {OdrlImport.UsualAuthority} if nothing else is said.",
            HelpName = "NAME" };
        Option<string[]> mapping = new("--mapping")
        { Description = "How operands and actions of a profile are said; before the mappings that come with policyc. May be repeated.",
            HelpName = "FILE.json" };
        Option<string> output = new("--output")
        { Description = "The file to write; standard output if nothing else is said.", HelpName = "FILE.policy" };
        var losses = new LossOptions();
        var command = new Command(
            "odrl", "W3C ODRL 2.2, as JSON-LD or Turtle. What cannot be said in PolicyLang is told on standard error, with its place.")
        { file, syntax, on, authority, mapping, output };
        losses.AddTo(command);
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file) ?? string.Empty;
            string text = Text(path, host);
            bool isTurtle = (parsed.GetValue(syntax) ?? (Turtle.Contains(Path.GetExtension(path)) ? "turtle" : "jsonld")) == "turtle";
            var settings = new OdrlImportSettings(
                isTurtle, DateArgument.ParseAsOf(parsed.GetValue(on), host), Name(parsed.GetValue(authority)),
                [.. (parsed.GetValue(mapping) ?? []).Select(m => Mapping(m, host))]);
            OdrlImported read = OdrlImport.Read(text, settings);
            string shown = path == "-" ? LoadedWorkspace.InputName : host.Show(host.FullPath(path));
            if (read.Text is not { } policy)
            {
                (string place, string message, string help) = read.Problem ?? (string.Empty, "There is nothing to import.", string.Empty);
                throw new InputException(new InputProblem(ProjectDiagnostics.Unimportable, $"{shown}:{place}: {message}", help));
            }

            int code = losses.Tell([.. read.Losses.Select(l => l with { Place = $"{shown}:{l.Place}" })], parsed, host);
            Save(policy, parsed.GetValue(output), host);
            return code;
        });
        return command;
    }

    private static string Text(string path, CommandHost host)
    {
        if (path == "-")
        {
            return PolicyFileReader.Read(host.Input, LoadedWorkspace.InputName);
        }

        string full = host.FullPath(path);
        return File.Exists(full) ? PolicyFileReader.Read(full, host.Show(full)) : throw PathArgument.Missing(path, full, host);
    }

    private static string Name(string? authority) =>
        authority is null ? OdrlImport.UsualAuthority
        : OdrlImport.IsName(authority) ? authority
        : throw new InputException(new InputProblem(
            ProjectDiagnostics.BadFact, $"'{authority}' is no name of a legal order.", "Write a name such as DE, EU or Acme."));

    private static OdrlMapping Mapping(string file, CommandHost host)
    {
        string full = host.FullPath(file);
        if (!File.Exists(full))
        {
            throw PathArgument.Missing(file, full, host);
        }

        try
        {
            return OdrlMapping.Parse(PolicyFileReader.Read(full, host.Show(full)));
        }
        catch (JsonException exception)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.Unimportable, $"{host.Show(full)}:{JsonPlace.Locate(exception)}: This is no mapping: "
                    + $"{Reason(exception)}.",
                "A mapping has 'prefixes', 'operands', 'actions' and 'values'; docs/odrl.md shows one."));
        }
    }

    // The library speaks of its own types where a member is unknown.
    private static string Reason(JsonException exception) => exception.Message.Contains(".NET", StringComparison.Ordinal)
        ? $"'{exception.Path?.Split('.')[^1]}' is not known there"
        : JsonPlace.Reason(exception);

    private static void Save(string policy, string? output, CommandHost host)
    {
        if (output is null)
        {
            new TerminalWriter(host.Output).Own(policy.TrimEnd('\n'));
            return;
        }

        string path = host.FullPath(output);
        var files = new FileSet(host);
        files.Write(path, Encoding.UTF8.GetBytes(policy));
        files.Commit();
        new TerminalWriter(host.Output).Line($"Wrote {host.Show(path)}.");
    }
}
