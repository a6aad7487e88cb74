using PolicyLang.Text;

namespace PolicyLang.Rules;

/// <summary>The pairs of opposing rules whose boxes meet, found through one index for each modality.</summary>
internal sealed class CandidatePairs
{
    // So many comparisons of boxes take a few seconds.
    private const long MostSteps = 400_000_000;

    // What is found is held until it is visited.
    private const int RulesInStretch = 64;
    private const int StretchesAtATime = 32;

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
    /// <param name="workers">How many may search at a time.</param>
    /// <param name="visit">Takes the number of a rule and those of the others, in a list that is used again.</param>
    /// <returns>Whether all pairs came by; beyond a limit of time the rest do not.</returns>
    public bool Each(int workers, Action<int, List<int>> visit)
    {
        long steps = 0;
        return _searches.TrueForAll(search =>
        {
            int needed = (search.Searching.Length + RulesInStretch - 1) / RulesInStretch;
            Stretch[] stretches = [.. Enumerable.Range(0, workers == 1 ? 1 : Math.Min(needed, StretchesAtATime))
                .Select(_ => new Stretch(search.Index))];
            for (int from = 0; from < search.Searching.Length; from += RulesInStretch * stretches.Length)
            {
                int first = from;
                SideBySide.Each(workers, stretches.Length, () => s =>
                    stretches[s].Find(_rules, search.Searching, first + (s * RulesInStretch)));
                if (!stretches.All(s => s.Visit(visit, ref steps)))
                {
                    return false;
                }
            }

            return true;
        });
    }

    /// <summary>What some rules beside each other meet.</summary>
    private sealed class Stretch(RuleIndex index)
    {
        private readonly RuleIndex.Searcher _searcher = index.Search();
        private readonly List<int> _met = [];
        private readonly List<(int Rule, int Met, int Steps)> _found = [];
        private readonly List<int> _visited = [];

        public void Find(ImmutableArray<Rule> rules, ImmutableArray<Rule> searching, int from)
        {
            _met.Clear();
            _found.Clear();
            long steps = 0;
            for (int i = from; i < Math.Min(from + RulesInStretch, searching.Length) && steps <= MostSteps; i++)
            {
                Rule rule = searching[i];
                _visited.Clear();
                int compared = _searcher.Meeting(rule.Number, _visited);
                steps += compared;
                int before = _met.Count;
                foreach (int other in _visited)
                {
                    if (rule.Opposes(rules[other]))
                    {
                        _met.Add(other);
                    }
                }

                _found.Add((rule.Number, _met.Count - before, compared));
            }
        }

        public bool Visit(Action<int, List<int>> visit, ref long steps)
        {
            int at = 0;
            foreach ((int rule, int met, int compared) in _found)
            {
                if (met > 0)
                {
                    _visited.Clear();
                    _visited.AddRange(_met.GetRange(at, met));
                    at += met;
                    visit(rule, _visited);
                }

                steps += compared;
                if (steps > MostSteps)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
