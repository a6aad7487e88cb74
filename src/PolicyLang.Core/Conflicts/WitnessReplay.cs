using PolicyLang.Decisions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>
/// Decides the witness of a conflict point by point, without the regions that found it. What this does not confirm is never shown:
/// it would be an error of the compiler.
/// </summary>
internal sealed class WitnessReplay(RuleBook book)
{
    private readonly Standing _standing = new(new CaseEvaluator(book));
    private readonly Standing _standingWithinOrder = new(new CaseEvaluator(book, Hierarchy.WithinOrders));

    /// <summary>The rules.</summary>
    public RuleBook Book => book;

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

        return candidate.Nature.IsConfirmed(this, candidate, witness);
    }

    /// <summary>Whether all of the rules apply and stand in a case.</summary>
    public bool Stand(IEnumerable<Rule> rules, long[] witness) => _standing.All(rules, witness);

    /// <summary>Whether all of them do by what counts within each order alone.</summary>
    public bool StandWithinOrder(IEnumerable<Rule> rules, long[] witness) => _standingWithinOrder.All(rules, witness);

    /// <summary>Which rules stand in the case that was asked about last: equal rules collide in equal cases, one after the other.</summary>
    private sealed class Standing(CaseEvaluator evaluator)
    {
        private readonly Dictionary<Rule, bool> _stands = [];
        private long[] _values = [];

        public bool All(IEnumerable<Rule> rules, long[] values)
        {
            if (!_values.AsSpan().SequenceEqual(values))
            {
                _values = values;
                _stands.Clear();
            }

            return rules.All(r => Stands(r, values));
        }

        private bool Stands(Rule rule, long[] values)
        {
            if (!_stands.TryGetValue(rule, out bool stands))
            {
                // What decides one rule decides all that oppose it, to any depth.
                foreach (CaseEvaluator.Application application in evaluator.Apply([rule], values))
                {
                    _stands[application.Rule] = application.Stands;
                }

                stands = _stands.TryGetValue(rule, out bool found) && found;
                _stands[rule] = stands;
            }

            return stands;
        }
    }
}
