using System.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Syntax;

namespace PolicyLang.Decisions;

/// <summary>Where a rule stands undefeated, and what it says there.</summary>
/// <param name="Order">The name of its legal order.</param>
/// <param name="Modality">What it says.</param>
/// <param name="Region">The cases.</param>
internal readonly record struct StandingRule(string Order, RuleModality Modality, Region Region);

/// <summary>The cases with each outcome, inside a pattern. The four outcomes part the pattern.</summary>
internal sealed class OutcomeRegions
{
    private readonly RegionSpace _regions;
    private readonly Region _pattern;
    private readonly Region _prohibited;
    private readonly Region _permitted;
    private readonly Region _conflicting;

    public OutcomeRegions(RuleBook book, Region pattern)
        : this(book.Space.Regions, pattern,
            book.Rules.Where(r => !r.IsSoft && book.Space.Regions.Overlaps(r.Region, pattern))
            .Select(r => new StandingRule(r.Order.Name, r.Modality, book.Undefeated(r))))
    {
    }

    /// <param name="regions">The space.</param>
    /// <param name="pattern">The cases to part.</param>
    /// <param name="rules">The rules that are not soft, where they stand.</param>
    public OutcomeRegions(RegionSpace regions, Region pattern, IEnumerable<StandingRule> rules)
    {
        _regions = regions;
        _pattern = pattern;
        _prohibited = _permitted = _conflicting = _regions.Empty;
        Region obliged = _regions.Empty;
        foreach (IGrouping<string, StandingRule> order in rules.GroupBy(r => r.Order, StringComparer.Ordinal))
        {
            Region prohibited = Union(order.Where(r => r.Modality == RuleModality.Prohibition));
            Region due = Union(order.Where(r => r.Modality == RuleModality.Obligation));
            Region permitted = _regions.Or(due, Union(order.Where(r => r.Modality == RuleModality.Permission)));
            _conflicting = _regions.Or(_conflicting, _regions.And(prohibited, permitted));
            _prohibited = _regions.Or(_prohibited, prohibited);
            _permitted = _regions.Or(_permitted, permitted);
            obliged = _regions.Or(obliged, due);
        }

        _conflicting = _regions.Or(_conflicting, _regions.And(_prohibited, obliged));
    }

    /// <summary>The cases that a check speaks of.</summary>
    public Region RegionOf(CheckedOutcome outcome) => outcome switch
    {
        CheckedOutcome.Permitted => RegionOf(Outcome.Permitted),
        CheckedOutcome.Prohibited => RegionOf(Outcome.Prohibited),
        CheckedOutcome.Conflicting => RegionOf(Outcome.Conflicting),
        CheckedOutcome.Regulated => _regions.Or(_permitted, _prohibited),
        _ => throw new UnreachableException(),
    };

    /// <summary>The cases of the pattern that are decided in one way.</summary>
    public Region RegionOf(Outcome outcome) => outcome switch
    {
        Outcome.Permitted => _regions.Difference(_permitted, _prohibited),
        Outcome.Prohibited => _regions.Difference(_prohibited, _conflicting),
        Outcome.Conflicting => _conflicting,
        Outcome.Unregulated => _regions.Difference(_pattern, _regions.Or(_permitted, _prohibited)),
        _ => throw new UnreachableException(),
    };

    private Region Union(IEnumerable<StandingRule> rules) => _regions.Union(rules.Select(r => _regions.And(r.Region, _pattern)).ToList());
}
