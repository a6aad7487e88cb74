using System.Diagnostics;

namespace PolicyLang.Benchmarks;

/// <summary>Runs this program again, so that each measurement has a process, and a peak of memory, of its own.</summary>
internal static class Child
{
    public static int Run(params string[] args)
    {
        string program = Environment.ProcessPath ?? "dotnet";
        IEnumerable<string> self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(Child).Assembly.Location] : [];
        using Process child = Process.Start(new ProcessStartInfo(program, [.. self, .. args])) ?? throw new InvalidOperationException("The process did not start.");
        child.WaitForExit();
        return child.ExitCode;
    }
}
