using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>Runs scenarios: decides their cases and compares with what they expect.</summary>
public sealed class ScenarioRunner(RuleBook book, ImmutableArray<FoundConflict> conflicts)
{
    private readonly Decider _decider = new(book);
    private readonly CaseWriter _writer = new(book.Space);

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
        new(scenario, [], [], [new ScenarioFailure(scenario.Head, LimitFindings.Unanswered("The scenario", book.Space.Regions, book.Rules))]) { IsDecided = false };

    private ScenarioResult Run(BoundScenario scenario)
    {
        ImmutableArray<long[]> cases = ScenarioCases.Of(scenario, book.Space);
        ImmutableArray<Decision> decisions = [.. cases.Select(_decider.Decide)];
        var result = new ScenarioResult(scenario, decisions, [.. cases.Select(_writer.Write)], []);
        ImmutableArray<Conflict> holding =
        [
            .. conflicts.Where(c => c.Conflict.Status is ConflictStatus.Unresolved or ConflictStatus.Acknowledged
                && c.Conflict.Kind != ConflictKind.AvoidableDilemma && cases.Any(v => c.Holds(book.Space.Regions, v))).Select(c => c.Conflict),
        ];
        return result with { Failures = [.. scenario.Expectations.Select(e => Compare(e, result, holding)).OfType<ScenarioFailure>()] };
    }

    private static ScenarioFailure? Compare(BoundExpectation expectation, ScenarioResult result, ImmutableArray<Conflict> holding)
    {
        string? problem = expectation switch
        {
            BoundOutcomeExpectation outcome => CompareOutcome(outcome, result),
            BoundConflictExpectation conflict => CompareConflict(conflict, holding),
            BoundNoConflictExpectation => holding.IsEmpty ? null : $"No conflict is expected, but there is one between {string.Join(" and ", holding[0].Clauses)}.",
            BoundDutyExpectation duty => result.Cases.Any(c => c.Duties.Contains(duty.Clause.QualifiedName)) ? null : $"The duty {duty.Clause.QualifiedName} is expected; {Due(result)}.",
            BoundWayExpectation way => AnyWay(result, (matcher, w) => matcher.Matches(w, way)) ? null : $"The way '{WayMatcher.Name(way)}' is expected; {Ways(result)}.",
            BoundWaitExpectation wait => AnyWay(result, (matcher, w) => matcher.Matches(w, wait)) ? null : $"Waiting {wait.Clock.Hours} hours is expected to comply; {Ways(result)}.",
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
        ImmutableArray<string> applied = [.. result.Cases.SelectMany(c => c.Applied).Distinct().OrderBy(n => n, StringComparer.Ordinal)];
        if (result.Outcome != outcome)
        {
            string by = applied.IsEmpty ? string.Empty : $" by {string.Join(", ", applied)}";
            return $"Expected {Word(outcome)}, but the case is {Word(result.Outcome)}{by}.";
        }

        return expected.By.FirstOrDefault(c => !applied.Contains(c.QualifiedName)) is { } missing
            ? $"The case is {Word(outcome)}, but {missing.QualifiedName} takes no part in that; {(applied.IsEmpty ? "no clause does" : "these do: " + string.Join(", ", applied))}."
            : null;
    }

    private static string? CompareConflict(BoundConflictExpectation expected, ImmutableArray<Conflict> holding)
    {
        var names = new HashSet<string>(expected.Between.Select(c => c.QualifiedName), StringComparer.Ordinal);
        if (holding.Any(c => names.SetEquals(c.Clauses)))
        {
            return null;
        }

        string found = holding.IsEmpty ? "there is none" : $"there is {string.Join("; ", holding.Select(c => string.Join(" and ", c.Clauses)))}";
        return $"A conflict between {string.Join(" and ", names.OrderBy(n => n, StringComparer.Ordinal))} is expected; {found}.";
    }

    private static bool AnyWay(ScenarioResult result, Func<WayMatcher, CaseFacts, bool> matches) =>
        result.Cases.Zip(result.Told, (decision, told) => (decision, matcher: new WayMatcher(told))).Any(c => c.decision.WaysToComply.Any(w => matches(c.matcher, w)));

    private static string Due(ScenarioResult result)
    {
        ImmutableArray<string> duties = [.. result.Cases.SelectMany(c => c.Duties).Distinct()];
        return duties.IsEmpty ? "no duty is due" : $"due are {string.Join(", ", duties)}";
    }

    private static string Ways(ScenarioResult result)
    {
        ImmutableArray<CaseFacts> ways = [.. result.Cases.SelectMany(c => c.WaysToComply)];
        return ways.IsEmpty ? "there is no way to comply" : $"the shortest way is {string.Join(", ", ways[0].Facts.Select(CaseSentence.Aside))}";
    }

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
