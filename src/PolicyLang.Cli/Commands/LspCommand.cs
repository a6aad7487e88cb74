using System.CommandLine;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc lsp</c>: the language server on standard input and output.</summary>
internal static class LspCommand
{
    public static Command Create(CommandHost host)
    {
        Option<bool> stdio = new("--stdio") { Description = "Accepted because editors pass it; the server always speaks over standard input and output." };
        var command = new Command("lsp", "Run the language server for editors.") { stdio };
        command.SetAction(_ => ExitCodes.Clean);
        return command;
    }
}
