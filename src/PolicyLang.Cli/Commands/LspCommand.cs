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
        Option<bool> stdio = new("--stdio")
        { Description = "Accepted because editors pass it; the server always speaks over standard input and output." };
        var command = new Command("lsp", "Run the language server for editors.") { stdio };
        command.SetAction(_ => Serve(host));
        return command;
    }

    /// <summary>Whether the arguments are those with which editors start the server.</summary>
    public static bool IsPlain(IReadOnlyList<string> args) => args is ["lsp"] or ["lsp", "--stdio"];

    /// <summary>Serves one client until it leaves.</summary>
    public static int Serve(CommandHost host)
    {
        // Nothing but the protocol may reach standard output; the raw stream was taken before.
        Console.SetOut(Console.Error);
        return PolicyServer.RunAsync(host.Input, host.RawOutput, new ServerHost(host), new ServerOptions(ProductVersion.Text, Delay),
            Loggers).GetAwaiter().GetResult();
    }

    private static ILoggerFactory Loggers() => LoggerFactory.Create(logging => logging
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .AddSimpleConsole(format =>
        {
            format.SingleLine = true;
            format.ColorBehavior = LoggerColorBehavior.Disabled;
        })
        .AddFilter("policylang", LogLevel.Information));
}
