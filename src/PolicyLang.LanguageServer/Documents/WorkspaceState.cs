using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Library;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Documents;

/// <summary>The current texts of a project: files on disk, and above them the documents that the client has open. Every change makes a new
/// snapshot.</summary>
/// <param name="folder">Where the project is; null for documents that belong to no folder.</param>
/// <param name="law">The law library that its files may use; null for none.</param>
internal sealed class WorkspaceState(ProjectFolder? folder, LawCatalog? law)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FileText> _disk = new(StringComparer.Ordinal);
    private ImmutableArray<CoreDiagnostic> _projects = [];
    private WorkspaceSettings _settings = WorkspaceSettings.Default;
    private Snapshot _current = Snapshot.Create(law);

    /// <summary>Raised after each change, on the thread that made it.</summary>
    public event Action? Changed;

    /// <summary>Where the project is, and which files belong to it; null for documents that belong to no folder.</summary>
    public ProjectFolder? Folder { get; set; } = folder;

    /// <summary>The snapshot of now.</summary>
    public Snapshot Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>Whether a file is among the texts.</summary>
    public bool Has(string file)
    {
        lock (_gate)
        {
            return _disk.ContainsKey(file) || _current.Open.ContainsKey(file);
        }
    }

    public void Open(string file, OpenDocument document)
    {
        lock (_gate)
        {
            Replace([new(file, document.Text.Content)], _current.Open.SetItem(file, document));
        }

        Changed?.Invoke();
    }

    /// <summary>Applies a change notification.</summary>
    /// <returns>False where the document is not open, or the change is no newer than what is there: it came twice, or too late.</returns>
    public bool Change(string file, int version, IEnumerable<TextDocumentContentChangeEvent> changes, PositionEncoding encoding)
    {
        lock (_gate)
        {
            if (!_current.Open.TryGetValue(file, out OpenDocument? document) || version <= document.Version)
            {
                return false;
            }

            OpenDocument changed = document.Apply(version, changes, encoding);
            Replace([new(file, changed.Text.Content)], _current.Open.SetItem(file, changed));
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>Closes a document: the file on disk counts again, if there is one.</summary>
    public void Close(string file)
    {
        lock (_gate)
        {
            Replace([new(file, _disk.GetValueOrDefault(file)?.Text)], _current.Open.Remove(file));
        }

        Changed?.Invoke();
    }

    /// <summary>The files on disk that were read so far.</summary>
    public ImmutableArray<string> FilesOnDisk()
    {
        lock (_gate)
        {
            return [.. _disk.Keys];
        }
    }

    /// <summary>Replaces files on disk; null for a file that is gone.</summary>
    public void SetDisk(IReadOnlyDictionary<string, FileText?> changes, ImmutableArray<CoreDiagnostic> projects, WorkspaceSettings settings)
    {
        lock (_gate)
        {
            foreach ((string file, FileText? text) in changes)
            {
                if (text is null)
                {
                    _disk.Remove(file);
                }
                else
                {
                    _disk[file] = text;
                }
            }

            _projects = projects;
            _settings = settings;
            Replace(
                changes.Where(change => !_current.Open.ContainsKey(change.Key))
                    .Select(change => KeyValuePair.Create(change.Key, change.Value?.Text)),
                _current.Open);
        }

        Changed?.Invoke();
    }

    /// <summary>
    /// Puts a snapshot of the same texts in the place of the current one, once it is known. What is known of it follows from what was known
    /// before, as after any change, so that the first change of the user finds all that the second one would.
    /// </summary>
    /// <exception cref="OperationCanceledException">A change came first.</exception>
    public void Renew(Snapshot current)
    {
        SyntaxTree any = current.Workspace.Trees[0];
        Snapshot renewed = current.Next([new(any.File, any.Text.Content)], current.Open, current.Problems, current.Settings);
        renewed.Workspace.GetDiagnosticsByFile(current.Outdated);
        lock (_gate)
        {
            if (ReferenceEquals(current, _current))
            {
                _current = renewed;
                current.Retire();
            }
        }
    }

    private void Replace(IEnumerable<KeyValuePair<string, string?>> changes, ImmutableDictionary<string, OpenDocument> open)
    {
        ImmutableArray<CoreDiagnostic> problems =
        [
            .. _projects,
            .. _disk.Where(file => !open.ContainsKey(file.Key)).Select(file => file.Value.Problem).OfType<CoreDiagnostic>(),
        ];
        Snapshot before = _current;
        _current = before.Next(changes, open, problems, _settings);
        before.Retire();
    }
}
