using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>Proves a check over all cases, or refutes it with the smallest one.</summary>
public sealed class CheckProver(RuleBook book)
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
        Region pattern = _lowering.Pattern(check.Pattern);
        Region outcome = new OutcomeRegions(book, pattern).Of(check.Outcome);
        Region counter = check.Quantifier == CheckQuantifier.Never ? outcome : _regions.Minus(pattern, outcome);
        if (counter.IsEmpty)
        {
            return new CheckResult(check, check.Head, null, null);
        }

        CaseFacts witness = _writer.Write(_regions.Witness(counter));
        string word = check.Outcome.ToString().ToLowerInvariant();
        return new CheckResult(check, check.Head, witness, $"The check is refuted: {CaseSentence.Of(witness)} is {(check.Quantifier == CheckQuantifier.Never ? word : "not " + word)}.");
    }
}
