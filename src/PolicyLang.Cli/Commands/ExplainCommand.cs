using System.CommandLine;
using System.CommandLine.Completions;
using PolicyLang.Cli.Inputs;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc explain</c>: the help page of a diagnostic.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string?> code = new("code")
        { Description = "A code such as PL4001; without one, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        code.CompletionSources.Add(_ => HelpPages.Codes.Select(known => new CompletionItem(known)));
        var command = new Command("explain", "Explain a diagnostic: what is wrong, a bad and a good example, why.") { code };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(code) is { } wanted)
            {
                host.Output.WriteLine((HelpPages.Read(wanted.ToUpperInvariant()) ?? throw Unknown(wanted)).TrimEnd());
                return ExitCodes.Clean;
            }

            foreach (string known in HelpPages.Codes)
            {
                host.Output.WriteLine(HelpPages.Heading(known));
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static InputException Unknown(string wanted) => new(new InputProblem(
        ProjectDiagnostics.BadFact,
        $"There is no diagnostic '{wanted}'.",
        HelpPages.Near(wanted.ToUpperInvariant()) is [_, ..] near
            ? $"The nearest are {Decisions.CaseSentence.List(near, "and")}; 'policyc explain' lists all."
            : "'policyc explain' lists all."));
}
