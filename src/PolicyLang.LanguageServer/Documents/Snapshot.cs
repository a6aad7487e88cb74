using PolicyLang.Library;
using PolicyLang.Workspaces;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Documents;

/// <summary>The texts at one moment. Making one is cheap; the workspace behind it is parsed when it is first asked for.</summary>
#pragma warning disable CA1001 // The source is cancelled once and has no timer: there is nothing to give back.
internal sealed class Snapshot
#pragma warning restore CA1001
{
    private readonly bool _fromEmpty;
    private readonly LawCatalog? _law;
    private Workspace? _base;
    private readonly ImmutableDictionary<string, string?> _pending;
    private readonly Lazy<Workspace> _workspace;
    private readonly CancellationTokenSource _outdated = new();

    private Snapshot(
        object origin,
        LawCatalog? law,
        long number,
        Workspace? from,
        ImmutableDictionary<string, string?> pending,
        ImmutableDictionary<string, OpenDocument> open,
        ImmutableArray<CoreDiagnostic> problems,
        WorkspaceSettings settings)
    {
        Origin = origin;
        _law = law;
        Number = number;
        Open = open;
        Problems = problems;
        _fromEmpty = from is null;
        _base = from;
        _pending = pending;
        Settings = settings;
        _workspace = new Lazy<Workspace>(Build);
    }

    /// <summary>No texts. Not even the vocabulary is read before somebody asks, so that a client is answered at once.</summary>
    /// <param name="law">The law library that texts may use; null for none.</param>
    public static Snapshot Create(LawCatalog? law) =>
        new(new object(), law, 0, null, ImmutableDictionary<string, string?>.Empty, ImmutableDictionary<string, OpenDocument>.Empty, [],
        WorkspaceSettings.Default);

    /// <summary>The same for every snapshot of a project, and for no other.</summary>
    public object Origin { get; }

    /// <summary>Cancelled as soon as there is a newer snapshot.</summary>
    public CancellationToken Outdated => _outdated.Token;

    /// <summary>Grows with every change.</summary>
    public long Number { get; }

    /// <summary>The open documents by file name.</summary>
    public ImmutableDictionary<string, OpenDocument> Open { get; }

    /// <summary>Findings about files that are no policy text: project files, files that cannot be read.</summary>
    public ImmutableArray<CoreDiagnostic> Problems { get; }

    /// <summary>What the project decides.</summary>
    public WorkspaceSettings Settings { get; }

    /// <summary>What is known about the texts.</summary>
    public Workspace Workspace => _workspace.Value;

    /// <summary>The next snapshot.</summary>
    /// <param name="changes">New texts by file name; null for a file that is gone.</param>
    /// <param name="open">The open documents then.</param>
    /// <param name="problems">The findings about other files then.</param>
    /// <param name="settings">What the project decides then.</param>
    public Snapshot Next(IEnumerable<KeyValuePair<string, string?>> changes, ImmutableDictionary<string, OpenDocument> open,
        ImmutableArray<CoreDiagnostic> problems, WorkspaceSettings settings)
    {
        // Read once: it is let go when the workspace is built, which may be now.
        Workspace? from = _base;
        return (_fromEmpty || from is not null) && !_workspace.IsValueCreated
            ? new Snapshot(Origin, _law, Number + 1, from, _pending.SetItems(changes), open, problems, settings)
            : new Snapshot(Origin, _law, Number + 1, Workspace, ImmutableDictionary.CreateRange(changes), open, problems, settings);
    }

    /// <summary>Says that there is a newer one.</summary>
    public void Retire() => _outdated.Cancel();

    private Workspace Build()
    {
        Workspace from = _base ?? Begin();
        Workspace without = _pending.Where(change => change.Value is null)
            .Aggregate(from.With(Settings), (workspace, change) => workspace.Without(change.Key));
        Workspace built = _pending.All(change => change.Value is null)
            ? without
            : without.With(_pending.Where(change => change.Value is not null)
                .Select(change => KeyValuePair.Create(change.Key, change.Value ?? string.Empty)));

        // Otherwise everything known about the earlier workspace would stay in memory.
        _base = null;
        return built;
    }

    private Workspace Begin()
    {
        Workspace empty = Workspace.Empty.WithWorkers(Environment.ProcessorCount);
        return _law is null ? empty : empty.With(_law);
    }
}
