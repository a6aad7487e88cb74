using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>Runs scenarios: decides their cases and compares with what they expect.</summary>
internal sealed class ScenarioRunner(RuleBook book, ImmutableArray<FoundConflict> conflicts)
{
    private readonly CaseWriter _writer = new(book.Space);
    private readonly Dictionary<RuleBook, Decider> _deciders = [];

    public ImmutableArray<ScenarioResult> RunAll(CancellationToken cancellation = default)
    {
        var results = ImmutableArray.CreateBuilder<ScenarioResult>(book.Model.Scenarios.Length);
        foreach (BoundScenario scenario in book.Model.Scenarios)
        {
            cancellation.ThrowIfCancellationRequested();
            results.Add(book.Space.Regions.TryAnswer(() => Run(scenario)).OrElse(() => Undecided(scenario)));
        }

        return results.ToImmutable();
    }

    private ScenarioResult Undecided(BoundScenario scenario) =>
        new(scenario, [], [],
            [new ScenarioFailure(scenario.Head, LimitFindings.Unanswered("The scenario", book.Space.Regions, book.Rules))]) { IsDecided =
            false };

    private ScenarioResult Run(BoundScenario scenario)
    {
        ImmutableArray<long[]> cases = ScenarioCases.Read(scenario, book.Space, out ImmutableArray<string> problems);
        problems = [.. problems, .. cases.Where(c => !book.Space.Regions.Holds(book.Existing, c)).Select(MissingCase).Distinct()];
        RuleBook under = book.Under(scenario.Under);
        Decider decider = DeciderOf(under);
        bool ways = AsksForWays(scenario);
        ImmutableArray<Decision> decisions = [.. cases.Select(c => ways ? decider.Decide(c) : decider.DecideWithoutWays(c))];
        var result = new ScenarioResult(scenario, decisions, [.. cases.Select(_writer.Write)], [])
        { Applying = [.. cases.SelectMany(c => Applying(under, c).Concat(ApplyingLaw(under, scenario, c))).Distinct()] };
        ImmutableArray<FoundConflict> holding =
        [
            .. conflicts.Where(c => c.Conflict.IsInescapable && c.Rules.All(r => r.Clause.IsUnder(scenario.Under))
                && cases.Any(v => c.Holds(book, v))),
        ];
        return result with { Failures = [.. problems.Select(p => new ScenarioFailure(scenario.Head, p)),
            .. scenario.Expectations.Select(e => Compare(e, result, holding)).OfType<ScenarioFailure>()] };
    }

    private static bool AsksForWays(BoundScenario scenario) =>
        scenario.Expectations.Any(e => e is BoundWayExpectation or BoundWaitExpectation);

    private Decider DeciderOf(RuleBook under)
    {
        if (!_deciders.TryGetValue(under, out Decider? decider))
        {
            _deciders.Add(under, decider = new Decider(under));
        }

        return decider;
    }

    private string MissingCase(long[] values) => CaseProblems.Missing(book, values).Message;

    // A clause applies where its rule or trigger holds, even if defeated; drafts never apply.
    private static IEnumerable<string> Applying(RuleBook under, long[] values) => under.Rules
        .Where(r => !r.IsDraft
            && (under.Space.Regions.Holds(r.Region, values)
            || (r.Modality == RuleModality.Obligation && under.Space.Regions.Holds(r.Trigger, values))))
        .Select(r => r.Clause.QualifiedName);

    // A law-making clause also binds parties without law here, who have no rule.
    private static IEnumerable<string> ApplyingLaw(RuleBook under, BoundScenario scenario, long[] values) => scenario.Expectations
        .OfType<BoundAppliesExpectation>().Select(e => e.Clause)
        .Where(c => c.IsUnder(scenario.Under) && under.Space.Regions.Holds(under.Lowered.Covered(c), values))
        .Select(c => c.QualifiedName);

    private static ScenarioFailure? Compare(BoundExpectation expectation, ScenarioResult result, ImmutableArray<FoundConflict> holding)
    {
        string? problem = expectation switch
        {
            BoundOutcomeExpectation outcome => CompareOutcome(outcome, result),
            BoundConflictExpectation conflict => CompareConflict(conflict, [.. holding.Select(c => c.Conflict)]),
            BoundNoConflictExpectation none => CompareNoConflict(none, holding),
            BoundAppliesExpectation applies => CompareApplies(applies, result),
            BoundAdviceExpectation advice => CompareAdvice(advice, result),
            BoundDutyExpectation duty =>
                result.Cases.Any(c => c.Duties.Concat(c.SoftDuties).Contains(duty.Clause.QualifiedName))
                ? null
                : $"The duty {duty.Clause.QualifiedName} is expected; {Due(result)}.",
            BoundWayExpectation way =>
                AnyWay(result, (matcher, w) => matcher.Matches(w, way))
                ? null
                : $"The way '{WayMatcher.Name(way)}' is expected; {Ways(result)}.",
            BoundWaitExpectation wait =>
                AnyWay(result, (matcher, w) => matcher.Matches(w, wait))
                ? null
                : $"Waiting {wait.Clock.Spoken} is expected to comply; {Ways(result)}.",
            _ => null,
        };
        return problem is null ? null : new ScenarioFailure(expectation.Location, problem);
    }

    private static string? CompareOutcome(BoundOutcomeExpectation expected, ScenarioResult result)
    {
        Outcome outcome = expected.Outcome switch
        {
            ExpectedOutcome.Permitted => Outcome.Permitted,
            ExpectedOutcome.Prohibited => Outcome.Prohibited,
            ExpectedOutcome.Unregulated => Outcome.Unregulated,
            ExpectedOutcome.Conflicting => Outcome.Conflicting,
            _ => throw new UnreachableException(),
        };
        ImmutableArray<string> applied =
            [.. result.Cases.SelectMany(c => Giving(c, result.Outcome)).Distinct().OrderBy(n => n, StringComparer.Ordinal)];
        if (result.Outcome != outcome)
        {
            string by = applied.IsEmpty ? string.Empty : $" by {string.Join(", ", applied)}";
            return $"Expected {Word(outcome)}, but the case is {Word(result.Outcome)}{by}.";
        }

        return expected.By.FirstOrDefault(c => !applied.Contains(c.QualifiedName)) is { } missing
            ? $"The case is {Word(outcome)}, but {missing.QualifiedName} takes no part in that; "
                + $"{(applied.IsEmpty ? "no clause does" : "these do: " + string.Join(", ", applied))}."
            : null;
    }

    // A permission of one order takes no part in the prohibition of another.
    private static IEnumerable<string> Giving(Decision decision, Outcome outcome) => decision.Outcome != outcome ? []
        : decision.Orders.Where(o => outcome == Outcome.Conflicting || o.Outcome == outcome).SelectMany(o => o.Applied);

    private static string? CompareConflict(BoundConflictExpectation expected, ImmutableArray<Conflict> holding)
    {
        var names = new HashSet<string>(expected.Between.Select(c => c.QualifiedName), StringComparer.Ordinal);
        if (holding.Any(c => names.SetEquals(c.Clauses)))
        {
            return null;
        }

        string found = holding.IsEmpty
            ? "there is none"
            : $"there is {string.Join("; ", holding.Select(c => string.Join(" and ", c.Clauses)))}";
        return $"A conflict between {string.Join(" and ", names.OrderBy(n => n, StringComparer.Ordinal))} is expected; {found}.";
    }

    private static string? CompareNoConflict(BoundNoConflictExpectation expected, ImmutableArray<FoundConflict> holding)
    {
        Conflict? found = holding.FirstOrDefault(c => expected.Between.All(s => c.Rules.Any(r => s.Holds(r.Clause))))?.Conflict;
        return found is null
            ? null
            : $"No conflict{(expected.Between.IsEmpty ? string.Empty : $" between {string.Join(" and ", expected.Between)}")} is "
            + $"expected, but there is one between {string.Join(" and ", found.Clauses)}.";
    }

    private static string? CompareApplies(BoundAppliesExpectation expected, ScenarioResult result)
    {
        bool applies = result.Applying.Contains(expected.Clause.QualifiedName);
        return applies == expected.Applies
            ? null
            : $"{expected.Clause.QualifiedName} is expected {(expected.Applies ? string.Empty : "not ")}to apply, and it "
            + $"does{(applies ? string.Empty : " not")}.";
    }

    private static string? CompareAdvice(BoundAdviceExpectation expected, ScenarioResult result)
    {
        AdviceKind kind = expected.Discouraged ? AdviceKind.Discouraged : AdviceKind.Advised;
        ImmutableArray<string> given =
            [.. result.Cases.SelectMany(c => c.Advice).Where(a => a.Kind == kind).Select(a => a.Clause).Distinct()];
        string word = expected.Discouraged ? "discouraged" : "advised";
        string found = !given.IsEmpty ? $"it is {word} by {string.Join(", ", given)}"
            : expected.Discouraged ? "nothing discourages it"
            : "nothing advises it";
        return expected.By.FirstOrDefault(c => !given.Contains(c.QualifiedName)) is { } missing
            ? $"The act is expected to be {word} by {missing.QualifiedName}; {found}."
            : null;
    }

    private static bool AnyWay(ScenarioResult result, Func<WayMatcher, CaseFacts, bool> matches) =>
        result.Cases.Zip(result.Told, (decision, told) => (decision, matcher: new WayMatcher(told)))
            .Any(c => c.decision.WaysToComply.Any(w => matches(c.matcher, w)));

    private static string Due(ScenarioResult result)
    {
        ImmutableArray<string> duties = [.. result.Cases.SelectMany(c => c.Duties.Concat(c.SoftDuties)).Distinct()];
        return duties.IsEmpty ? "no duty is due" : $"due are {string.Join(", ", duties)}";
    }

    private static string Ways(ScenarioResult result)
    {
        ImmutableArray<CaseFacts> ways = [.. result.Cases.SelectMany(c => c.WaysToComply)];
        return ways.IsEmpty
            ? "there is no way to comply"
            : $"the shortest way is {string.Join(", ", ways[0].Facts.Select(CaseSentence.Aside))}";
    }

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
