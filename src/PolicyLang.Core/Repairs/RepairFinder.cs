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
/// <param name="most">The most trials for one conflict; what lies beyond is not proposed.</param>
/// <param name="cancellation">Stops the search, also while it waits for what others work out.</param>
/// <exception cref="OperationCanceledException">Cancelled, here or in a method.</exception>
public sealed class RepairFinder(Workspace workspace, int most = 60, CancellationToken cancellation = default)
{
    private readonly ILookup<string, ClauseSymbol> _clauses = workspace.GetModel(cancellation).Clauses.ToLookup(c => c.QualifiedName);
    private readonly HashSet<string> _findings = [.. Findings(workspace, cancellation)];
    private readonly ImmutableDictionary<string, Conflict> _open = workspace.GetOpenConflicts(cancellation).ToImmutableDictionary(c => c.Fingerprint);
    private readonly Dictionary<string, Trial> _trials = new(StringComparer.Ordinal);

    private sealed record Trial(Workspace Workspace, ImmutableHashSet<string> Removed, bool IsClean);

    /// <summary>The smallest repairs of one conflict: all that need one amendment; if there is none, all that need two.</summary>
    public ImmutableArray<Repair> Of(Conflict conflict)
    {
        ImmutableArray<ClauseSymbol> clauses = [.. conflict.Clauses.SelectMany(name => _clauses[name])];
        ImmutableArray<Amendment> candidates = [.. new Amendments(workspace.Trees).For(clauses)];
        for (int size = 1; size <= 2; size++)
        {
            var found = ImmutableArray.CreateBuilder<Repair>();
            foreach (ImmutableArray<Amendment> amendments in Sets(candidates, size).Take(most))
            {
                cancellation.ThrowIfCancellationRequested();
                if (Try(amendments) is { IsClean: true } trial && trial.Removed.Contains(conflict.Fingerprint) && Outcome(trial.Workspace, conflict) is { } outcome)
                {
                    found.Add(new Repair(amendments, Sorted(trial.Removed), outcome));
                }
            }

            if (found.Count > 0)
            {
                return found.ToImmutable();
            }
        }

        return [];
    }

    /// <summary>A smallest set of amendments that removes all conflicts given, as far as each has a repair.</summary>
    /// <param name="repairs">The repairs of each conflict.</param>
    public ImmutableArray<Amendment> Plan(IReadOnlyDictionary<Conflict, ImmutableArray<Repair>> repairs)
    {
        var left = new HashSet<string>(repairs.Where(r => !r.Value.IsEmpty).Select(r => r.Key.Fingerprint), StringComparer.Ordinal);
        // Whoever ends a law removes every conflict that it has; that is no answer while there is another.
        ImmutableArray<Repair> choices = [.. repairs.Values
            .SelectMany(all => all.Where(r => !Ends(r) || all.All(Ends)))
            .OrderBy(r => r.Amendments.Length).ThenBy(r => r.Amendments.Max(a => a.Kind))];
        for (int size = 1; size <= Math.Min(3, left.Count); size++)
        {
            foreach (ImmutableArray<Repair> set in Sets(choices, size).Where(s => left.IsSubsetOf(s.SelectMany(r => r.Removes))).Take(most))
            {
                cancellation.ThrowIfCancellationRequested();
                ImmutableArray<Amendment> all = [.. set.SelectMany(r => r.Amendments).Distinct()];
                if (Try(all) is { IsClean: true } trial && left.IsSubsetOf(trial.Removed))
                {
                    return all;
                }
            }
        }

        return Greedy(choices, left);
    }

    // Beyond three repairs the smallest set is no longer searched for: each step takes what removes most.
    private ImmutableArray<Amendment> Greedy(ImmutableArray<Repair> choices, HashSet<string> left)
    {
        var plan = ImmutableArray<Amendment>.Empty;
        while (left.Count > 0)
        {
            Trial? best = null;
            ImmutableArray<Amendment> bestPlan = plan;
            foreach (Repair choice in choices.Where(c => c.Removes.Any(left.Contains)).OrderByDescending(c => c.Removes.Count(left.Contains)).Take(8))
            {
                cancellation.ThrowIfCancellationRequested();
                ImmutableArray<Amendment> longer = [.. plan.Concat(choice.Amendments).Distinct()];
                if (Try(longer) is { IsClean: true } trial && trial.Removed.Count(left.Contains) > (best?.Removed.Count(left.Contains) ?? 0))
                {
                    (best, bestPlan) = (trial, longer);
                }
            }

            if (best is null)
            {
                break;
            }

            plan = bestPlan;
            left.ExceptWith(best.Removed);
        }

        return plan;
    }

    private static bool Ends(Repair repair) => repair.Amendments.Any(a => a.Kind == RepairKind.EndDate);

    private Trial Try(ImmutableArray<Amendment> amendments)
    {
        string key = string.Join("\n", amendments.Select(a => $"{a.Edit.File}:{a.Edit.Edit.Span.Start}:{a.Edit.Edit.NewText}").OrderBy(k => k, StringComparer.Ordinal));
        if (!_trials.TryGetValue(key, out Trial? trial))
        {
            Workspace amended = Apply(workspace, amendments.Select(a => a.Edit));
            ImmutableHashSet<string> open = [.. amended.GetOpenConflicts(cancellation).Select(c => c.Fingerprint)];
            bool clean = open.All(_open.ContainsKey) && Findings(amended, cancellation).All(_findings.Contains);
            trial = new Trial(amended, Removed(amended, open), clean);
            _trials.Add(key, trial);
        }

        return trial;
    }

    // A conflict that is not found because a clause of it is beyond the budget is not removed.
    private ImmutableHashSet<string> Removed(Workspace amended, ImmutableHashSet<string> open)
    {
        ImmutableHashSet<string> undecided = amended.WithRules(rules => rules.Undecided.Concat(rules.TooComplex).Select(c => c.QualifiedName).ToImmutableHashSet(), cancellation);
        return [.. _open.Values.Where(c => !open.Contains(c.Fingerprint) && !c.Clauses.Any(undecided.Contains)).Select(c => c.Fingerprint)];
    }

    /// <summary>The workspace with edits made.</summary>
    public static Workspace Apply(Workspace workspace, IEnumerable<FileEdit> edits) => workspace.With(
        edits.GroupBy(e => e.File).Select(file =>
        {
            string text = workspace.Tree(file.Key)?.Text.Content ?? string.Empty;
            foreach (TextEdit edit in file.Select(e => e.Edit).OrderByDescending(e => e.Span.Start))
            {
                text = text.Substring(0, edit.Span.Start) + edit.NewText + text.Substring(edit.Span.End);
            }

            return new KeyValuePair<string, string>(file.Key, text);
        }));

    // Scenarios and acknowledgements say what was meant before; that a repair changes it is the point.
    private static IEnumerable<string> Findings(Workspace workspace, CancellationToken cancellation) => workspace.GetDiagnostics(cancellation)
        .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.Code.StartsWith("PL6", StringComparison.Ordinal) && d.Code != ConflictDiagnostics.StaleAcknowledgement.Code
            && !ConflictDiagnostics.All.Contains(d.Descriptor))
        .Select(d => d.Code + d.Message);

    // Null where the case is beyond the budget.
    private Outcome? Outcome(Workspace amended, Conflict conflict) => amended.Decide(conflict.Witness.Facts.Select(RawFact.Of), out _, cancellation)?.Outcome;

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
