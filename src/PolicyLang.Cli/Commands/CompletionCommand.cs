using System.CommandLine;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc completion</c>: the script that lets a shell complete commands, options and their values.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create(CommandHost host)
    {
        Argument<string> shell = new("shell") { Description = "The shell.", HelpName = string.Join('|', Shells) };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Command("completion",
            "Write the script that completes commands, options and names in a shell; its first line says where it goes.") { shell };
        command.SetAction(parsed =>
        {
            string name = $"completions/policyc.{parsed.GetValue(shell)}";
            using Stream script = typeof(CompletionCommand).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException("a script of completion is missing");
            using var reader = new StreamReader(script);
            host.Output.Write(reader.ReadToEnd());
            return ExitCodes.Clean;
        });
        return command;
    }
}
