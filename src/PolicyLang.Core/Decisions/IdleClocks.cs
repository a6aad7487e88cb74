using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>
/// Finds the clocks that no rule and no assumption in question compares. They agree with each other in every case that exists, and whatever
/// they show bears on no answer: with twenty events in a workspace, nearly all clocks are idle.
/// </summary>
internal sealed class IdleClocks
{
    private readonly RuleBook _book;
    private readonly CaseSpace _space;
    private readonly Lazy<ImmutableArray<(int Variable, string? Event)>> _clocks;
    private readonly Lazy<ISet<int>> _assumed;

    // The same rules bear on one case after the other.
    private readonly Dictionary<int, ISet<int>> _comparedBy = [];

    /// <param name="book">The rules.</param>
    public IdleClocks(RuleBook book)
    {
        (_book, _space) = (book, book.Space);
        _clocks = new(() => [.. Clocks()], LazyThreadSafetyMode.PublicationOnly);
        _assumed = new(Assumed, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The variables of these clocks.</summary>
    /// <param name="bearing">The rules that may bear on the answer.</param>
    public ISet<int> Find(IEnumerable<Rule> bearing)
    {
        var compared = new HashSet<int>(_assumed.Value);
        foreach (Rule rule in bearing)
        {
            compared.UnionWith(ComparedBy(rule));
        }

        HashSet<string> busy = [.. _clocks.Value.Where(c => compared.Contains(c.Variable)).Select(c => c.Event ?? string.Empty)];
        return new HashSet<int>(_clocks.Value.Where(c => !busy.Contains(c.Event ?? string.Empty)).Select(c => c.Variable));
    }

    private ISet<int> ComparedBy(Rule rule)
    {
        if (!_comparedBy.TryGetValue(rule.Number, out ISet<int>? compared))
        {
            compared = _space.Regions.Support([rule.Trigger, rule.Region]);
            compared.IntersectWith(_clocks.Value.Select(c => c.Variable));
            _comparedBy.Add(rule.Number, compared);
        }

        return compared;
    }

    private ISet<int> Assumed()
    {
        var assumed = new ExistingCases(_book.Model, _book.Compiler);
        return _space.Regions.Support(_book.Model.Assumptions.Select(assumed.Fits));
    }

    private IEnumerable<(int Variable, string? Event)> Clocks() => _space.Clocks.Append(BuiltInAttributes.Elapsed).Distinct()
        .Select(name => (Variable: _space.VariableOfFact(name), Clock: ClockNames.Parse(name)))
        .Where(c => c.Variable is not null && c.Clock is not null)
        .Select(c => (c.Variable ?? 0, c.Clock?.Event));
}
