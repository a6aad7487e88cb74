using System.CommandLine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using PolicyLang.Cli.Inputs;
using PolicyLang.LanguageServer;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc lsp</c>: the language server on standard input and output.</summary>
internal static class LspCommand
{
    // Long enough for a word to be typed, short enough to feel immediate.
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(120);

    public static Command Create(CommandHost host)
    {
        Option<bool> stdio = new("--stdio") { Description = "Accepted because editors pass it; the server always speaks over standard input and output." };
        var command = new Command("lsp", "Run the language server for editors.") { stdio };
        command.SetAction(async _ =>
        {
            // Nothing but the protocol may reach standard output; the raw stream was taken before.
            Console.SetOut(Console.Error);
            using ILoggerFactory loggers = LoggerFactory.Create(logging => logging
                .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                .AddSimpleConsole(format =>
                {
                    format.SingleLine = true;
                    format.ColorBehavior = LoggerColorBehavior.Disabled;
                })
                .AddFilter("policylang", LogLevel.Information));
            return await PolicyServer.RunAsync(host.Input, host.RawOutput, new ServerHost(host), new ServerOptions(ProductVersion.Text, Delay), loggers);
        });
        return command;
    }
}
