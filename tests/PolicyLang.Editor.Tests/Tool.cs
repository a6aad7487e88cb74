using System.Diagnostics;
using System.Text;

namespace PolicyLang.Editor.Tests;

/// <summary>What a program ended with, and what it wrote.</summary>
internal sealed record Outcome(int Code, string Output);

/// <summary>Programs beside .NET.</summary>
internal static class Tool
{
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program to its end; when that takes too long, ends it and all that it has started.</summary>
    public static async Task<Outcome> RunAsync(string program, IEnumerable<string> arguments, string folder, TimeSpan patience, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = new StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var clock = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(clock.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            lock (output)
            {
                throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {patience}:\n{output}");
            }
        }

        return new Outcome(process.ExitCode, output.ToString());
    }
}
