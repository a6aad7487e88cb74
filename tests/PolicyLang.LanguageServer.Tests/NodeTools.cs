using System.Diagnostics;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Programs beside .NET. A test whose program is missing says that it is skipped.</summary>
internal static class NodeTools
{
    /// <summary>The folder of the clients that are no .NET programs.</summary>
    public static string Clients { get; } = Repository.PathOf("tests/lsp-clients");

    /// <summary>Whether a program can be started.</summary>
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} does not end: {await output} {await errors}");
        }

        return (process.ExitCode, await output + await errors);
    }
}
