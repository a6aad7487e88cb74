using System.ComponentModel;
using System.Diagnostics;

namespace PolicyLang.Cli.Tests;

/// <summary>Runs programs beside policyc in a folder of a test; where one is missing the test is skipped.</summary>
internal static class GitFolder
{
    /// <summary>Skips the test where a program is not on the path.</summary>
    public static void SkipWithout(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true });
            process?.WaitForExit();
        }
        catch (Win32Exception)
        {
            Assert.Skip($"There is no program {program} here.");
        }
    }

    /// <summary>Runs git, as somebody of the test; it must not fail.</summary>
    public static void Git(string folder, string arguments)
    {
        var start = new ProcessStartInfo("git", $"-c user.name=Test -c user.email=test@example.org -c commit.gpgsign=false {arguments}")
        {
            WorkingDirectory = folder,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("git does not start");
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Makes a commit of all that lies in the folder.</summary>
    public static void Commit(string folder, string message)
    {
        Git(folder, "add .");
        Git(folder, $"commit -q -m {message}");
    }
}
