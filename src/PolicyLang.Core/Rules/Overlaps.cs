using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>Finds the pairs of opposing rules that have a case in common.</summary>
internal sealed class Overlaps
{
    private readonly ImmutableArray<Rule> _rules;
    private readonly RegionSpace _regions;
    private readonly BoundingBoxes _boxes;
    private readonly List<Rule>?[] _found;

    private Overlaps(ImmutableArray<Rule> rules, CaseSpace space)
    {
        _rules = rules;
        _regions = space.Regions;
        _boxes = new BoundingBoxes(_regions, rules);
        _found = new List<Rule>?[rules.Length];
        ILookup<RuleModality, Rule> live = rules.Where(r => !r.Region.IsEmpty).ToLookup(r => r.Modality);
        var met = new List<int>();
        foreach (IGrouping<RuleModality, (RuleModality One, RuleModality Other)> pairs in OpposingModalities.Pairs.GroupBy(p => p.Other))
        {
            var index = new RuleIndex(_boxes, live[pairs.Key].Select(r => r.Number));
            foreach (Rule rule in pairs.SelectMany(p => live[p.One]))
            {
                met.Clear();
                index.Meeting(rule.Number, met);
                Test(rule, met);
            }
        }
    }

    /// <summary>For each rule, by its number, the opposing rules that it meets, in the order of their numbers.</summary>
    public ImmutableArray<ImmutableArray<Rule>> Opponents => [.. _found.Select(f => f is null ? ImmutableArray<Rule>.Empty : [.. f.OrderBy(r => r.Number)])];

    /// <summary>How many pairs the boxes could not tell apart.</summary>
    public long Candidates { get; private set; }

    public static Overlaps Find(ImmutableArray<Rule> rules, CaseSpace space) => new(rules, space);

    private void Test(Rule rule, List<int> met)
    {
        foreach (int number in met)
        {
            Rule other = _rules[number];
            if (!rule.Opposes(other))
            {
                continue;
            }

            Candidates++;
            if (_regions.Meets(rule.Region, other.Region))
            {
                (_found[rule.Number] ??= []).Add(other);
                (_found[number] ??= []).Add(rule);
            }
        }
    }
}
