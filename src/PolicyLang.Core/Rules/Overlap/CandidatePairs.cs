namespace PolicyLang.Rules;

/// <summary>The pairs of opposing rules whose boxes meet, found through one index for each modality.</summary>
internal sealed class CandidatePairs
{
    // So many comparisons of boxes take a few seconds.
    private const long MostSteps = 400_000_000;

    private readonly ImmutableArray<Rule> _rules;
    private readonly List<(RuleIndex Index, ImmutableArray<Rule> Searching)> _searches = [];

    /// <param name="rules">All rules.</param>
    /// <param name="boxes">Their boxes.</param>
    /// <param name="without">Rules whose pairs with each other are of no interest; none unless given.</param>
    public CandidatePairs(ImmutableArray<Rule> rules, BoundingBoxes boxes, Func<int, bool>? without = null)
    {
        _rules = rules;
        ILookup<RuleModality, Rule> live = rules.Where(r => !r.Region.IsEmpty).ToLookup(r => r.Modality);
        ILookup<RuleModality, Rule> wanted = rules.Where(r => !r.Region.IsEmpty && without?.Invoke(r.Number) != true)
            .ToLookup(r => r.Modality);
        foreach (IGrouping<RuleModality, (RuleModality One, RuleModality Other)> pairs in OpposingModalities.Pairs.GroupBy(p => p.Other))
        {
            ImmutableArray<Rule> others = [.. live[pairs.Key]];
            ImmutableArray<Rule> wantedOthers = [.. wanted[pairs.Key]];
            Add(boxes, others, pairs.SelectMany(p => wanted[p.One]));
            if (wantedOthers.Length < others.Length)
            {
                Add(boxes, wantedOthers, pairs.SelectMany(p => live[p.One]).Where(r => without?.Invoke(r.Number) == true));
            }
        }
    }

    private void Add(BoundingBoxes boxes, ImmutableArray<Rule> indexed, IEnumerable<Rule> searching)
    {
        ImmutableArray<Rule> searchers = [.. searching];
        if (!indexed.IsEmpty && !searchers.IsEmpty)
        {
            _searches.Add((new RuleIndex(boxes, indexed.Select(r => r.Number)), searchers));
        }
    }

    /// <summary>Visits each rule that meets others, with those that it meets; each pair comes by once.</summary>
    /// <param name="visit">Takes the number of a rule and those of the others, in a list that is used again.</param>
    /// <returns>Whether all pairs came by; beyond a limit of time the rest do not.</returns>
    public bool Each(Action<int, List<int>> visit)
    {
        var met = new List<int>();
        long steps = 0;
        foreach ((RuleIndex index, ImmutableArray<Rule> searching) in _searches)
        {
            foreach (Rule rule in searching)
            {
                met.Clear();
                steps += index.Meeting(rule.Number, met);
                met.RemoveAll(o => !rule.Opposes(_rules[o]));
                if (met.Count > 0)
                {
                    visit(rule.Number, met);
                }

                if (steps > MostSteps)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
