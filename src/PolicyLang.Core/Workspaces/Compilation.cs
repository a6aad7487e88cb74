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

namespace PolicyLang.Workspaces;

/// <summary>What is known about one snapshot. Each stage is computed when it is first asked for, and once.</summary>
internal sealed partial class Compilation
{
    // What earlier snapshots have left in the space of regions that they share stays; beyond this a new space is begun.
    private const int MostNodes = 8_000_000;

    private const int PatienceMilliseconds = 250;

    // A conflict that is told again as it was is reported as it was.
    private static readonly ConditionalWeakTable<FoundConflict, Diagnostic> Reports = new();

    // By the project's own severities; what follows a snapshot of the same settings finds the same objects.
    private readonly ConditionalWeakTable<FoundConflict, FoundConflict> _weighed;

    // What names mean is known long before what collides, and nobody who asks for the former waits for the latter.
    private readonly ReentrantTurn _naming = new();
    private readonly ReentrantTurn _judging;
    private Compilation? _earlier;
    private ConflictSearchResult? _search;
    private readonly ImmutableArray<SyntaxTree> _prelude;
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly WorkspaceSettings _settings;
    private SemanticModel? _model;
    private SemanticModel? _modelBefore;
    private RuleBook? _rules;
    private ImmutableArray<FoundConflict> _conflicts;
    private ImmutableArray<FoundConflict> _open;
    private Findings? _findings;
    private Findings? _findingsBefore;
    private ImmutableArray<ScenarioResult> _scenarios;
    private ImmutableArray<CheckResult> _checks;

    /// <param name="prelude">The prelude's files.</param>
    /// <param name="trees">The user's files.</param>
    /// <param name="settings">What the project decides.</param>
    /// <param name="engine">How the engine works.</param>
    /// <param name="before">What is known about the snapshot before; null for the first one.</param>
    public Compilation(ImmutableArray<SyntaxTree> prelude, ImmutableArray<SyntaxTree> trees, WorkspaceSettings settings,
        EngineSettings engine, Compilation? before = null)
    {
        _engine = engine;
        _hasAlternative = HasAlternative;
        _startsReordered = before is not null && Volatile.Read(ref before._reordered) is not null;
        // Read in this order: a search that ends meanwhile is set before what it followed is let go.
        Compilation? followed = before is null ? null : Volatile.Read(ref before._earlier);
        _earlier = before is not { _trees.IsEmpty: false } || Volatile.Read(ref before._search) is null ? followed : before;

        // Snapshots that follow each other may share a space of regions; all others are judged beside each other.
        _judging = _earlier?._judging ?? new ReentrantTurn();
        _modelBefore = before is not null && before._settings.Principles.SequenceEqual(settings.Principles) ? before.ModelToFollow : null;
        _weighed = before is not null && before._settings == settings ? before._weighed : new();
        _settings = settings;
        _prelude = prelude;
        _trees = trees;
    }

    // The model of this snapshot, or the one that it would have followed.
    private SemanticModel? ModelToFollow => Volatile.Read(ref _model) ?? _modelBefore;

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
                _model = (_modelBefore is { } before ? Rebinder.Rebind(before, [.. _prelude, .. _trees], cancellation) : null)
                    ?? Binder.Bind(_prelude, _trees, _settings.Principles, cancellation);
                _modelBefore = null;
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
        (ReentrantTurn.Held first, ReentrantTurn.Held second) = ReentrantTurn.TakeBoth(one._judging, other._judging, cancellation);
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
        using ReentrantTurn.Held? held = _judging.TakeWithin(OpenConflictsAtHand.IsDefault ? 0 : PatienceMilliseconds);
        return held is not null && (_reordered ?? this)._rules is { } rules
            ? rules.Space.Regions.TryAnswer(() => work(rules)).Or(null)
            : null;
    }

    /// <summary>The conflicts that precedence does not resolve, if they are known; otherwise default.</summary>
    public ImmutableArray<FoundConflict> OpenConflictsAtHand => (Volatile.Read(ref _reordered) ?? this)._open;

    private RuleBook Rules(CancellationToken cancellation) =>
        _rules ??= Follow(cancellation) ?? RuleBook.Create(Model(cancellation), _engine, Alternative, cancellation);

    private ImmutableArray<FoundConflict> Find(bool resolved, CancellationToken cancellation) =>
        ApplySeverity(new ConflictFinder(Rules(cancellation), _settings.AsOf).FindAll(resolved, cancellation));

    private ImmutableArray<FoundConflict> FindOpen(CancellationToken cancellation)
    {
        RuleBook rules = Rules(cancellation);
        ConflictSearchResult search = new ConflictFinder(rules, _settings.AsOf).Search(_earlier?._search, cancellation);

        // From here on this snapshot is what the next one starts from.
        _findingsBefore = rules.Succession is null ? null : _earlier?._findings;
        search.Release();
        rules.Succession?.Release(rules);
        Volatile.Write(ref _search, search);
        Volatile.Write(ref _earlier, null);
        return ApplySeverity(ConflictFinder.Sorted(search.Told.Values));
    }

    // The rules of now from those of the snapshot that was last searched, where no more than some clauses of conduct differ.
    private RuleBook? Follow(CancellationToken cancellation) =>
        _earlier is { _rules: { } rules } earlier && earlier._settings == _settings && SharedVocabulary.IsUnchanged(earlier._trees, _trees)
            && rules.Space.Regions.NodeCount < MostNodes
            ? RuleBook.Follow(rules, Model(cancellation), cancellation)
            : null;

    private ImmutableArray<FoundConflict> ApplySeverity(ImmutableArray<FoundConflict> conflicts) =>
        [.. conflicts.Select(
        c => ApplySeverity(c.Conflict.Descriptor, c.Conflict.Severity) == c.Conflict.Severity ? c : _weighed.GetValue(c, ApplySeverity))];

    private FoundConflict ApplySeverity(FoundConflict found) =>
        found with { Conflict = found.Conflict with { Severity = ApplySeverity(found.Conflict.Descriptor, found.Conflict.Severity) } };

    private DiagnosticSeverity ApplySeverity(DiagnosticDescriptor descriptor, DiagnosticSeverity severity) =>
        _settings.SeverityOf(descriptor, severity) ?? DiagnosticSeverity.Hint;

    /// <summary>What is to be said of the law itself: without what scenarios and checks come to.</summary>
    public ImmutableArray<Diagnostic> FindingsOfLaw(CancellationToken cancellation) =>
        Ask((facts, rules) => facts.CollectLaw(rules, out _, out _, cancellation).Select(facts.ApplySeverity).OfType<Diagnostic>()
            .ToImmutableArray(), cancellation);

    private List<Diagnostic> CollectLaw(
        RuleBook rules, out Dictionary<BoundFile, PartFindings> parts, out Findings? before, CancellationToken cancellation)
    {
        var all = new List<Diagnostic>(_trees.SelectMany(t => t.Diagnostics));
        all.AddRange(Model(cancellation).Diagnostics);
        all.AddRange(rules.TooComplex.Select(LimitFindings.TooComplex));
        if (!rules.KnowsExisting && Model(cancellation).Assumptions is [var first, ..])
        {
            all.Add(LimitDiagnostics.TooComplex.Create(first.Location,
                "The assumptions combine too many conditions to be decided; all cases count.",
                "Write them with fewer conditions, or leave some out."));
        }

        all.AddRange(AssumptionReasons.WithoutCases(rules));
        ImmutableArray<FoundConflict> conflicts = OpenConflicts(cancellation);

        // Known once conflicts are.
        before = _findingsBefore;
        all.AddRange(rules.Undecided.Select(LimitFindings.Undecided));
        all.AddRange(conflicts.Where(c => c.Conflict.Status != ConflictStatus.Ended).Select(c => Reports.GetValue(c, Report)));

        // Worked out even where it is not told, so that the next snapshot can take it over.
        parts = Judge(rules, before);
        if (!all.Exists(d => d.HidesRules))
        {
            all.AddRange(new Acknowledgements(Model(cancellation).Acknowledgements, _settings.AsOf).Stale(conflicts));
            var conflicting = new HashSet<ClauseSymbol>(conflicts.SelectMany(c => c.Rules.Select(r => r.Clause)));
            all.AddRange(WorkspaceLints.OncePerPair(parts.Values.SelectMany(p => p.Report(conflicting))));

            // A clause that could not be read uses no term and meets no other: what lints would say of that is not the drafter's fault.
            var files = new HashSet<string>(_trees.Select(t => t.File), StringComparer.Ordinal);
            all.AddRange(new WorkspaceLints(rules, _settings.Edition).UnusedTerms(files));
            all.AddRange(new FrameworkLints(rules.Model).Check(files));
        }

        return all;
    }

    private Findings Collect(RuleBook rules, CancellationToken cancellation)
    {
        List<Diagnostic> all = CollectLaw(rules, out Dictionary<BoundFile, PartFindings> parts, out Findings? before, cancellation);
        all.AddRange(Scenarios(cancellation).SelectMany(s => s.Failures.Select(f => s.IsDecided
            ? ScenarioDiagnostics.Unmet.Create(f.Location, f.Message, "Correct the expectation, or the clauses.")
            : LimitFindings.Unanswered(f.Location, f.Message))));
        all.AddRange(Checks(cancellation).Where(c => c.Failure is not null).Select(c => c.IsDecided
            ? ScenarioDiagnostics.Refuted.Create(c.Location, c.Failure ?? string.Empty, "Correct the check, or the clauses.")
            : LimitFindings.Unanswered(c.Location, c.Failure ?? string.Empty)));
        all.AddRange(Checks(cancellation).Where(c => c.IsVacuous)
            .Select(c => ScenarioDiagnostics.Vacuous.Create(c.Location, "No case fits the check, so it says nothing.",
            "Loosen it until a case fits: two of its parts exclude each other.")));
        var findings = new Findings(all.Select(ApplySeverity).OfType<Diagnostic>(), parts, before);
        _findingsBefore = null;
        return findings;
    }

    // What is said of the clauses of a file is known where no rule of theirs, and none that opposes one of these, differs from before.
    private Dictionary<BoundFile, PartFindings> Judge(RuleBook rules, Findings? before)
    {
        var redundancy = new RedundancyFinder(rules);
        var lints = new WorkspaceLints(rules, _settings.Edition);
        return _trees.Select(t => rules.Model.Part(t.File)).OfType<BoundFile>().ToDictionary(
            part => part,
            part => before?.Parts.TryGetValue(part, out PartFindings? known) == true && rules.Succession is { } succession
                && rules.RulesIn(part).All(r => succession.IsUntouched(rules, r))
                ? known
                : new PartFindings([.. part.Frameworks.SelectMany(f => redundancy.Find(f))], [.. lints.Check(part)]));
    }

    private Diagnostic? ApplySeverity(Diagnostic found) =>
        _settings.SeverityOf(found.Descriptor, found.Severity) is not { } severity
            ? null
            : severity == found.Severity ? found : found with { Severity = severity };

    // The first clause carries the finding; the others are related places.
    private static Diagnostic Report(FoundConflict found)
    {
        ImmutableArray<Rule> parts =
            [.. found.Rules.GroupBy(r => r.Clause).Select(g => g.First()).OrderBy(r => r.Clause.QualifiedName, StringComparer.Ordinal)];
        return found.Conflict.Descriptor.Create(
            Head(parts[0].Clause),
            found.Conflict.Message,
            found.Conflict.Help,
            [.. parts.Skip(1)
                .Select(r => new RelatedLocation(Head(r.Clause), $"{r.Clause.QualifiedName} {ConflictSides.Part(r.Modality)}"))],
            found.Conflict.Severity) with { Subject = found.Conflict };
    }

    private static Location Head(ClauseSymbol clause)
    {
        TextSpan keyword = clause.Syntax.Absolute(clause.Syntax.Node.KeywordSpan);
        return clause.Location with { Span = keyword.Cover(clause.Location.Span) };
    }
}
