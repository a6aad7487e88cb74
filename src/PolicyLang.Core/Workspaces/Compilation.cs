using System.Runtime.CompilerServices;
using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Semantics.Binding;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces.Incremental;

namespace PolicyLang.Workspaces;

/// <summary>What is known about one snapshot. Each stage is computed when it is first asked for, and once.</summary>
internal sealed partial class Compilation
{
    private const int PatienceMilliseconds = 250;

    // Reuse the diagnostic of an unchanged conflict.
    private static readonly ConditionalWeakTable<FoundConflict, Diagnostic> Reports = new();

    // Names are bound long before conflicts are known, and asking for them never waits.
    private readonly ReentrantTurn _naming = new();
    private readonly SnapshotHistory _history;
    private readonly ImmutableArray<SyntaxTree> _prelude;
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly WorkspaceSettings _settings;
    private readonly UsedLaw _law;
    private SemanticModel? _model;
    private RuleBook? _rules;
    private OwnLaw? _own;
    private ImmutableArray<FoundConflict> _conflicts;
    private ImmutableArray<FoundConflict> _open;
    private ImmutableArray<Diagnostic> _hiding;
    private Findings? _findings;
    private ImmutableArray<ScenarioResult> _scenarios;
    private ImmutableArray<CheckResult> _checks;

    /// <param name="prelude">The prelude's files.</param>
    /// <param name="trees">The user's files.</param>
    /// <param name="settings">What the project decides.</param>
    /// <param name="engine">How the engine works.</param>
    /// <param name="law">What is used of the law library.</param>
    /// <param name="before">What is known about the snapshot before; null for the first one.</param>
    public Compilation(ImmutableArray<SyntaxTree> prelude, ImmutableArray<SyntaxTree> trees, WorkspaceSettings settings,
        EngineSettings engine, UsedLaw law, Compilation? before = null)
    {
        _law = law;
        _engine = engine;
        _hasAlternative = HasAlternative;
        _startsReordered = before is not null && Volatile.Read(ref before._reordered) is not null;
        _history = new SnapshotHistory(trees, settings, before?._history);
        _settings = settings;
        _prelude = prelude;
        _trees = trees;
    }

    /// <summary>Whether the rules follow from those of an earlier snapshot.</summary>
    public bool FollowsEarlierRules => Ask((facts, _) => facts._history.HasFollowed, CancellationToken.None);

    public SemanticModel Model(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _model) is { } known)
        {
            return known;
        }

        using (_naming.Take(cancellation))
        {
            if (_model is null)
            {
                _model = _history.Rebind([.. _prelude, .. _law.Trees, .. _trees], cancellation)
                    ?? Binder.Bind(_prelude, _trees, _settings.Principles, _law.Trees, _law.Catalog, cancellation);
                _history.Bound(_model);
            }

            return _model;
        }
    }

    public ImmutableArray<FoundConflict> Conflicts(CancellationToken cancellation) =>
        Ask((facts, _) => facts._conflicts.IsDefault ? facts._conflicts = facts.Find(resolved: true, cancellation) : facts._conflicts,
            cancellation);

    /// <summary>The conflicts that precedence does not resolve: what diagnostics and scenarios are about.</summary>
    public ImmutableArray<FoundConflict> OpenConflicts(CancellationToken cancellation) =>
        Ask((facts, _) => facts._open.IsDefault ? facts._open = facts.FindOpen(cancellation) : facts._open, cancellation);

    public Findings Findings(CancellationToken cancellation) =>
        Ask((facts, rules) => facts._findings ??= facts.Collect(rules, cancellation), cancellation);

    public ImmutableArray<ScenarioResult> Scenarios(CancellationToken cancellation) =>
        Ask((facts, rules) => facts._scenarios.IsDefault
            ? facts._scenarios = new ScenarioRunner(rules, facts.OpenConflicts(cancellation)).RunAll(cancellation)
            : facts._scenarios, cancellation);

    public ImmutableArray<CheckResult> Checks(CancellationToken cancellation) =>
        Ask((facts, rules) => facts._checks.IsDefault
            ? facts._checks = new CheckProver(rules, () => facts.OpenConflicts(cancellation)).ProveAll(cancellation)
            : facts._checks, cancellation);

    /// <summary>Runs what works in the snapshot's space of regions, which one thread at a time may use, and opens budgets itself.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for the space, or while working in it.</exception>
    public T WithRules<T>(Func<RuleBook, T> work, CancellationToken cancellation) => Ask((_, rules) => work(rules), cancellation);

    /// <summary>Runs what works in the spaces of two snapshots.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for the spaces, or while working in them.</exception>
    public static T WithRules<T>(Compilation one, Compilation other, Func<RuleBook, RuleBook, T> work, CancellationToken cancellation)
    {
        (ReentrantTurn.Held first, ReentrantTurn.Held second) =
            ReentrantTurn.TakeBoth(one._history.Judging, other._history.Judging, cancellation);
        using (first)
        using (second)
        {
            return one.WithRules(rules => other.WithRules(others => work(rules, others), cancellation), cancellation);
        }
    }

    /// <summary>
    /// The same where nobody has to wait: the rules are known and nothing works with them now. Where their conflicts are known too, whoever
    /// works with them is soon done, and is waited for, so that the answer is the same whenever it is asked for.
    /// </summary>
    public T? AskAtHand<T>(Func<RuleBook, T?> work)
        where T : class
    {
        using ReentrantTurn.Held? held = _history.Judging.TakeWithin(OpenConflictsAtHand.IsDefault ? 0 : PatienceMilliseconds);
        return held is not null && (_reordered ?? this)._rules is { } rules
            ? rules.Space.Regions.TryAnswer(() => work(rules)).Or(null)
            : null;
    }

    /// <summary>The conflicts that precedence does not resolve, if they are known; otherwise default.</summary>
    public ImmutableArray<FoundConflict> OpenConflictsAtHand => (Volatile.Read(ref _reordered) ?? this)._open;

    private RuleBook Rules(CancellationToken cancellation) => _rules ??=
        _history.Follow(Model(cancellation), cancellation)
        ?? RuleBook.Create(Model(cancellation), _engine, Alternative, cancellation);

    private ImmutableArray<FoundConflict> Find(bool resolved, CancellationToken cancellation) =>
        ApplySeverity(new ConflictFinder(Rules(cancellation), _settings.AsOf).FindAll(resolved, cancellation));

    private ImmutableArray<FoundConflict> FindOpen(CancellationToken cancellation)
    {
        RuleBook rules = Rules(cancellation);
        ConflictHistory search = _history.BeginSearch(rules);
        search.Reported = new ConflictFinder(rules, _settings.AsOf).FindNotResolved(search, cancellation);
        _history.EndSearch(search);
        return ApplySeverity(ConflictFinder.Sorted(search.Reported.Values));
    }

    private ImmutableArray<FoundConflict> ApplySeverity(ImmutableArray<FoundConflict> conflicts) =>
        [.. conflicts.Select(c => SeverityOf(c) == c.Conflict.Severity && HelpOf(c) == c.Conflict.Help
            && OwnClauseOf(c) == c.Conflict.OwnClause ? c : _history.WithSeverity(c, ApplySeverity))];

    private FoundConflict ApplySeverity(FoundConflict found) => found with
    {
        Conflict = found.Conflict with { Severity = SeverityOf(found), Help = HelpOf(found), OwnClause = OwnClauseOf(found) },
    };

    // A policy that breaks the law is what its author can mend.
    private string? OwnClauseOf(FoundConflict found)
    {
        OwnLaw own = OwnLaw(CancellationToken.None);
        return found.Rules.All(r => own.Contains(r.Clause.Framework)) ? null
            : found.Rules.Where(r => own.Contains(r.Clause.Framework)).Select(r => r.Clause.QualifiedName)
                .OrderBy(c => c != found.Conflict.MainClause).ThenBy(c => c, StringComparer.Ordinal).FirstOrDefault();
    }

    // Law read after the day of use breaks no build before somebody looks at it.
    private DiagnosticSeverity SeverityOf(FoundConflict found)
    {
        DiagnosticSeverity severity =
            _settings.SeverityOf(found.Conflict.Descriptor, found.Conflict.Severity) ?? DiagnosticSeverity.Hint;
        return severity > DiagnosticSeverity.Warning && !_law.Trees.IsEmpty && found.Rules.Any(r => _law.IsNewer(r.Clause.Location.File))
            ? DiagnosticSeverity.Warning
            : severity;
    }

    /// <summary>What is to be said of the law itself: without what scenarios and checks come to.</summary>
    public ImmutableArray<Diagnostic> FindingsOfLaw(CancellationToken cancellation) =>
        Ask((facts, rules) => facts.CollectLaw(rules, out _, cancellation).Select(facts.ApplySeverity).OfType<Diagnostic>()
            .ToImmutableArray(), cancellation);

    /// <summary>Which instruments are the reader's own.</summary>
    public OwnLaw OwnLaw(CancellationToken cancellation) => _own ??= new OwnLaw(Model(cancellation), _settings.Mine);

    /// <summary>The errors that hide rules, sorted.</summary>
    /// <param name="conflicts">Whether the answer tells of conflicts, so that those that are not decided count too.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ImmutableArray<Diagnostic> HidingErrors(bool conflicts, CancellationToken cancellation) => Ask(
        (facts, rules) => !conflicts ? facts.FindHiding(rules, conflicts: false, cancellation)
            : facts._hiding.IsDefault ? facts._hiding = facts.FindHiding(rules, conflicts: true, cancellation)
            : facts._hiding,
        cancellation);

    private ImmutableArray<Diagnostic> FindHiding(RuleBook rules, bool conflicts, CancellationToken cancellation)
    {
        List<Diagnostic> all = [.. Understanding(rules, cancellation)];
        if (conflicts)
        {
            OpenConflicts(cancellation);
        }
        else
        {
            rules.Space.Regions.TryAnswer(() =>
            {
                rules.Settle();
                return true;
            });
        }

        all.AddRange(rules.Undecided.Select(LimitFindings.Undecided));
        return [.. all.Select(ApplySeverity).OfType<Diagnostic>().Where(d => d.HidesRules)
            .OrderBy(d => d, Comparer<Diagnostic>.Create(Diagnostic.Compare))];
    }

    // What was not understood, or goes beyond the budget by itself.
    private IEnumerable<Diagnostic> Understanding(RuleBook rules, CancellationToken cancellation) =>
    [
        .. _trees.SelectMany(t => t.Diagnostics),
        .. Model(cancellation).Diagnostics.Where(IsTold),
        .. _law.Findings(),
        .. rules.TooComplex.Select(LimitFindings.TooComplex),
        .. LimitFindings.Assumptions(rules),
        .. AssumptionReasons.WithoutCases(rules),
    ];

    private List<Diagnostic> CollectLaw(
        RuleBook rules, out Dictionary<BoundFile, PartFindings> parts, CancellationToken cancellation)
    {
        var all = new List<Diagnostic>(Understanding(rules, cancellation));
        ImmutableArray<FoundConflict> conflicts = OpenConflicts(cancellation);
        all.AddRange(rules.Undecided.Select(LimitFindings.Undecided));
        all.AddRange(conflicts.Where(c => c.Conflict.Status != ConflictStatus.Ended).Select(Report));

        // Computed even if not reported, so that the next snapshot can reuse it.
        parts = Judge(rules);
        if (!all.Exists(d => d.HidesRules))
        {
            all.AddRange(new Acknowledgements(Model(cancellation).Acknowledgements, _settings.AsOf).Stale(conflicts));
            var conflicting = new HashSet<ClauseSymbol>(conflicts.SelectMany(c => c.Rules.Select(r => r.Clause)));
            all.AddRange(WorkspaceLints.OncePerPair(parts.Values.SelectMany(p => p.Report(conflicting))));

            // An unreadable clause uses nothing; lints about that would blame the drafter wrongly.
            var files = new HashSet<string>(_trees.Select(t => t.File), StringComparer.Ordinal);
            all.AddRange(new WorkspaceLints(rules, _settings.Edition).UnusedTerms(files));
            all.AddRange(new FrameworkLints(rules.Model).Check(files));
        }

        return all;
    }

    private Findings Collect(RuleBook rules, CancellationToken cancellation)
    {
        List<Diagnostic> all = CollectLaw(rules, out Dictionary<BoundFile, PartFindings> parts, cancellation);
        all.AddRange(Scenarios(cancellation).SelectMany(s => s.Failures.Select(f => s.IsDecided
            ? ScenarioDiagnostics.Unmet.Create(f.Location, f.Message, "Correct the expectation, or the clauses.")
            : LimitFindings.Unanswered(f.Location, f.Message))));
        all.AddRange(Checks(cancellation).Where(c => c.Failure is not null).Select(c => c.IsDecided
            ? ScenarioDiagnostics.Refuted.Create(c.Location, c.Failure ?? string.Empty, "Correct the check, or the clauses.")
            : LimitFindings.Unanswered(c.Location, c.Failure ?? string.Empty)));
        all.AddRange(Checks(cancellation).Where(c => c.IsVacuous)
            .Select(c => ScenarioDiagnostics.Vacuous.Create(c.Location, "No case fits the check, so it says nothing.",
            "Loosen it until a case fits: two of its parts exclude each other.")));
        return _history.Found(before => new Findings(all.Select(ApplySeverity).OfType<Diagnostic>(), parts, before));
    }

    private Dictionary<BoundFile, PartFindings> Judge(RuleBook rules)
    {
        var redundancy = new RedundancyFinder(rules);
        var lints = new WorkspaceLints(rules, _settings.Edition);
        return _trees.Select(t => rules.Model.Part(t.File)).OfType<BoundFile>().ToDictionary(
            part => part,
            part => _history.KnownFindings(rules, part)
                ?? new PartFindings([.. part.Frameworks.SelectMany(f => redundancy.Find(f))], [.. lints.Check(part)]));
    }

    private Diagnostic? ApplySeverity(Diagnostic found) =>
        _settings.SeverityOf(found.Descriptor, found.Severity) is not { } severity
            ? null
            : severity == found.Severity ? found : found with { Severity = severity };

    // Hints about the drafting of the library are for those who keep it.
    private bool IsTold(Diagnostic found) => found.Severity == DiagnosticSeverity.Error || !_law.Holds(found.Location.File);

    // A finding stands at the user's own clause, or where the library's law is used.
    private Diagnostic Report(FoundConflict found) => IsOfLibrary(found)
        ? ConflictReport.At(_law.PlaceOf(First(found).Clause.Location.File), found, null)
        : Reports.GetValue(found, f => ConflictReport.At(ConflictReport.Head(First(f).Clause), f, First(f).Clause));

    // Asked about every conflict after each edit, so that unused law must cost nothing.
    private bool IsOfLibrary(FoundConflict found) => !_law.Trees.IsEmpty && found.Rules.All(r => _law.Holds(r.Clause.Location.File));

    // Nobody can amend law of the library.
    private string? HelpOf(FoundConflict found) => found.Conflict.IsOpen && IsOfLibrary(found)
        ? "Law of the library is not yours to amend: keep out of such cases, or 'acknowledge conflict between "
            + $"{string.Join(" and ", found.Conflict.Clauses)} because \"…\"'."
        : found.Conflict.Help;

    private Rule First(FoundConflict found) =>
        found.Rules.OrderBy(r => _law.Holds(r.Clause.Location.File)).ThenBy(r => r.Clause.QualifiedName != found.Conflict.OwnClause)
            .ThenBy(r => r.Clause.QualifiedName, StringComparer.Ordinal).First();
}
