using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis.Timelines;

/// <summary>Finds the rules of conduct that may speak of cases of some others, without looking at most.</summary>
internal sealed class Neighbours
{
    // So many numbers take 64 MB; what is not kept is looked up again.
    private const int MostKept = 1 << 24;

    private readonly Rule?[] _rules;
    private readonly (long First, long Last)[] _days;
    private readonly RuleIndex.Searcher _index;
    private readonly Dictionary<int, int[]> _met = [];
    private int _kept;

    /// <param name="book">The rules.</param>
    /// <param name="date">The variable of the date.</param>
    public Neighbours(RuleBook book, int date)
    {
        _rules = new Rule?[LoweredRules.NumbersOf(book.Rules)];
        _days = new (long, long)[_rules.Length];
        foreach (Rule rule in book.Rules.Where(r => !r.IsLawMaking && !Cases(r).IsEmpty))
        {
            _rules[rule.Number] = rule;
            ImmutableArray<(long First, long Last)> days = book.Space.Regions.ValuesOf(Cases(rule), date);
            _days[rule.Number] = (days[0].First, days[days.Length - 1].Last);
        }

        // One rule may take the place of another that ends the day before.
        var boxes = new BoundingBoxes(
            book.Space.Regions, [.. _rules.Select(r => r is null ? book.Space.Regions.Empty : Cases(r))], workers: 1, whatever: date);
        _index = new RuleIndex(boxes, _rules.OfType<Rule>().Select(r => r.Number)).Search();
    }

    /// <summary>The rules whose cases of a day or the day before may be among those of some, in the order of their numbers.</summary>
    /// <param name="rules">These rules.</param>
    /// <param name="day">The number of the day.</param>
    public ImmutableArray<Rule> Of(ImmutableArray<Rule> rules, int day)
    {
        bool Near(int rule) => _days[rule].First <= day && _days[rule].Last >= day - 1;

        var found = new HashSet<int>(rules.Select(r => r.Number).Where(Near));
        foreach (Rule rule in rules.Where(r => _rules[r.Number] is not null))
        {
            found.UnionWith(Of(rule.Number).Where(Near));
        }

        return [.. found.OrderBy(n => n).Select(n => _rules[n]).OfType<Rule>()];
    }

    /// <summary>The numbers of the rules that may share cases with one, whatever the day; its own among them.</summary>
    /// <param name="rule">Its number; a rule of conduct with cases.</param>
    public IReadOnlyList<int> Of(int rule)
    {
        // It is asked for at least twice: when its cases begin, and when they end.
        if (!_met.TryGetValue(rule, out int[]? met))
        {
            var found = new List<int>();
            _index.Meeting(rule, found);
            met = [.. found];
            if (_kept + met.Length <= MostKept)
            {
                _kept += met.Length;
                _met.Add(rule, met);
            }
        }

        return met;
    }

    // A duty speaks wherever it is triggered, whatever is done.
    private static Region Cases(Rule rule) => rule.Modality == RuleModality.Obligation ? rule.Trigger : rule.Region;
}
