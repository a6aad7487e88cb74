using System.Runtime.InteropServices;
using System.Threading.Channels;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Projects;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands;

/// <summary>Does something again whenever a policy file changes. The system tells of changes: nothing is asked for again and
/// again.</summary>
internal static class FileWatch
{
    // An editor writes a file in several steps.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(150);

    /// <summary>Runs once, and again after each change, until it is stopped.</summary>
    /// <param name="paths">What the command reads.</param>
    /// <param name="run">The command; returns its exit code.</param>
    /// <param name="host">Where paths start, and who stops it.</param>
    /// <returns>Clean: whoever watches reads what is written.</returns>
    /// <exception cref="InputException">Changes are not told, or standard input is among the paths.</exception>
    public static int Run(IReadOnlyList<string> paths, Func<int> run, CommandHost host)
    {
        if (paths.Contains("-"))
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.BadFact, "Standard input cannot be watched.", "Name files or folders."));
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(host.Stop);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        FileSystemWatcher[] watchers = [.. Folders(paths, host).Select(folder => Watch(folder, changes.Writer, host))];
        try
        {
            while (!stop.IsCancellationRequested)
            {
                Once(run, host);
                host.Output.Flush();
                new TerminalWriter(host.Error).Line($"Waiting for a change; Ctrl-C ends.");
                Wait(changes.Reader, stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to end.
        }
        finally
        {
            foreach (FileSystemWatcher watcher in watchers)
            {
                watcher.Dispose();
            }
        }

        return ExitCodes.Clean;

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    // A file that is gone for a moment, or half written, ends nothing.
    private static void Once(Func<int> run, CommandHost host)
    {
        try
        {
            run();
        }
        catch (InputException exception)
        {
            ProblemReporter.Report(exception.Problems, host.Error);
        }
    }

    private static void Wait(ChannelReader<bool> changes, CancellationToken stop)
    {
        changes.ReadAsync(stop).AsTask().GetAwaiter().GetResult();
        do
        {
            Task.Delay(Rest, stop).GetAwaiter().GetResult();
        }
        while (changes.TryRead(out _));
    }

    private static IEnumerable<string> Folders(IReadOnlyList<string> paths, CommandHost host)
    {
        if (paths.Count == 0)
        {
            return [ProjectFile.Find(host.WorkingFolder, host)?.Folder ?? host.WorkingFolder];
        }

        return paths.Select(path => Glob.IsPattern(path) ? host.FullPath(Glob.Root(path)) : host.FullPath(path))
            .Select(full => Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full).Where(Directory.Exists).Distinct();
    }

    private static FileSystemWatcher Watch(string folder, ChannelWriter<bool> changes, CommandHost host)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, change) => Note(change.Name);
            watcher.Created += (_, change) => Note(change.Name);
            watcher.Deleted += (_, change) => Note(change.Name);
            watcher.Renamed += (_, change) =>
            {
                Note(change.OldName);
                Note(change.Name);
            };
            watcher.Error += (_, _) => changes.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.Unreadable,
                $"Changes below '{host.Show(folder)}' are not told: {PolicyFileReader.Reason(exception)}.",
                "Watch fewer folders, or raise the limit of the system on watched files."));
        }

        void Note(string? name)
        {
            string file = Path.GetFileName(name) ?? string.Empty;
            if (ProjectMembers.IsPolicyFile(file) || file == ProjectFile.FileName)
            {
                changes.TryWrite(true);
            }
        }
    }
}
