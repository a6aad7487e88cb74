using System.Text;
using PolicyLang.Cli;
using PolicyLang.Cli.Streams;

LargePages.Ask();

// A command that allocates less than this ends before its first collection.
GC.TryStartNoGCRegion(32 << 20);

// Raw streams: text is UTF-8 without a mark, and the server owns standard output.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
{
    Console.OutputEncoding = utf8;
}

Stream output = StandardStreams.Output();
var host = new CommandHost(
    StandardStreams.Input(),
    output,
    new StreamWriter(output, utf8, bufferSize: 16384),
    new StreamWriter(StandardStreams.Error(), utf8) { AutoFlush = true },
    Directory.GetCurrentDirectory())
{
    Workers = Environment.ProcessorCount,
    InputIsTerminal = !Console.IsInputRedirected,
    ErrorIsTerminal = !Console.IsErrorRedirected,
    Color = !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb",
};
return PolicyCommand.Run(args, host);
