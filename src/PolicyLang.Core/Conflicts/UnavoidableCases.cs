using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>
/// Says for which given facts a duty stands and prohibitions leave no way to fulfil it:
/// ∃ given: (∃ chosen: E ∧ O) ∧ ∀ chosen: E → T ∧ (A → F).
/// </summary>
internal sealed class UnavoidableCases(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <summary>The given facts for which the duty stands and the prohibitions leave no way to fulfil it.</summary>
    /// <param name="obligation">The duty.</param>
    /// <param name="duty">Where it stands.</param>
    /// <param name="prohibitions">The prohibitions.</param>
    public Region Find(Rule obligation, Region duty, IReadOnlyList<Rule> prohibitions) =>
        Find(obligation, duty, Undefeated(prohibitions), _regions.Full);

    /// <summary>The same of ways in some cases alone.</summary>
    /// <param name="obligation">The duty.</param>
    /// <param name="duty">Where it stands.</param>
    /// <param name="prohibited">What is prohibited.</param>
    /// <param name="within">The cases.</param>
    public Region Find(Rule obligation, Region duty, Region prohibited, Region within) =>
        Find(obligation.Trigger, obligation.Region, duty, prohibited, within);

    /// <summary>The same of a duty that is considered for some given facts alone.</summary>
    /// <param name="trigger">Where it applies.</param>
    /// <param name="ways">The ways to fulfil it.</param>
    /// <param name="duty">Where it stands.</param>
    /// <param name="prohibited">What is prohibited.</param>
    /// <param name="within">The cases.</param>
    public Region Find(Region trigger, Region ways, Region duty, Region prohibited, Region within)
    {
        Region lawfulWays = _regions.Difference(ways, prohibited);
        Region closed = _regions.And(within, _regions.Difference(trigger, lawfulWays));
        closed = book.Cut.BearsOn(closed) ? _regions.Or(_regions.Not(book.Existing), closed) : closed;
        return _regions.And(ForSomeChoice(duty), _regions.ForAllChosen(closed));
    }

    /// <summary>The given facts of those of some cases that exist.</summary>
    public Region ForSomeChoice(Region cases) => _regions.ExistsChosen(book.Cut.WhereItBears(cases));

    /// <summary>Of the ways to fulfil a duty, those that some rules prohibit: the part of them that closes ways.</summary>
    /// <param name="ways">The ways.</param>
    /// <param name="rules">The prohibitions.</param>
    /// <param name="standing">Where one stands.</param>
    public Region Closed(Region ways, IEnumerable<Rule> rules, Func<Rule, Region> standing) =>
        _regions.Union([.. rules.Select(r => _regions.And(ways, standing(r)))]);

    /// <summary>Where some of the rules stand, whether or not the cases exist.</summary>
    public Region Undefeated(IReadOnlyList<Rule> rules) => _regions.Union(rules.Select(book.UncutAtIssue).ToList());
}
