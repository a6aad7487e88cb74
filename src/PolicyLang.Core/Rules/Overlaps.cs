using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// Finds the pairs of opposing rules that have a case in common: the index yields the pairs whose boxes meet, and those are compared
/// exactly. Where there are more of these than the budget allows, the rules that take part in most are set aside, and said to be.
/// </summary>
internal sealed class Overlaps
{
    /// <summary>Pairs to compare exactly, for each rule of the workspace.</summary>
    public const int PairsPerRule = 4;

    /// <summary>Pairs to compare exactly, however few the rules are.</summary>
    public const int LeastPairs = 100_000;

    private readonly ImmutableArray<Rule> _rules;
    private readonly RegionSpace _regions;
    private readonly PairBudget _budget;
    private readonly List<Rule>?[] _found;

    /// <param name="book">The rules.</param>
    /// <param name="most">The most pairs to compare exactly.</param>
    public Overlaps(RuleBook book, long most)
    {
        _rules = book.Rules;
        _regions = book.Space.Regions;
        _found = new List<Rule>?[_rules.Length];
        var boxes = new BoundingBoxes(_regions, [.. _rules.Select(r => r.Region)]);
        _budget = new PairBudget(book, new CandidatePairs(_rules, boxes), most);
        if (_budget.Pairs is { } pairs)
        {
            pairs.ForEach(p => Test(_rules[p.Rule], p.Met));
        }
        else
        {
            new CandidatePairs(_rules, boxes, _budget.SetAside).Each((rule, met) => Test(_rules[rule], met));
        }
    }

    /// <summary>For each rule, by its number, the opposing rules that it meets, in the order of their numbers.</summary>
    public ImmutableArray<ImmutableArray<Rule>> Opponents =>
        [.. _found.Select(f => f is null ? ImmutableArray<Rule>.Empty : [.. f.OrderBy(r => r.Number)])];

    /// <summary>How many pairs the boxes could not tell apart.</summary>
    public long Candidates => _budget.Candidates;

    /// <summary>For each rule, by its number, whether some rule that may bear on it was not compared with it.</summary>
    public bool[] Unknown => _budget.Unknown;

    // All pairs of a rule share one budget; once it is spent, those pairs are unknown that take more than a look.
    private void Test(Rule rule, IReadOnlyList<int> met)
    {
        _regions.ThrowIfCancelled();
        int next = 0;
        _regions.TryApart(() =>
        {
            for (; next < met.Count; next++)
            {
                Test(rule, _rules[met[next]]);
            }

            return next;
        });
        for (; next < met.Count; next++)
        {
            NotCompared(rule, _rules[met[next]]);
        }
    }

    private void Test(Rule rule, Rule other)
    {
        if (_budget.SetAside(rule.Number) || _budget.SetAside(other.Number))
        {
            _budget.Pass(rule, other);
        }
        else if (!_regions.TryWithin(() => _regions.Overlaps(rule.Region, other.Region)).TryGet(out bool meet))
        {
            NotCompared(rule, other);
        }
        else if (meet)
        {
            (_found[rule.Number] ??= []).Add(other);
            (_found[other.Number] ??= []).Add(rule);
        }
    }

    private void NotCompared(Rule rule, Rule other) => Unknown[rule.Number] = Unknown[other.Number] = true;
}
