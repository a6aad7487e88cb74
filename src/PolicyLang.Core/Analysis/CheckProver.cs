using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>Proves a check over all cases, or refutes it with the smallest one.</summary>
/// <param name="book">The rules.</param>
/// <param name="conflicts">The conflicts that precedence does not resolve; asked for only where a check speaks of them.</param>
internal sealed class CheckProver(RuleBook book, Func<ImmutableArray<FoundConflict>> conflicts)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly CaseWriter _writer = new(book.Space);
    private readonly RuleLowering _lowering = new(book.Model, book.Compiler);

    public ImmutableArray<CheckResult> ProveAll(CancellationToken cancellation = default)
    {
        var results = ImmutableArray.CreateBuilder<CheckResult>(book.Model.Checks.Length);
        foreach (BoundCheck check in book.Model.Checks)
        {
            cancellation.ThrowIfCancellationRequested();
            results.Add(_regions.TryAnswer(() => Prove(check)).OrElse(() => Undecided(check)));
        }

        return results.ToImmutable();
    }

    private CheckResult Undecided(BoundCheck check) =>
        new(check, check.Head, null, LimitFindings.Unanswered("The check", book.Space.Regions, book.Rules)) { IsDecided = false };

    private CheckResult Prove(BoundCheck check)
    {
        if (check.Conflicts is { } statement)
        {
            return Prove(check, statement);
        }

        Region pattern = _regions.And(book.Existing, _lowering.Pattern(check.Pattern));
        if (pattern.IsEmpty)
        {
            return new CheckResult(check, check.Head, null, null) { IsVacuous = true };
        }

        Region outcome = new OutcomeRegions(book.Under(check.Under), pattern).RegionOf(check.Outcome);
        Region counter = check.Quantifier == CheckQuantifier.Never ? outcome : _regions.Difference(pattern, outcome);
        if (counter.IsEmpty)
        {
            return new CheckResult(check, check.Head, null, null);
        }

        // If it is unknown which cases exist, the one found may not exist.
        if (!book.KnowsExisting)
        {
            return Undecided(check);
        }

        long[] values = _regions.Witness(counter);
        CaseFacts witness = _writer.Write(values);
        return new CheckResult(
            check, check.Head, witness, $"The check is refuted: {CaseSentence.Write(witness)} is {Answer(check, values)}.");
    }

    // What the case is, and by which clauses.
    private string Answer(BoundCheck check, long[] values)
    {
        Decision decision = new Decider(book.Under(check.Under)).Decide(values);
        string actual = decision.Outcome.ToString().ToLowerInvariant();
        string by = decision.Applied.IsEmpty ? " (no clause speaks of it)" : $" by {CaseSentence.List(decision.Applied, "and")}";
        bool isPlain = check.Quantifier == CheckQuantifier.Never || check.Outcome == CheckedOutcome.Regulated;
        return $"{actual}{by}{(isPlain ? string.Empty : $", not {check.Outcome.ToString().ToLowerInvariant()}")}";
    }

    private CheckResult Prove(BoundCheck check, BoundConflictStatement statement)
    {
        if (statement is BoundNoBreachStatement { Party: { } party } && !book.LawOf(party).Any())
        {
            return new CheckResult(check, check.Head, null, null) { IsVacuous = true };
        }

        Conflict? found = conflicts().FirstOrDefault(c => Refutes(c, statement))?.Conflict;
        return found is null
            ? new CheckResult(check, check.Head, null, null)
            : new CheckResult(check, check.Head, found.Witness,
                $"The check is refuted: there is a conflict between {string.Join(" and ", found.Clauses)} ({found.Descriptor.Code}).");
    }

    private static bool Refutes(FoundConflict conflict, BoundConflictStatement statement) => statement switch
    {
        BoundNoConflictStatement none =>
            conflict.Conflict.IsInescapable && none.Between.All(s => conflict.Rules.Any(r => s.Holds(r.Clause))),
        BoundNoBreachStatement breach => conflict.Conflict is { StatusByRules: not ConflictStatus.Resolved } told
            && (told.Descriptor == ConflictDiagnostics.TreatyBreach || told.Descriptor == ConflictDiagnostics.MissingTransposition)
            && ReferenceEquals(conflict.Rules[0].Clause.Framework, breach.Framework)
            && (breach.Party is null || told.Parties.Any(p => p.Party == breach.Party.Name)
                || conflict.Rules.Any(r => ReferenceEquals(r.Party, breach.Party))),
        _ => throw new UnreachableException(),
    };
}
