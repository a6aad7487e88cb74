using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>Finds the rules whose trigger may hold for the given facts of a case: by an index over triggers, and the few rules that came
/// after it was made.</summary>
internal sealed class NearRules
{
    private const int MostAdded = 256;

    private readonly RuleIndex _index;
    private readonly Rule?[] _indexed;
    private readonly ImmutableArray<Rule> _added;

    private NearRules(RuleIndex index, Rule?[] indexed, ImmutableArray<Rule> added)
    {
        _index = index;
        _indexed = indexed;
        _added = added;
    }

    /// <summary>Makes the index.</summary>
    /// <param name="regions">The space.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="workers">How many may work at a time.</param>
    public static NearRules Build(RegionSpace regions, ImmutableArray<Rule> rules, int workers)
    {
        var indexed = new Rule?[LoweredRules.NumbersOf(rules)];
        foreach (Rule rule in rules)
        {
            indexed[rule.Number] = rule;
        }

        var boxes = new BoundingBoxes(regions, [.. indexed.Select(r => r?.Trigger ?? regions.Empty)], workers);
        return new NearRules(new RuleIndex(boxes, rules.Where(r => !r.Trigger.IsEmpty).Select(r => r.Number), v => !v.Chosen), indexed, []);
    }

    /// <summary>The same index for rules that follow these; null where so many are new that they need an index of their own.</summary>
    /// <param name="successor">What became of a rule; null where it is gone.</param>
    /// <param name="added">The new rules.</param>
    public NearRules? Carry(Func<Rule, Rule?> successor, ImmutableArray<Rule> added)
    {
        ImmutableArray<Rule> all = [.. _added.Select(successor).OfType<Rule>(), .. added];
        return all.Length > MostAdded ? null : new NearRules(_index, [.. _indexed.Select(r => r is null ? null : successor(r))], all);
    }

    /// <summary>The rules near a case, in the order of their numbers.</summary>
    public IEnumerable<Rule> Find(long[] values)
    {
        var near = new List<int>();
        _index.Near(values, near);
        return near.Select(n => _indexed[n]).OfType<Rule>().Concat(_added).OrderBy(r => r.Number);
    }
}
