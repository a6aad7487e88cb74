using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>Finds clauses of conduct without which every case would be decided alike, by exact containment.</summary>
internal sealed class RedundancyFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly AssumptionReasons _assumptions = new(book);
    private readonly HashSet<ClauseSymbol> _inPrecedence = [.. book.Model.Precedence.SelectMany(e => new[] { e.Upper, e.Lower })];

    /// <summary>The superfluous clauses of a framework, in order.</summary>
    public ImmutableArray<SuperfluousClause> Find(FrameworkSymbol framework)
    {
        if (framework.IsDraft)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<SuperfluousClause>();
        var alive = new List<ClauseSymbol>();
        foreach (ClauseSymbol clause in framework.Clauses.Where(
            c => c.Meaning?.Modality is not null && !book.Undecided.Contains(c) && !book.TooComplex.Contains(c)))
        {
            _regions.ThrowIfCancelled();
            if (WhyDead(clause) is { } reason)
            {
                found.Add(new SuperfluousClause(clause, reason, IsDead: true));
            }
            else
            {
                alive.Add(clause);
            }
        }

        // Of clauses that contain each other the first one stays.
        var kept = new List<ClauseSymbol>(alive);
        foreach (ClauseSymbol clause in Enumerable.Reverse(alive))
        {
            _regions.ThrowIfCancelled();
            if (_inPrecedence.Contains(clause))
            {
                continue;
            }

            if (!_regions.TryApart(() => Containing(clause, kept)).TryGet(out ImmutableArray<ClauseSymbol>? others))
            {
                found.Add(new SuperfluousClause(
                    clause, LimitFindings.Unweighed(clause, kept.Where(k => !ReferenceEquals(k, clause))), IsDead: false));
            }
            else if (others is { } containing)
            {
                kept.Remove(clause);
                found.Add(new SuperfluousClause(clause, Redundant(clause, containing), IsDead: false));
            }
        }

        return found.ToImmutable();
    }

    private static Diagnostic Redundant(ClauseSymbol clause, ImmutableArray<ClauseSymbol> others) => RedundancyDiagnostics.Redundant.Create(
        clause.Location,
        $"'{clause.QualifiedName}' says nothing that {string.Join(", ", others.Select(o => $"'{o.Name}'"))} does not say already.",
        "Remove it, or narrow the other, if this one was meant to say more.",
        [.. others.Select(o => new RelatedLocation(o.Location, $"{o.QualifiedName} contains it"))]);

    private Diagnostic? WhyDead(ClauseSymbol clause)
    {
        ImmutableArray<Rule> rules = [.. book.RulesOf(clause)];
        if (rules.IsEmpty)
        {
            return Dead(clause, "is never in force: its own days lie outside those of its framework", "Correct one of the two 'in force'.");
        }

        if (!rules.Any(book.HasCases))
        {
            // The clause names a government list that is still empty, so it is well written.
            if (EmptyBloc(clause) is { } bloc)
            {
                return RedundancyDiagnostics.Dead.Create(
                    clause.Location, $"'{clause.QualifiedName}' fits no case yet: the bloc '{bloc.Name}' has no members.",
                        "Add its members when there are some.",
                    [new RelatedLocation(bloc.Location, $"{bloc.Name} is empty")], DiagnosticSeverity.Information);
            }

            if (_assumptions.Excluding([.. rules.Select(r => r.Region)]) is { IsEmpty: false } assumed)
            {
                return RedundancyDiagnostics.Dead.Create(
                    clause.Location,
                        $"'{clause.QualifiedName}' fits no case that is assumed to exist: {AssumptionReasons.Names(assumed)} "
                        + $"rule{(assumed.Length == 1 ? "s" : string.Empty)} out all of them.", "Correct the clause, or the assumption.",
                    [.. assumed.Select(a => new RelatedLocation(a.Location, "assumed here"))]);
            }

            return Dead(clause, "fits no case: its conditions exclude each other",
                "Loosen a condition; what is asked for in two places has to be possible at once.");
        }

        if (rules.Any(book.Stands))
        {
            return null;
        }

        string by = string.Join(", ",
            rules.SelectMany(r => book.Opponents(r)).Where(book.Stands).Select(o => o.Clause.QualifiedName).Distinct()
            .OrderBy(n => n, StringComparer.Ordinal).Take(3));
        return Dead(clause, $"is defeated wherever it applies, by {by}", "Remove it, or give it precedence where it is meant to hold.");
    }

    private static BlocSymbol? EmptyBloc(ClauseSymbol clause) => clause.Meaning is not { } meaning ? null
        : new[] { meaning.From, meaning.To, meaning.In, meaning.Of }.OfType<BoundListSet>().Where(set => !set.Outside)
            .SelectMany(set => set.Members).OfType<BlocSymbol>()
            .FirstOrDefault(bloc => BlocMembership.PeriodsOf(bloc).IsEmpty);

    private static Diagnostic Dead(ClauseSymbol clause, string reason, string help) =>
        RedundancyDiagnostics.Dead.Create(clause.Location, $"'{clause.QualifiedName}' {reason}.", help);

    // Null where the clause says something of its own.
    private ImmutableArray<ClauseSymbol>? Containing(ClauseSymbol clause, List<ClauseSymbol> kept)
    {
        var containing = new HashSet<ClauseSymbol>();
        ImmutableArray<Rule> candidates =
            [.. kept.Where(k => !ReferenceEquals(k, clause)
            && book.Model.Repeals.Remaining(k).SequenceEqual(book.Model.Repeals.Remaining(clause))).SelectMany(book.RulesOf)];
        foreach (Rule rule in book.RulesOf(clause))
        {
            if (!book.HasCases(rule))
            {
                // It says nothing; the other rules of the clause decide.
                continue;
            }

            ImmutableArray<Rule> others =
                [.. candidates.Where(o => o.Modality == rule.Modality && o.IsSoft == rule.IsSoft && o.IsWeak == rule.IsWeak
                && Meet(o, rule))];
            ImmutableArray<Rule> containers = rule.Modality == RuleModality.Obligation ? SameDuty(rule, others) : Cover(rule, others);
            if (containers.IsEmpty || IsSpecial(rule))
            {
                return null;
            }

            containing.UnionWith(containers.Select(c => c.Clause));
        }

        return [.. containing];
    }

    // A duty is redundant only if another asks for the same whenever it is due.
    private ImmutableArray<Rule> SameDuty(Rule rule, ImmutableArray<Rule> others) =>
        [.. others.Where(o => _regions.Contains(o.Trigger, _regions.And(book.Existing, rule.Trigger))
            && ReferenceEquals(_regions.And(book.ExistingCasesOf(o), rule.Trigger), book.ExistingCasesOf(rule))
            && _regions.Contains(book.Uncut(o), book.Undefeated(rule))).Take(1)];

    private ImmutableArray<Rule> Cover(Rule rule, ImmutableArray<Rule> others)
    {
        if (others.FirstOrDefault(o => _regions.Contains(o.Region, book.ExistingCasesOf(rule))
            && _regions.Contains(book.Uncut(o), book.Undefeated(rule))) is { } one)
        {
            return [one];
        }

        return _regions.Contains(_regions.Union(others.Select(o => o.Region).ToList()), book.ExistingCasesOf(rule))
            && _regions.Contains(_regions.Union(others.Select(book.Uncut).ToList()), book.Undefeated(rule)) ? others : [];
    }

    private bool Meet(Rule other, Rule rule) => book.Cut.Meet(other.Region, book.Initial[rule.Number]);

    // A small rule may defeat what the larger one does not.
    private bool IsSpecial(Rule rule) =>
        book.Opponents(rule)
        .Any(o => Meet(o, rule) && !book.Precedences.Cases(Principle.Specialis, rule, o).IsEmpty);
}
