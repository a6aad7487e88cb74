using System.Runtime.InteropServices;

namespace PolicyLang.Cli.Streams;

/// <summary>Standard input, output and error as the program was given them, or closed ones.</summary>
internal static partial class StandardStreams
{
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;

    public static Stream Input() => IsOpen(0) ? Console.OpenStandardInput() : new ClosedStream("it is closed");

    public static Stream Output() => IsOpen(1) ? Console.OpenStandardOutput() : new ClosedStream("it is closed");

    public static Stream Error() => IsOpen(2) ? Console.OpenStandardError() : Stream.Null;

    // If the number was free at start, the runtime opened its own file under it.
    private static bool IsOpen(int number) =>
        OperatingSystem.IsWindows() || FileControl(number, GetFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0;

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FileControl(int number, int command);
}
