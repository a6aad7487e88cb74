using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Decisions;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands.Exports;

/// <summary>A command that is nothing without one of its own commands says which there are.</summary>
internal static class FormNeeded
{
    /// <summary>Answers where none of them, or an unknown one, is written.</summary>
    /// <param name="command">The command.</param>
    /// <param name="form">What was written in its place.</param>
    /// <param name="request">What to say which: "Say what to export".</param>
    public static void Install(Command command, Argument<string[]> form, string request)
    {
        Func<ParseResult, int> refuse = parsed => throw Refuse(command, parsed.GetValue(form)?.FirstOrDefault(), request);
        command.SetAction(refuse);
    }

    private static InputException Refuse(Command command, string? written, string request)
    {
        string[] known = [.. command.Subcommands.Select(c => c.Name)];
        string line = $"Write 'policyc {command.Name} {known[0]}'; 'policyc {command.Name} --help' says more.";
        return new InputException(new InputProblem(
            ProjectDiagnostics.BadFact,
            written is null
                ? $"{request}: {CaseSentence.List(known, "or")}."
                : $"'{command.Name}' has no form '{written}'; there {(known.Length > 1 ? "are" : "is")} {CaseSentence.List(known, "and")}.",
            written is not null && NearestName.Find(written, known) is { } near ? $"Did you mean '{near}'?" : line));
    }
}
