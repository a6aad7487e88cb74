using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Finds cases that a party has to make law for and that no rule of its law covers.</summary>
internal sealed class TranspositionFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly Lazy<ILookup<(Symbol Order, RuleModality Modality), Rule>> _rules =
        new(() => book.Rules.Where(r => !r.IsLawMaking).ToLookup(r => (r.Order, r.Modality)));

    // A clause with a mistake may be the very law that seems to be missing.
    private readonly HashSet<Symbol> _unsure =
        [.. book.Model.Frameworks.Where(f => f.Clauses.Any(c => c.HasErrors)).Select(f => f.Authority).OfType<Symbol>()];

    /// <summary>The modality of the rules that fulfil a duty to make law.</summary>
    public static RuleModality Wanted(Rule duty) =>
        duty.Modality == RuleModality.DutyToProhibit ? RuleModality.Prohibition : RuleModality.Obligation;

    /// <summary>The gap, if there is one.</summary>
    /// <param name="duty">The duty to prohibit or require, as it binds one party.</param>
    public IEnumerable<ConflictCandidate> Find(Rule duty)
    {
        if (duty.Party is not { } party || duty.IsDraft)
        {
            yield break;
        }

        RuleModality wanted = Wanted(duty);
        ImmutableArray<(Symbol Order, Region Days)> law = [.. book.LawOf(party)];

        // Where the workspace holds no law of the party there is nothing to look at.
        Region missing = _regions.And(book.UndefeatedWithinOrder(duty), _regions.Union([.. law.Select(l => l.Days)]));
        missing = _regions.Difference(missing, book.Parties.ReservedBy(duty.Clause, party));
        foreach ((Symbol order, Region days) in law)
        {
            if (_unsure.Contains(order))
            {
                yield break;
            }

            foreach (Rule rule in _rules.Value[(order, wanted)]
                .Where(r => (duty.IsSoft || !r.IsSoft) && _regions.Overlaps(r.Region, missing)))
            {
                missing = _regions.Difference(missing, _regions.And(rule.Region, days));
            }
        }

        if (!missing.IsEmpty)
        {
            yield return new ConflictCandidate(ConflictKind.MissingTransposition, ConflictStatus.Unresolved, [duty], missing)
            { Concerned = [ConcernedLaw.Create(duty, missing)] };
        }
    }
}
