using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>
/// Decides the witness of a conflict point by point, without the regions that found it. What this does not confirm is never shown:
/// it would be an error of the compiler.
/// </summary>
internal sealed class WitnessReplay(RuleBook book)
{
    private readonly CaseEvaluator _point = new(book);
    private readonly CaseEvaluator _alone = new(book, Hierarchy.WithinOrders);

    /// <exception cref="InvalidOperationException">The decision procedure does not confirm the conflict.</exception>
    public void Confirm(ConflictCandidate candidate, long[] witness)
    {
        if (!IsConfirmed(candidate, witness))
        {
            string clauses = string.Join(", ", candidate.Rules.Select(r => r.Clause.QualifiedName));
            throw new InvalidOperationException($"The witness of a conflict between {clauses} is not confirmed by the decision procedure.");
        }
    }

    private bool IsConfirmed(ConflictCandidate candidate, long[] witness)
    {
        ImmutableArray<Rule> rules = candidate.Rules;
        if (candidate.Status == ConflictStatus.Resolved)
        {
            return rules.All(r => book.Space.Regions.Holds(r.Region, witness));
        }

        return candidate.Nature switch
        {
            ConflictKind.Dilemma => Stand(_point, rules.Take(1), witness) && rules.Skip(1).Any(r => Stand(_point, [r], witness)),
            ConflictKind.UnlawfulProhibition =>
                Stand(_point, rules.Take(1), witness) && rules.Skip(1).Any(r => Stand(_alone, [r], witness) || Stand(_point, [r], witness)),
            ConflictKind.TreatyConflict => Stand(_point, rules, witness),
            ConflictKind.TreatyBreach => Stand(_alone, rules, witness),
            ConflictKind.MissingTransposition => Stand(_alone, rules.Take(1), witness) && !IsCovered(rules[0], witness),
            ConflictKind.UnlawfulPermission => Stand(_alone, rules.Take(1), witness) && Stand(_point, rules.Skip(1), witness),
            ConflictKind.AvoidableDilemma or ConflictKind.Contradiction or ConflictKind.WaiverConflict => Stand(_point, rules, witness),
            _ => throw new UnreachableException(),
        };
    }

    private bool IsCovered(Rule duty, long[] witness)
    {
        RuleModality wanted = TranspositionFinder.Wanted(duty);
        return duty.Party is { } party && book.LawOf(party).Any(law => book.Space.Regions.Holds(law.Days, witness)
            && book.Rules.Any(r => r.Modality == wanted && ReferenceEquals(r.Order, law.Order) && (duty.IsSoft || !r.IsSoft)
                && book.Space.Regions.Holds(r.Region, witness)));
    }

    private static bool Stand(CaseEvaluator decider, IEnumerable<Rule> rules, long[] witness)
    {
        HashSet<Rule> wanted = [.. rules];
        return decider.Apply(wanted, witness).Count(a => a.Stands && wanted.Contains(a.Rule)) == wanted.Count;
    }
}
