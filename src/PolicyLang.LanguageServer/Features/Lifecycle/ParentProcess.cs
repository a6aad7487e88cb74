using System.Diagnostics;

namespace PolicyLang.LanguageServer.Features.Lifecycle;

/// <summary>The editor's process: where it is gone without a word, the streams may stay open, and the server would live on.</summary>
internal static class ParentProcess
{
    // The server is to end within five seconds.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Completes when a process has ended. One that cannot be seen from here, such as that of another container, never
    /// does.</summary>
    public static async Task EndAsync(int id)
    {
        try
        {
            using var parent = Process.GetProcessById(id);
            while (!parent.HasExited)
            {
                await Task.Delay(Interval).ConfigureAwait(false);
                parent.Refresh();
            }
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException
            or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        }
    }
}
