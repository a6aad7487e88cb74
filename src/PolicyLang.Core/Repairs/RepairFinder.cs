using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Repairs;

/// <summary>
/// Finds the smallest sets of amendments that remove conflicts. Every set is tried on the text itself: it has to remove the
/// conflict, bring no other, and bring no new error or warning.
/// </summary>
/// <param name="workspace">A workspace without mistakes.</param>
/// <param name="own">The instruments that may be amended.</param>
/// <param name="most">The most trials for one conflict; what lies beyond is not proposed.</param>
/// <param name="mostInAll">The most trials for all conflicts.</param>
/// <param name="cancellation">Stops the search, also while it waits for what others work out.</param>
/// <exception cref="OperationCanceledException">Cancelled, here or in a method.</exception>
internal sealed class RepairFinder(
    Workspace workspace, OwnLaw own, int most = 60, int mostInAll = 240, CancellationToken cancellation = default)
{
    private readonly ILookup<string, ClauseSymbol> _clauses = workspace.GetModel(cancellation).Clauses.ToLookup(c => c.QualifiedName);
    private readonly Amendments _amendments = new(workspace.Trees, own);
    private readonly HashSet<string> _findings = [.. Findings(workspace, cancellation)];
    private readonly ImmutableDictionary<string, Conflict> _open = workspace.GetOpenConflicts(cancellation)
        .ToImmutableDictionary(c => c.Fingerprint);
    private readonly Dictionary<string, Trial> _trials = new(StringComparer.Ordinal);

    private sealed record Trial(Workspace Workspace, ImmutableHashSet<string> Removed, bool IsClean);

    /// <summary>Whether there were more sets of amendments than trials.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>The smallest repairs of one conflict: all that need one amendment; if there is none, all that need two. Each is tried when
    /// it is asked for, so that whoever takes the first one waits for no other.</summary>
    public IEnumerable<Repair> Search(Conflict conflict)
    {
        ImmutableArray<Amendment> candidates = Candidates(conflict);
        bool found = false;
        for (int size = 1; size <= 2 && !found; size++)
        {
            int tried = 0;
            foreach (ImmutableArray<Amendment> amendments in Sets(candidates, size))
            {
                cancellation.ThrowIfCancellationRequested();
                if (tried++ >= most || Try(amendments) is not { } trial)
                {
                    Exhausted = true;
                    break;
                }

                if (trial.IsClean && trial.Removed.Contains(conflict.Fingerprint) && Outcome(trial.Workspace, conflict) is { } outcome)
                {
                    found = true;
                    yield return new Repair(amendments, Sorted(trial.Removed), outcome);
                }
            }
        }
    }

    /// <summary>The smallest repairs of one conflict.</summary>
    public ImmutableArray<Repair> Find(Conflict conflict) => [.. Search(conflict)];

    /// <summary>Whether a conflict has a clause that may be amended, or concerns a party whose adoptions may be.</summary>
    public bool MayRepair(Conflict conflict) => _amendments.MayAmend(conflict, ClausesOf(conflict));

    private ImmutableArray<Amendment> Candidates(Conflict conflict) => [.. _amendments.Find(conflict, ClausesOf(conflict))];

    private ImmutableArray<ClauseSymbol> ClausesOf(Conflict conflict) => [.. conflict.Clauses.SelectMany(name => _clauses[name])];

    /// <summary>Amendments that together remove as many conflicts as can be, tried as a whole; first clauses that yield, then what each
    /// conflict left has as a repair of its own.</summary>
    /// <param name="conflicts">The conflicts that are to go.</param>
    public RepairPlan Plan(ImmutableArray<Conflict> conflicts)
    {
        var wanted = conflicts.Select(c => c.Fingerprint).ToImmutableHashSet(StringComparer.Ordinal);
        ImmutableArray<Amendment> plan = Simplest(conflicts);
        ImmutableHashSet<string> removed = plan.IsEmpty ? [] : Gone(plan, wanted);
        if (removed.IsEmpty)
        {
            plan = [];
        }

        foreach (Conflict conflict in conflicts)
        {
            if (removed.Contains(conflict.Fingerprint))
            {
                continue;
            }

            foreach (Repair repair in Find(conflict).OrderBy(Burden).ThenByDescending(r => r.Removes.Count(wanted.Contains))
                .ThenBy(r => r.Amendments.Max(a => a.Kind)))
            {
                ImmutableArray<Amendment> longer = Merge(plan.AddRange(repair.Amendments));
                ImmutableHashSet<string> more = Gone(longer, wanted);
                if (more.Count > removed.Count && removed.IsSubsetOf(more))
                {
                    (plan, removed) = (longer, more);
                    break;
                }
            }
        }

        (plan, removed) = Shorten(plan, removed, wanted);
        return new RepairPlan(plan, Sorted(removed), wanted.Count, Exhausted);
    }

    // Prefer few amendments; ending a law or amending a treaty is the last resort.
    private int Burden(Repair repair) => repair.Amendments.Sum(a => 1 + (a.Kind == RepairKind.EndDate ? 10 : 0)
        + (a.Kind != RepairKind.Reserve && _clauses[a.Clause].Any(c => c.Meaning?.LawModality is not null) ? 10 : 0));

    // A policy's conflicts say what it must yield to; one trial shows if that suffices.
    private ImmutableArray<Amendment> Simplest(ImmutableArray<Conflict> conflicts) => Merge(
    [
        .. conflicts.Where(c => c.IsUnlawfulPolicy)
            .SelectMany(c => Candidates(c).Where(a => a.Yielding is { Orders.IsEmpty: false })),
    ]);

    // Amendments that say what one clause yields to are one amendment.
    private ImmutableArray<Amendment> Merge(IEnumerable<Amendment> amendments)
    {
        var merged = ImmutableArray.CreateBuilder<Amendment>();
        foreach (IGrouping<string, Amendment> clause in amendments.GroupBy(a => a.Clause))
        {
            merged.AddRange(clause.Where(a => a.Yielding is null).Distinct());
            Yielding[] yields = [.. clause.Select(a => a.Yielding).OfType<Yielding>()];
            if (yields.Length > 0)
            {
                merged.Add(Amendments.Yield(
                    _clauses[clause.Key].First(),
                    new Yielding([.. yields.SelectMany(y => y.Clauses).Distinct()],
                        [.. yields.SelectMany(y => y.Orders).Distinct().OrderBy(o => o, StringComparer.Ordinal)])));
            }
        }

        return merged.ToImmutable();
    }

    // The wanted conflicts that the amendments remove; none if they create others.
    private ImmutableHashSet<string> Gone(ImmutableArray<Amendment> amendments, ImmutableHashSet<string> wanted)
    {
        if (Try(amendments) is { } trial)
        {
            return trial.IsClean ? trial.Removed.Intersect(wanted) : [];
        }

        Exhausted = true;
        return [];
    }

    // No amendment is kept without which as much is removed.
    private (ImmutableArray<Amendment> Plan, ImmutableHashSet<string> Removed) Shorten(
        ImmutableArray<Amendment> plan, ImmutableHashSet<string> removed, ImmutableHashSet<string> wanted)
    {
        for (int i = plan.Length - 1; i >= 0 && plan.Length > 1; i--)
        {
            ImmutableArray<Amendment> shorter = plan.RemoveAt(i);
            ImmutableHashSet<string> gone = Gone(shorter, wanted);
            if (removed.IsSubsetOf(gone))
            {
                (plan, removed) = (shorter, gone);
            }
        }

        return (plan, removed);
    }

    // Null once all trials are spent.
    private Trial? Try(ImmutableArray<Amendment> amendments)
    {
        string key = string.Join("\n",
            amendments.Select(a => $"{a.Edit.File}:{a.Edit.Edit.Span.Start}:{a.Edit.Edit.NewText}")
            .OrderBy(k => k, StringComparer.Ordinal));
        if (!_trials.TryGetValue(key, out Trial? trial))
        {
            if (_trials.Count >= mostInAll)
            {
                return null;
            }

            Workspace amended = Apply(workspace, amendments.Select(a => a.Edit));
            ImmutableHashSet<string> open = [.. amended.GetOpenConflicts(cancellation).Select(c => c.Fingerprint)];
            bool clean = open.All(_open.ContainsKey) && Findings(amended, cancellation).All(_findings.Contains);
            trial = new Trial(amended, Removed(amended, open), clean);
            _trials.Add(key, trial);
        }

        return trial;
    }

    // A conflict hidden because its clause is beyond the budget is not removed.
    private ImmutableHashSet<string> Removed(Workspace amended, ImmutableHashSet<string> open)
    {
        ImmutableHashSet<string> undecided =
            amended.WithRules(
            rules => rules.Undecided.Concat(rules.TooComplex).Select(c => c.QualifiedName).ToImmutableHashSet(), cancellation);
        return [.. _open.Values.Where(c => !open.Contains(c.Fingerprint) && !c.Clauses.Any(undecided.Contains)).Select(c => c.Fingerprint)];
    }

    /// <summary>The workspace with edits made.</summary>
    public static Workspace Apply(Workspace workspace, IEnumerable<FileEdit> edits) => workspace.With(
        edits.GroupBy(e => e.File).Select(file =>
        {
            string text = workspace.Tree(file.Key)?.Text.Content ?? string.Empty;
            foreach (TextEdit edit in file.Select(e => e.Edit).OrderByDescending(e => e.Span.Start))
            {
                text = text.Substring(0, edit.Span.Start) + LineEnds.Adapt(edit.NewText, text) + text.Substring(edit.Span.End);
            }

            return new KeyValuePair<string, string>(file.Key, text);
        }));

    // Scenarios and acknowledgements describe the old meaning, which a repair changes on purpose.
    private static IEnumerable<string> Findings(Workspace workspace, CancellationToken cancellation) =>
        workspace.GetFindingsOfLaw(cancellation)
        .Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Code != ConflictDiagnostics.StaleAcknowledgement.Code
            && !ConflictDiagnostics.All.Contains(d.Descriptor))
        .Select(d => d.Code + d.Message);

    // Null where the case is beyond the budget.
    private Outcome? Outcome(Workspace amended, Conflict conflict) =>
        amended.Decide(conflict.Witness.Facts.Select(RawFact.FromFact), out _, cancellation)?.Outcome;

    private static ImmutableArray<string> Sorted(IEnumerable<string> names) => [.. names.OrderBy(n => n, StringComparer.Ordinal)];

    private static IEnumerable<ImmutableArray<T>> Sets<T>(ImmutableArray<T> items, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (int i = from; i < items.Length; i++)
        {
            foreach (ImmutableArray<T> rest in Sets(items, size - 1, i + 1))
            {
                yield return rest.Insert(0, items[i]);
            }
        }
    }
}
