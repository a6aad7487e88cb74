using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// Finds the pairs of opposing rules that have a case in common: the index yields the pairs whose boxes meet, and those are compared
/// exactly. Where there are more of these than the budget allows, the rules that take part in most are set aside, and said to be. Budgets
/// count pairs, bytes and steps, not seconds: on any machine the answer is the same.
/// </summary>
internal sealed class OverlapFinder
{
    /// <summary>The most steps that all exact comparisons take; so many take some seconds.</summary>
    public const int MostSteps = 50_000_000;

    // Each may be a conflict to tell: 10 ms and 256 kB.
    private const int PairsPerRule = 64;
    private const int LeastPairs = 100_000;

    private const long MostBytes = 256 << 20;

    // Two lists of opponents hold a pair, twice each while they grow.
    private const int BytesOfPair = 64;

    private readonly ImmutableArray<Rule> _rules;
    private readonly RegionSpace _regions;
    private readonly PairBudget _budget;
    private readonly List<Rule>?[] _found;

    private OverlapFinder(LoweredRules rules, Precedences precedences, long most, int steps)
    {
        _rules = rules.All;
        _regions = rules.Regions;
        _found = new List<Rule>?[_rules.Length];
        int workers = rules.Compiler.Space.Engine.Workers;
        var boxes = new BoundingBoxes(_regions, [.. _rules.Select(r => r.Region)], workers);
        _budget = new PairBudget(_rules, precedences, new CandidatePairs(_rules, boxes), most, workers);
        using var budget = new NodeBudget(_regions, _regions.WorkBudget, steps, apart: true);
        if (_budget.Pairs is { } pairs)
        {
            pairs.ForEach(p => Test(_rules[p.Rule], p.Met));
        }
        else
        {
            new CandidatePairs(_rules, boxes, _budget.SetAside).Each(workers, (rule, met) => Test(_rules[rule], met));
        }
    }

    /// <summary>The most pairs that are compared exactly, of so many rules.</summary>
    public static long MostPairs(int rules) => Math.Min(MostBytes / BytesOfPair, Math.Max(LeastPairs, PairsPerRule * (long)rules));

    /// <summary>Compares all rules, which are numbered from 0 without a gap.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="precedences">Which of two rules may prevail, so that it matters that they were not compared.</param>
    /// <param name="most">The most pairs to compare exactly.</param>
    /// <param name="steps">The most steps that comparing them takes.</param>
    public static OverlapTable Find(LoweredRules rules, Precedences precedences, long most, int steps)
    {
        var overlaps = new OverlapFinder(rules, precedences, most, steps);
        return new OverlapTable(
            [.. overlaps._found.Select(f => f is null ? ImmutableArray<Rule>.Empty : [.. f.OrderBy(r => r.Number)])],
            overlaps._budget.Unknown,
            overlaps._budget.Candidates);
    }

    // All pairs of a rule share a part of the budget; the rest are unknown.
    private void Test(Rule rule, IReadOnlyList<int> met)
    {
        _regions.ThrowIfCancelled();
        int next = 0;
        _regions.TryWithin(() =>
        {
            // Beyond the steps of all, each further pair would count as given up.
            for (; next < met.Count && _regions.Meter.Allowed.Steps > 0; next++)
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

    private void NotCompared(Rule rule, Rule other) =>
        _budget.Unknown[rule.Number] = _budget.Unknown[other.Number] = true;
}
