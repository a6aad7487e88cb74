using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>
/// Finds the clocks that no rule and no assumption in question compares. They agree with each other in every case that exists, and whatever
/// they show bears on no answer: with twenty events in a workspace, nearly all clocks are idle.
/// </summary>
internal sealed class IdleClocks(RuleBook book)
{
    private readonly CaseSpace _space = book.Space;

    /// <summary>The variables of these clocks.</summary>
    /// <param name="bearing">The rules that may bear on the answer.</param>
    public ISet<int> Find(IEnumerable<Rule> bearing)
    {
        var assumed = new ExistingCases(book.Model, book.Compiler);
        ISet<int> compared =
            _space.Regions.Support(
            bearing.SelectMany(r => new[] { r.Trigger, r.Region }).Concat(book.Model.Assumptions.Select(assumed.Fits)));
        (int Variable, string? Event)[] clocks = [.. Clocks()];
        HashSet<string> busy = [.. clocks.Where(c => compared.Contains(c.Variable)).Select(c => c.Event ?? string.Empty)];
        return new HashSet<int>(clocks.Where(c => !busy.Contains(c.Event ?? string.Empty)).Select(c => c.Variable));
    }

    private IEnumerable<(int Variable, string? Event)> Clocks() => _space.Clocks.Append(BuiltInAttributes.Elapsed).Distinct()
        .Select(name => (Variable: _space.VariableOfFact(name), Clock: ClockNames.Parse(name)))
        .Where(c => c.Variable is not null && c.Clock is not null)
        .Select(c => (c.Variable ?? 0, c.Clock?.Event));
}
