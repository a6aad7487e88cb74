using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Diagnostics;
using PolicyLang.Library;
using PolicyLang.Parsing;
using PolicyLang.Prelude;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Workspaces;

/// <summary>An immutable snapshot of a set of files and everything known about them. Thread-safe.</summary>
internal sealed partial class Workspace
{
    /// <summary>A workspace with the prelude alone.</summary>
    public static readonly Workspace Empty =
        new(PreludeTrees.All,
        ImmutableSortedDictionary.Create<string, SyntaxTree>(StringComparer.Ordinal), WorkspaceSettings.Default, EngineSettings.Default);

    private readonly ImmutableArray<SyntaxTree> _prelude;
    private readonly ImmutableSortedDictionary<string, SyntaxTree> _files;
    private readonly EngineSettings _engine;
    private readonly Compilation _compilation;

    private Workspace(ImmutableArray<SyntaxTree> prelude, ImmutableSortedDictionary<string, SyntaxTree> files, WorkspaceSettings settings,
        EngineSettings engine, LawCatalog? catalog = null, Compilation? before = null)
    {
        Settings = settings;
        _engine = engine;
        _prelude = prelude;
        _files = files;
        Trees = [.. files.Values];
        Law = new UsedLaw(catalog, Trees, settings);
        _compilation = new Compilation(prelude, Trees, settings, engine, Law, before);
    }

    /// <summary>What the project decides.</summary>
    public WorkspaceSettings Settings { get; }

    /// <summary>The user's files, sorted by name (ordinal).</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>The prelude's files.</summary>
    public ImmutableArray<SyntaxTree> Prelude => _prelude;

    /// <summary>What the files use of the law library.</summary>
    public UsedLaw Law { get; }

    /// <summary>How many clauses the user's files hold.</summary>
    public int ClauseCount => Trees.Sum(t => t.Frameworks.Sum(f => f.Members.Count(m => m.Node is ClauseSyntax)));

    /// <summary>What is known about the snapshot.</summary>
    internal Compilation Facts => _compilation;

    /// <summary>Whether the rules were carried over from those of the snapshot before, but for what changed.</summary>
    internal bool FollowsEarlierRules => _compilation.FollowsEarlierRules;

    /// <summary>What the names mean.</summary>
    public SemanticModel Model => GetModel(CancellationToken.None);

    /// <summary>Every finding, conflicts included, sorted.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => GetDiagnostics(CancellationToken.None);

    /// <summary>Every conflict, resolved and acknowledged ones too, sorted by first location, then code.</summary>
    public ImmutableArray<Conflict> Conflicts => GetConflicts(CancellationToken.None);

    /// <summary>The conflicts that precedence does not resolve, sorted like <see cref="Conflicts"/> and found sooner.</summary>
    public ImmutableArray<Conflict> OpenConflicts => GetOpenConflicts(CancellationToken.None);

    /// <summary>The same where they are known already; null while they are not, so that nobody waits who asks what a name means.</summary>
    public ImmutableArray<Conflict>? OpenConflictsAtHand =>
        _compilation.OpenConflictsAtHand is { IsDefault: false } known ? [.. known.Select(c => c.Conflict)] : null;

    /// <summary>A smallest case that a clause speaks of; null where it has none, and where one would have to wait for it.</summary>
    public CaseFacts? ExampleAtHand(ClauseSymbol clause) => _compilation.AskAtHand(rules =>
        rules.RulesOf(clause).FirstOrDefault(r => !r.Region.IsEmpty) is { } rule
            ? new CaseWriter(rules.Space).Write(rules.Space.Regions.Witness(rule.Region))
            : null);

    /// <summary>
    /// The cases that a clause of conduct speaks of, in words: of a duty, those in which it is due. None for others, where one would have
    /// to wait, and where that is beyond the budget.
    /// </summary>
    public ImmutableArray<CasesLine> ReachAtHand(ClauseSymbol clause) =>
        _compilation.AskAtHand(rules => RegionWords.Reach(rules, rules.RulesOf(clause)))?.Lines ?? [];

    /// <summary>Holds what conflicts are sought with, so that a test can show who waits for it.</summary>
    internal void Occupy(Action work) => _compilation.WithRules(
        _ =>
        {
            work();
            return 0;
        },
        CancellationToken.None);

    /// <summary>The same workspace with one file added or replaced.</summary>
    /// <param name="file">The name that diagnostics will show; <c>.policy.md</c> makes it literate.</param>
    /// <param name="text">Its text.</param>
    public Workspace With(string file, string text) => With([new(file, text)]);

    /// <summary>The same workspace with many files added or replaced.</summary>
    public Workspace With(IEnumerable<KeyValuePair<string, string>> files)
    {
        ImmutableSortedDictionary<string, SyntaxTree>.Builder changed = _files.ToBuilder();
        foreach (SyntaxTree parsed in PolicyParser.Parse(_files, [.. files], _engine.Workers))
        {
            changed[parsed.File] = parsed;
        }

        return new Workspace(_prelude, changed.ToImmutable(), Settings, _engine, Law.Catalog, _compilation);
    }

    /// <summary>The same texts under other names, analysed anew.</summary>
    /// <param name="name">The name of a file from the one that it has.</param>
    public Workspace Renamed(Func<string, string> name) =>
        new Workspace(_prelude, Empty._files, Settings, _engine, Law.Catalog)
            .With(Trees.Select(tree => new KeyValuePair<string, string>(name(tree.File), tree.Text.Content)));

    /// <summary>The same files under other settings.</summary>
    public Workspace With(WorkspaceSettings settings) => settings == Settings ? this
        : new(_prelude, _files, settings, _engine, Law.Catalog);

    /// <summary>The same files with a law library at hand, of which they may use frameworks.</summary>
    public Workspace With(LawCatalog catalog) => new(_prelude, _files, Settings, _engine, catalog);

    /// <summary>The same workspace on a host that has several processors; no answer depends on it.</summary>
    /// <param name="workers">How many may work at a time; 1, which starts no thread, unless the host says otherwise.</param>
    public Workspace WithWorkers(int workers) => With(_engine with { Workers = workers });

    /// <summary>The same files, judged by an engine that works otherwise, so that a test can show that this changes no answer.</summary>
    internal Workspace With(EngineSettings engine) => new(_prelude, _files, Settings, engine, Law.Catalog);

    /// <summary>How the engine works.</summary>
    internal EngineSettings Engine => _engine;

    /// <summary>The same workspace, judged as of a day.</summary>
    public Workspace AsOf(CalendarDay? day) => With(Settings with { AsOf = day });

    /// <summary>The same workspace without a file.</summary>
    public Workspace Without(string file) =>
        _files.ContainsKey(file) ? new Workspace(_prelude, _files.Remove(file), Settings, _engine, Law.Catalog, _compilation) : this;

    /// <summary>The tree of a file, one of the prelude or of used law too; null where there is none.</summary>
    public SyntaxTree? Tree(string file) =>
        _files.TryGetValue(file, out SyntaxTree? tree) ? tree : Law.Tree(file) ?? _prelude.FirstOrDefault(t => t.File == file);

    /// <inheritdoc cref="Model"/>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SemanticModel GetModel(CancellationToken cancellation) => _compilation.Model(cancellation);

    /// <inheritdoc cref="Diagnostics"/>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Diagnostic> GetDiagnostics(CancellationToken cancellation) => _compilation.Findings(cancellation).All;

    /// <summary>The findings of each file that has some, sorted; those that are the same as in the snapshot before are the same
    /// array.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableSortedDictionary<string, ImmutableArray<Diagnostic>> GetDiagnosticsByFile(CancellationToken cancellation) =>
        _compilation.Findings(cancellation).ByFile;

    /// <summary>The findings about the law itself: all but what scenarios and checks come to.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal ImmutableArray<Diagnostic> GetFindingsOfLaw(CancellationToken cancellation) => _compilation.FindingsOfLaw(cancellation);

    /// <inheritdoc cref="Conflicts"/>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Conflict> GetConflicts(CancellationToken cancellation) =>
        [.. _compilation.Conflicts(cancellation).Select(c => c.Conflict)];

    /// <inheritdoc cref="OpenConflicts"/>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Conflict> GetOpenConflicts(CancellationToken cancellation) =>
        [.. _compilation.OpenConflicts(cancellation).Select(c => c.Conflict)];

    /// <summary>Runs what works in the snapshot's space of regions, which one thread at a time may use, and opens budgets itself.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for the space, or while working in it.</exception>
    internal T WithRules<T>(Func<RuleBook, T> work, CancellationToken cancellation = default) => _compilation.WithRules(work, cancellation);

    /// <summary>
    /// The clauses whose conflicts are not all known, as far as anybody has looked for them: whoever asks for <see cref="Conflicts"/>,
    /// resolved ones too, asks for more than <see cref="Diagnostics"/> need.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Diagnostic> UndecidedConflicts(CancellationToken cancellation = default) => _compilation.WithRules(
        rules => rules.Undecided.Select(LimitFindings.Undecided).OrderBy(d => d, Comparer<Diagnostic>.Create(Diagnostic.Compare))
            .ToImmutableArray(),
        cancellation);

    /// <summary>What every scenario comes to, in order of declaration.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<ScenarioResult> RunScenarios(CancellationToken cancellation = default) => _compilation.Scenarios(cancellation);

    /// <summary>Which parts of which clauses of the user's files the scenarios touch.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<CoveredPart> Coverage(CancellationToken cancellation = default) =>
        _compilation.WithRules(rules => new ScenarioCoverage(rules).Measure(c => !Law.Holds(c.Location.File)), cancellation);

    /// <summary>What every check comes to, in order of declaration.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<CheckResult> ProveChecks(CancellationToken cancellation = default) => _compilation.Checks(cancellation);
}
