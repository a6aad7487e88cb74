using Microsoft.Extensions.Logging;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Documents;

/// <summary>Keeps the files of the window's folders in step with the disk, one piece of work after another, away from the message
/// loop.</summary>
internal sealed class FolderLoader(IServerHost host, ProjectSet projects, ILogger logger)
{
    private readonly Lock _gate = new();
    private ImmutableArray<string> _folders = [];
    private Task _tail = Task.CompletedTask;

    /// <summary>Completes when everything asked for so far is read.</summary>
    public Task Idle
    {
        get
        {
            lock (_gate)
            {
                return _tail;
            }
        }
    }

    /// <summary>Adds and removes folders, and reads what they hold.</summary>
    public void ChangeFolders(IEnumerable<string> added, IEnumerable<string> removed)
    {
        ImmutableArray<string> folders;
        lock (_gate)
        {
            folders = _folders = [.. _folders.Except(removed).Union(added)];
        }

        // At once, so that a document that is opened next goes where it belongs.
        projects.SetFolders(folders.Select(host.Locate));

        Reload([]);
    }

    /// <summary>Lists the folders again; reads new files and those named.</summary>
    public void Reload(ImmutableArray<string> changed)
    {
        lock (_gate)
        {
            _tail = _tail.ContinueWith(_ => Read(changed), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void Read(ImmutableArray<string> changed)
    {
        try
        {
            ImmutableArray<string> folders;
            lock (_gate)
            {
                folders = _folders;
            }

            ImmutableArray<FolderFiles> found = [.. folders.Select(host.Find).DistinctBy(files => files.Folder.Root)];
            projects.SetFolders(found.Select(files => files.Folder));
            foreach (FolderFiles files in found)
            {
                if (projects.In(files.Folder) is { } project)
                {
                    Read(files, project, changed);
                }
            }
        }
#pragma warning disable CA1031 // A folder that cannot be read must not end the server; later changes are read again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RequestFailed(logger, "reading folders", exception);
        }
    }

    private void Read(FolderFiles files, WorkspaceState project, ImmutableArray<string> changed)
    {
        HashSet<string> present = [.. files.Paths];
        ImmutableArray<string> known = project.FilesOnDisk();
        var changes = new Dictionary<string, FileText?>(StringComparer.Ordinal);
        foreach (string file in known.Where(file => !present.Contains(file)))
        {
            changes[file] = null;
        }

        IEnumerable<string> named = changed.Select(file => files.Folder.NameOf(file) ?? file).Where(present.Contains);
        foreach (string file in present.Except(known).Union(named))
        {
            changes[file] = host.Read(file);
        }

        foreach (CoreDiagnostic problem in changes.Values.Select(file => file?.Problem).OfType<CoreDiagnostic>())
        {
            Log.Unreadable(logger, problem.Message);
        }

        Log.FilesRead(logger, changes.Count);
        project.SetDisk(changes, files.Diagnostics, files.Settings);
    }
}
