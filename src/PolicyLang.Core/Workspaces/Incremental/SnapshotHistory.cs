using System.Runtime.CompilerServices;
using PolicyLang.Conflicts;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>
/// What a snapshot knows of those before it: the only place that carries anything over. It lets go of an earlier snapshot as soon as
/// this one can take its place.
/// </summary>
internal sealed class SnapshotHistory
{
    // Nodes of earlier snapshots stay in the shared space; beyond this, begin a new one.
    private const int MostNodes = 8_000_000;

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly WorkspaceSettings _settings;

    // With the project's severities, so snapshots of equal settings share objects.
    private readonly ConditionalWeakTable<FoundConflict, FoundConflict> _withSeverity;
    private JudgedSnapshot? _earlier;
    private JudgedSnapshot? _judged;
    private SemanticModel? _model;
    private Findings? _findingsBefore;
    private RuleDelta? _delta;

    /// <param name="trees">The user's files.</param>
    /// <param name="settings">What the project decides.</param>
    /// <param name="before">What the snapshot before knows; null for the first one.</param>
    public SnapshotHistory(ImmutableArray<SyntaxTree> trees, WorkspaceSettings settings, SnapshotHistory? before)
    {
        (_trees, _settings) = (trees, settings);

        // Read in this order: results are stored before their predecessor is released.
        JudgedSnapshot? followed = before is null ? null : Volatile.Read(ref before._earlier);
        _earlier = before is null ? null : Volatile.Read(ref before._judged) ?? followed;

        // Successive snapshots may share a region space; all others are judged side by side.
        Judging = _earlier is not null && before is not null ? before.Judging : new ReentrantTurn();
        _model = before is not null && before._settings.Principles.SequenceEqual(settings.Principles)
            ? Volatile.Read(ref before._model)
            : null;
        _withSeverity = before is not null && before._settings == settings ? before._withSeverity : new();
    }

    /// <summary>The turn to work in the space of regions.</summary>
    public ReentrantTurn Judging { get; }

    /// <summary>Whether the rules follow from earlier ones.</summary>
    public bool HasFollowed => _delta is not null;

    /// <summary>The model of this snapshot from the one before; null where there is none, or too much changed.</summary>
    public SemanticModel? Rebind(ImmutableArray<SyntaxTree> trees, CancellationToken cancellation) =>
        _model is { } before ? Rebinder.Rebind(before, trees, cancellation) : null;

    /// <summary>From here on the next snapshot is bound from this model.</summary>
    public void Bound(SemanticModel model) => Volatile.Write(ref _model, model);

    /// <summary>The rules of a model from those of the snapshot that was last judged; null where more than some clauses of conduct
    /// differ.</summary>
    public RuleBook? Follow(SemanticModel model, CancellationToken cancellation)
    {
        RuleUpdate? update = _earlier is { } earlier && earlier.Settings == _settings
            && SharedVocabulary.IsUnchanged(earlier.Trees, _trees) && earlier.Rules.Space.Regions.NodeCount < MostNodes
                ? RuleUpdate.Find(earlier.Rules, model, cancellation)
                : null;
        _delta = update?.Delta;
        return update?.Book;
    }

    /// <summary>What the search for conflicts may know beforehand.</summary>
    public ConflictHistory BeginSearch(RuleBook rules) => new(rules, _delta, _earlier?.Search);

    /// <summary>From here on this snapshot is what the next one starts from.</summary>
    public void EndSearch(ConflictHistory search)
    {
        _findingsBefore = _delta is null ? null : _earlier?.Findings;
        search.Release();
        _delta?.Release(search.Book);

        // Without files there is nothing to start from.
        Volatile.Write(ref _judged, _trees.IsEmpty ? null : new JudgedSnapshot(_trees, _settings, search));
        Volatile.Write(ref _earlier, null);
    }

    /// <summary>What was said of the clauses of a file, where no rule of theirs, and none that opposes one of these, differs from
    /// before; else null.</summary>
    public PartFindings? KnownFindings(RuleBook rules, BoundFile file) =>
        _findingsBefore?.Parts.TryGetValue(file, out PartFindings? known) == true && _delta is { } delta
            && rules.Lowered.RulesIn(file).All(r => delta.IsUntouched(rules, r))
                ? known
                : null;

    /// <summary>Findings, where those of a file that are as before are the same array; the next snapshot takes them over.</summary>
    public Findings Found(Func<Findings?, Findings> make)
    {
        Findings findings = make(_findingsBefore);
        _findingsBefore = null;
        if (_judged is { } judged)
        {
            judged.Findings = findings;
        }

        return findings;
    }

    /// <summary>A conflict by the project's own severity: the same object for the same conflict.</summary>
    public FoundConflict WithSeverity(
        FoundConflict conflict, ConditionalWeakTable<FoundConflict, FoundConflict>.CreateValueCallback make) =>
        _withSeverity.GetValue(conflict, make);
}
