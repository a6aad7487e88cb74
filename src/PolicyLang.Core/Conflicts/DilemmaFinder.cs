using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>
/// Finds duties that collide with prohibitions of whatever legal order. A dilemma exists where, for some given facts, the duty
/// stands and every way to fulfil it is prohibited: ∃ given: (∃ chosen: E ∧ O) ∧ ∀ chosen: E → T ∧ (A → F).
/// </summary>
internal sealed class DilemmaFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <param name="obligation">The duty.</param>
    /// <param name="resolved">Whether overlaps that precedence resolves are wanted too.</param>
    public IEnumerable<ConflictCandidate> Find(Rule obligation, bool resolved)
    {
        Region duty = book.Undefeated(obligation);
        List<Rule> prohibitions = book.Opponents(obligation)
            .Where(p => p.Modality == RuleModality.Prohibition && !ReferenceEquals(p.Clause, obligation.Clause))
            .ToList();
        List<Rule> active = prohibitions.Where(p => _regions.Overlaps(duty, book.Undefeated(p))).ToList();
        var unavoidable = new HashSet<ClauseSymbol>();
        if (active.Count > 0)
        {
            // A prohibition that prevails over the duty closes the way that it forbids, so it takes part where another one closes the rest.
            List<Rule[]> closing =
                [.. prohibitions.Where(p => _regions.Overlaps(obligation.Region, book.Undefeated(p))).GroupBy(p => p.Clause)
                .Select(g => g.ToArray())];
            List<List<Rule[]>> sets =
                MinimalSets.Find(closing, s => !Unavoidable(obligation, duty, [.. s.SelectMany(p => p)]).IsEmpty, out bool complete);
            if (!complete)
            {
                book.Undecided.Add(obligation.Clause);
            }

            foreach (List<Rule[]> set in sets)
            {
                ImmutableArray<Rule> together = [.. set.SelectMany(p => p)];
                Region given = Unavoidable(obligation, duty, together);
                if (set.Count == 1)
                {
                    unavoidable.Add(together[0].Clause);
                }

                yield return new ConflictCandidate(ConflictKind.Dilemma, ConflictStatus.Unresolved, [obligation, .. together],
                    _regions.And(given, _regions.And(duty, UndefeatedUnion(together))));
            }
        }

        foreach (Rule prohibition in active.Where(p => !unavoidable.Contains(p.Clause)))
        {
            yield return new ConflictCandidate(ConflictKind.AvoidableDilemma, ConflictStatus.Avoidable, [obligation, prohibition],
                _regions.And(duty, book.Undefeated(prohibition)));
        }

        foreach (Rule prohibition in resolved ? prohibitions.Except(active) : [])
        {
            Region overlap = _regions.And(book.Existing, _regions.And(obligation.Region, prohibition.Region));
            if (overlap.IsEmpty)
            {
                continue;
            }

            bool dilemma =
                !Unavoidable(obligation, _regions.And(book.Existing, obligation.Region), prohibition.Region, _regions.Full).IsEmpty;
            yield return new ConflictCandidate(dilemma ? ConflictKind.Dilemma : ConflictKind.AvoidableDilemma, ConflictStatus.Resolved,
                [obligation, prohibition], overlap);
        }
    }

    private Region UndefeatedUnion(IReadOnlyList<Rule> prohibitions) => _regions.Union(prohibitions.Select(book.Undefeated).ToList());

    /// <summary>The given facts for which the duty stands and the prohibitions leave no way to fulfil it.</summary>
    internal Region Unavoidable(Rule obligation, Region duty, IReadOnlyList<Rule> prohibitions) =>
        Unavoidable(obligation, duty, UndefeatedUnion(prohibitions), _regions.Full);

    /// <summary>The same of ways in some cases alone.</summary>
    /// <param name="obligation">The duty.</param>
    /// <param name="duty">Where it stands.</param>
    /// <param name="prohibited">What is prohibited.</param>
    /// <param name="within">The cases.</param>
    internal Region Unavoidable(Rule obligation, Region duty, Region prohibited, Region within)
    {
        Region lawfulWays = _regions.Difference(obligation.Region, prohibited);
        Region closed = _regions.Or(_regions.Not(book.Existing), _regions.And(within, _regions.Difference(obligation.Trigger, lawfulWays)));
        return _regions.And(_regions.ExistsChosen(duty), _regions.ForAllChosen(closed));
    }
}
