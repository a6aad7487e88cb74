using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Exchange.Models;
using PolicyLang.LanguageService;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc vocabulary</c>: the names that a drafter may use.</summary>
internal static class VocabularyCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> words = GlobalOptions.Words(
            "names and paths",
            "Taxonomies, blocs, attributes or any names below one; without them, all. Paths add the vocabulary of those files; without "
                + "one, that of the project found from here upwards.");
        Option<string> on = new("--on") { Description = "The members of blocs on this day.", HelpName = "YYYY-MM-DD" };
        Option<string> format = GlobalOptions.Format("text", "json");
        var command = new Command("vocabulary", "List jurisdictions, blocs, taxonomies and attributes.") { words, on, format };
        command.SetAction(parsed =>
        {
            MixedArguments arguments = MixedArguments.Split(parsed.GetValue(words) ?? [], host);
            VocabularyListing all = VocabularyListing.Create(Load(arguments.Paths, host).Model, DateArgument.Parse(parsed.GetValue(on)));
            VocabularyListing listing = VocabularySelection.Select([.. arguments.Others], all);
            if (parsed.GetValue(format) == "json")
            {
                host.Output.WriteLine(JsonText.Write(json => VocabularyParts.Write(json, listing, version: 1)));
            }
            else
            {
                new VocabularyText(new AnsiStyle(GlobalOptions.Color(parsed, host)), new TerminalWriter(host.Output)).Write(listing);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static Workspace Load(ImmutableArray<string> paths, CommandHost host) =>
        paths.Length == 0 && ProjectFile.Find(host.WorkingFolder, host) is null
            ? Workspace.Empty
            : LoadedWorkspace.Read(paths, host, law: null).Workspace;
}
