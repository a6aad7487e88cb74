using System.Diagnostics;

namespace PolicyLang.Benchmarks;

/// <summary>Runs this program again, so that each measurement has a process, and a peak of memory, of its own.</summary>
internal static class Child
{
    public static int Run(params string[] args)
    {
        using Process child = Start(args, redirected: false);
        child.WaitForExit();
        return child.ExitCode;
    }

    /// <summary>What it writes.</summary>
    public static string Output(params string[] args)
    {
        using Process child = Start(args, redirected: true);
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{string.Join(' ', args)}: exit code {child.ExitCode}");
    }

    private static Process Start(string[] args, bool redirected)
    {
        string program = Environment.ProcessPath ?? "dotnet";
        IEnumerable<string> self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(Child).Assembly.Location] : [];
        return Process.Start(new ProcessStartInfo(program, [.. self, .. args]) { RedirectStandardOutput = redirected }) ?? throw new InvalidOperationException("The process did not start.");
    }
}
