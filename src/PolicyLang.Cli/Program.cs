using System.Text;
using PolicyLang.Cli;

// Raw streams: the text is UTF-8 without a mark whatever the locale says, and the language server owns standard output.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
{
    Console.OutputEncoding = utf8;
}

Stream output = Console.OpenStandardOutput();
var host = new CommandHost(
    Console.OpenStandardInput(),
    output,
    new StreamWriter(output, utf8, bufferSize: 16384),
    new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
    Directory.GetCurrentDirectory())
{
    InputIsTerminal = !Console.IsInputRedirected,
    ErrorIsTerminal = !Console.IsErrorRedirected,
    Color = !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb",
};
return PolicyCommand.Run(args, host);
