using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Mcp;
using PolicyLang.Mcp;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc mcp</c>: a server for assistants, in the Model Context Protocol, on standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create(CommandHost host)
    {
        Option<string> folder = new("--folder")
        { Description = "The folder of the project; the working folder if nothing else is said.", HelpName = "DIR" };
        Option<bool> write = new("--allow-write") { Description = "Let 'format' write files to the folder." };
        var command = new Command(
            "mcp", "Run the server for assistants (Model Context Protocol), over standard input and output.\n\nExample:\n"
                + "  policyc mcp --folder rules --allow-write")
        { folder, write };
        command.SetAction((parsed, cancellation) =>
        {
            string served = parsed.GetValue(folder) is { } given ? host.FullPath(given) : host.WorkingFolder;
            return Directory.Exists(served)
                ? ServeAsync(host, served, parsed.GetValue(write), cancellation)
                : throw PathArgument.Missing(parsed.GetValue(folder) ?? string.Empty, served, host);
        });
        return command;
    }

    private static async Task<int> ServeAsync(CommandHost host, string folder, bool mayWrite, CancellationToken cancellation)
    {
        // Nothing but the protocol may reach standard output; the raw stream was taken before.
        Console.SetOut(Console.Error);
        using var service = new McpService(new ToolRunner(folder, mayWrite));
        await McpHost.RunAsync(host.Input, host.RawOutput, service, ProductVersion.Text, cancellation).ConfigureAwait(false);
        return ExitCodes.Clean;
    }
}
