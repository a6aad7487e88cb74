using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PolicyLang.Benchmarks;

/// <summary>Runs another program once and prints what it cost as JSON: seconds of wall clock, seconds of its processors, peak memory in MB, exit code.</summary>
internal static partial class Measured
{
    private const int Children = -1;
    private const double Micro = 1e-6;

    /// <param name="command">The program and its arguments; what it prints is read and dropped.</param>
    public static int Print(string[] command)
    {
        long start = Stopwatch.GetTimestamp();
        using Process child = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("The process did not start.");
        Task errors = child.StandardError.ReadToEndAsync();
        child.StandardOutput.ReadToEnd();
        errors.Wait();
        child.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;

        // This process has had no other child, so that the peak is the child's own.
        if (ReadUsage(Children, out Usage usage) != 0)
        {
            throw new InvalidOperationException("The system does not say what the process used.");
        }

        double cpu = usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) * Micro);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $$"""{"wall":{{wall:F3}},"cpu":{{cpu:F3}},"peak":{{usage.PeakKilobytes / 1024}},"code":{{child.ExitCode}}}"""));
        return 0;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int ReadUsage(int who, out Usage usage);

    /// <summary>As the C library of 64-bit Linux lays it out.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        public long PeakKilobytes;
    }
}
