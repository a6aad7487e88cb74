using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Finds cases that a party has to make law for and that no rule of its law covers.</summary>
internal sealed class TranspositionFinder(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly ILookup<(Symbol Order, RuleModality Modality), Rule> _rules = book.Rules.Where(r => !r.IsLawMaking).ToLookup(r => (r.Order, r.Modality));

    /// <summary>The gap, if there is one.</summary>
    /// <param name="duty">The duty to prohibit or require, as it binds one party.</param>
    public IEnumerable<ConflictCandidate> Find(Rule duty)
    {
        if (duty.Party is not { } party)
        {
            yield break;
        }

        RuleModality wanted = duty.Modality == RuleModality.DutyToProhibit ? RuleModality.Prohibition : RuleModality.Obligation;
        Region missing = book.StandingAlone(duty);
        foreach ((Symbol order, Region days) in book.LawOf(party))
        {
            // A clause with a mistake may be the very law that seems to be missing.
            if (book.Model.Frameworks.Any(f => ReferenceEquals(f.Authority, order) && f.Clauses.Any(c => c.HasErrors)))
            {
                yield break;
            }

            Region covered = _regions.Union(_rules[(order, wanted)].Where(r => duty.IsSoft || !r.IsSoft).Select(r => r.Region).ToList());
            missing = _regions.Minus(missing, _regions.And(covered, days));
        }

        if (!missing.IsEmpty)
        {
            yield return new ConflictCandidate(ConflictKind.MissingTransposition, ConflictStatus.Unresolved, [duty], missing);
        }
    }
}
