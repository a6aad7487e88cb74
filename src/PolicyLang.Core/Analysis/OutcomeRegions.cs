using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>The cases with each outcome, inside a pattern.</summary>
internal sealed class OutcomeRegions
{
    private readonly RegionSpace _regions;
    private readonly Region _prohibited;
    private readonly Region _permitted;
    private readonly Region _conflicting;

    public OutcomeRegions(RuleBook book, Region pattern)
    {
        _regions = book.Space.Regions;
        _prohibited = _permitted = _conflicting = _regions.Empty;
        Region obliged = _regions.Empty;
        foreach (IGrouping<Symbol, Rule> order in book.Rules.Where(r => !r.IsSoft && _regions.Meets(r.Region, pattern)).GroupBy(r => r.Order))
        {
            Region prohibited = Union(book, pattern, order.Where(r => r.Modality == RuleModality.Prohibition));
            Region due = Union(book, pattern, order.Where(r => r.Modality == RuleModality.Obligation));
            Region permitted = _regions.Or(due, Union(book, pattern, order.Where(r => r.Modality == RuleModality.Permission)));
            _conflicting = _regions.Or(_conflicting, _regions.And(prohibited, permitted));
            _prohibited = _regions.Or(_prohibited, prohibited);
            _permitted = _regions.Or(_permitted, permitted);
            obliged = _regions.Or(obliged, due);
        }

        _conflicting = _regions.Or(_conflicting, _regions.And(_prohibited, obliged));
    }

    public Region Of(CheckedOutcome outcome) => outcome switch
    {
        CheckedOutcome.Permitted => _regions.Minus(_permitted, _prohibited),
        CheckedOutcome.Prohibited => _regions.Minus(_prohibited, _conflicting),
        CheckedOutcome.Conflicting => _conflicting,
        _ => _regions.Or(_permitted, _prohibited),
    };

    private Region Union(RuleBook book, Region pattern, IEnumerable<Rule> rules) =>
        _regions.Union(rules.Select(r => _regions.And(book.Standing(r), pattern)).ToList());
}
