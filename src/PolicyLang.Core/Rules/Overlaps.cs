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

        _regions.EndWork();
    }

    /// <summary>For each rule, by its number, the opposing rules that it meets, in the order of their numbers.</summary>
    public ImmutableArray<ImmutableArray<Rule>> Opponents => [.. _found.Select(f => f is null ? ImmutableArray<Rule>.Empty : [.. f.OrderBy(r => r.Number)])];

    /// <summary>How many pairs the boxes could not tell apart.</summary>
    public long Candidates => _budget.Candidates;

    /// <summary>For each rule, by its number, whether some rule that may bear on it was not compared with it.</summary>
    public bool[] Unknown => _budget.Unknown;

    private void Test(Rule rule, IEnumerable<int> met)
    {
        _regions.ThrowIfCancelled();
        _regions.BeginWork();
        foreach (int number in met)
        {
            Rule other = _rules[number];
            if (_budget.SetAside(rule.Number) || _budget.SetAside(number))
            {
                _budget.Pass(rule, other);
                continue;
            }

            try
            {
                if (_regions.Meets(rule.Region, other.Region))
                {
                    (_found[rule.Number] ??= []).Add(other);
                    (_found[number] ??= []).Add(rule);
                }
            }
            catch (RegionBudgetException)
            {
                Unknown[rule.Number] = true;
                Unknown[number] = true;
            }
        }
    }
}
