using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Library;

namespace PolicyLang.LanguageServer.Documents;

/// <summary>
/// The projects of a window, each with texts of its own, and the documents that are open, each in the one project that it belongs to. A
/// document of no project is a project by itself; in a window without folders such documents belong together.
/// </summary>
/// <param name="law">The law library that they may use; null for none.</param>
internal sealed class ProjectSet(LawCatalog? law = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Placed> _placed = new(StringComparer.Ordinal);
    private readonly WorkspaceState _together = new(null, law);
    private ImmutableArray<WorkspaceState> _rooted = [];
    private WorkspaceState? _recent;
    private bool _isTogether;
    private ImmutableArray<string> _mine = [];

    /// <summary>Raised when there is another project, before it has any text.</summary>
    public event Action<WorkspaceState>? Added;

    /// <summary>Raised when a project is gone.</summary>
    public event Action<WorkspaceState>? Removed;

    public PositionEncoding Encoding { get; set; } = PositionEncoding.Utf16;

    /// <summary>From where and for which day hovers, hints and lenses are written.</summary>
    public ReadingView View { get; set; } = ReadingView.Default;

    /// <summary>The project that was worked on last; the first one before that.</summary>
    public WorkspaceState Main
    {
        get
        {
            lock (_gate)
            {
                return _recent ?? _rooted.FirstOrDefault() ?? _together;
            }
        }
    }

    /// <summary>Those with files: one for each folder, in their order, and the one of documents without a folder.</summary>
    public ImmutableArray<WorkspaceState> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _rooted, .. _placed.Values.Select(placed => placed.Project).Where(p => p.Folder is null).Distinct()];
            }
        }
    }

    /// <summary>Says which instruments are the reader's own; empty for those that each project names itself.</summary>
    /// <param name="names">Frameworks and legal orders.</param>
    public void SetMine(ImmutableArray<string> names)
    {
        ImmutableArray<WorkspaceState> projects;
        lock (_gate)
        {
            if (names.SequenceEqual(_mine))
            {
                return;
            }

            _mine = names;
            projects = [_together, .. _rooted, .. _placed.Values.Select(placed => placed.Project)];
        }

        foreach (WorkspaceState project in projects.Distinct())
        {
            project.SetMine(names);
        }
    }

    /// <summary>The project of a document; <see cref="Main"/> where it is of none, or none is named.</summary>
    public WorkspaceState Of(string? uri)
    {
        string file = DocumentUri.ToFile(uri ?? string.Empty);
        lock (_gate)
        {
            return _placed.TryGetValue(file, out Placed? placed) ? placed.Project
                : _rooted.FirstOrDefault(project => project.Has(file)) ?? Main;
        }
    }

    /// <summary>The name of a document among the files of its project.</summary>
    public string NameOf(string uri)
    {
        string file = DocumentUri.ToFile(uri);
        lock (_gate)
        {
            return _placed.TryGetValue(file, out Placed? placed) ? placed.Name : file;
        }
    }

    /// <summary>Whether it is this project that tells the findings of a document: of folders within folders the innermost does.</summary>
    public bool Owns(WorkspaceState project, string uri)
    {
        string file = DocumentUri.ToFile(uri);
        lock (_gate)
        {
            return ReferenceEquals(project, _placed.TryGetValue(file, out Placed? placed)
                ? placed.Project
                : Innermost.FirstOrDefault(one => one.Has(file)) ?? project);
        }
    }

    public void Open(string uri, int version, string text)
    {
        string file = DocumentUri.ToFile(uri);
        var document = new OpenDocument(uri, version, new Text.SourceText(text));
        lock (_gate)
        {
            if (_placed.Remove(file, out Placed? before))
            {
                before.Project.Close(before.Name);
            }

            Put(file, document);
            _recent = _placed[file].Project;
        }
    }

    /// <summary>Applies a change notification.</summary>
    /// <returns>False where the document is not open, or the change is no newer than what is there: it came twice, or too late.</returns>
    public bool Change(string uri, int version, IEnumerable<TextDocumentContentChangeEvent> changes)
    {
        lock (_gate)
        {
            if (!_placed.TryGetValue(DocumentUri.ToFile(uri), out Placed? placed))
            {
                return false;
            }

            _recent = placed.Project;
            return placed.Project.Change(placed.Name, version, changes, Encoding);
        }
    }

    /// <summary>Closes a document: the file on disk counts again, if it belongs to a project.</summary>
    public void Close(string uri)
    {
        lock (_gate)
        {
            if (_placed.Remove(DocumentUri.ToFile(uri), out Placed? placed))
            {
                Take(placed);
            }
        }
    }

    /// <summary>Says which folders there are; documents go to the projects to which they belong now.</summary>
    public void SetFolders(IEnumerable<ProjectFolder> folders)
    {
        lock (_gate)
        {
            ImmutableArray<WorkspaceState> before = _rooted;
            _rooted = [.. folders.DistinctBy(folder => folder.Root).Select(Rooted)];
            PlaceAgain();
            foreach (WorkspaceState gone in before.Except(_rooted))
            {
                Remove(gone);
            }
        }
    }

    /// <summary>The project of a folder; null where it has left the window.</summary>
    public WorkspaceState? In(ProjectFolder folder)
    {
        lock (_gate)
        {
            return _rooted.FirstOrDefault(project => project.Folder?.Root == folder.Root);
        }
    }

    private IEnumerable<WorkspaceState> Innermost => _rooted.OrderByDescending(project => project.Folder?.Root.Length);

    // Puts every document into the project to which it belongs now.
    private void PlaceAgain()
    {
        foreach ((string file, Placed placed) in _placed.ToArray())
        {
            _placed.Remove(file);
            (WorkspaceState? project, string name) = Find(file);
            bool stays = name == placed.Name && (project ?? placed.Project) == placed.Project
                && (project is not null || placed.Project.Folder is null);
            if (stays)
            {
                _placed[file] = placed;
            }
            else if (placed.Project.Current.Open.TryGetValue(placed.Name, out OpenDocument? document))
            {
                Put(file, document);
                Take(placed);
            }
        }
    }

    private WorkspaceState Rooted(ProjectFolder folder)
    {
        WorkspaceState? known = In(folder);
        WorkspaceState project = known ?? Create(folder);
        project.Folder = folder;
        if (known is null)
        {
            Added?.Invoke(project);
        }

        return project;
    }

    private WorkspaceState Create(ProjectFolder? folder)
    {
        var project = new WorkspaceState(folder, law);
        project.SetMine(_mine);
        return project;
    }

    private void Put(string file, OpenDocument document)
    {
        (WorkspaceState? project, string name) = Find(file);
        if (project is null)
        {
            project = Create(null);
            Added?.Invoke(project);
        }

        _placed[file] = new Placed(project, name);
        project.Open(name, document);
    }

    // One file under two addresses is one file; the second address stands alone.
    private (WorkspaceState? Project, string Name) Find(string file)
    {
        foreach (WorkspaceState project in Innermost)
        {
            if (project.Folder?.NameOf(file) is { } name
                && !_placed.Values.Any(placed => placed.Project == project && placed.Name == name))
            {
                return (project, name);
            }
        }

        if (!_rooted.IsEmpty)
        {
            return (null, file);
        }

        if (!_isTogether)
        {
            _isTogether = true;
            Added?.Invoke(_together);
        }

        return (_together, file);
    }

    private void Take(Placed placed)
    {
        placed.Project.Close(placed.Name);
        if (placed.Project.Folder is null && placed.Project != _together)
        {
            Remove(placed.Project);
        }
    }

    private void Remove(WorkspaceState project)
    {
        _recent = _recent == project ? null : _recent;
        Removed?.Invoke(project);
    }

    private sealed record Placed(WorkspaceState Project, string Name);
}
