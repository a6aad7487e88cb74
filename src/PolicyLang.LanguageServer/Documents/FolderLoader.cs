using Microsoft.Extensions.Logging;
using PolicyLang.Workspaces;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Documents;

/// <summary>Keeps the files of the workspace's folders in step with the disk, one piece of work after another, away from the message
/// loop.</summary>
internal sealed class FolderLoader(IServerHost host, WorkspaceState state, ILogger logger)
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
        lock (_gate)
        {
            _folders = [.. _folders.Except(removed).Union(added)];
        }

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

            FolderFiles[] found = [.. folders.Select(host.Find)];
            HashSet<string> present = [.. found.SelectMany(folder => folder.Paths)];
            ImmutableArray<string> known = state.FilesOnDisk();
            var changes = new Dictionary<string, FileText?>(StringComparer.Ordinal);
            foreach (string file in known.Where(file => !present.Contains(file)))
            {
                changes[file] = null;
            }

            foreach (string file in present.Except(known).Union(changed.Where(present.Contains)))
            {
                changes[file] = host.Read(file);
            }

            ImmutableArray<CoreDiagnostic> projects = [.. found.SelectMany(folder => folder.Diagnostics)];
            foreach (CoreDiagnostic problem in changes.Values.Select(file => file?.Problem).OfType<CoreDiagnostic>())
            {
                Log.Unreadable(logger, problem.Message);
            }

            Log.FilesRead(logger, changes.Count);
            // Several folders make one workspace; the first project among them says how it is judged.
            state.SetDisk(changes, projects,
                found.Select(folder => folder.Settings).FirstOrDefault(s => s != WorkspaceSettings.Default) ?? WorkspaceSettings.Default);
        }
#pragma warning disable CA1031 // A folder that cannot be read must not end the server; later changes are read again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RequestFailed(logger, "reading folders", exception);
        }
    }
}
