using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary>A day on which the law of the library changes, and whose change it is.</summary>
/// <param name="What">What changes.</param>
/// <param name="First">The first day on which it is so.</param>
/// <param name="Clauses">Any of these has to show it.</param>
/// <param name="Place">A place that the scenario has to name; null for any.</param>
internal sealed record LibraryChange(string What, CalendarDay First, Func<ClauseSymbol, bool> Clauses, Symbol? Place)
{
    public string Day => First.ToString();
}

/// <summary>Which scenarios of the library show what changes from one day to the next: the same facts, told a day earlier or later, meet other law.</summary>
internal sealed class LibraryDays(Workspace workspace)
{
    private readonly Dictionary<(BoundScenario, int), ImmutableHashSet<string>> _effects = [];
    private readonly ILookup<int, ScenarioResult> _byDay = workspace.RunScenarios().Where(r => Day(r) is not null).ToLookup(r => Day(r) ?? 0);
    private readonly Dictionary<string, ClauseSymbol> _clauses = workspace.Model.Clauses.ToDictionary(c => c.QualifiedName, StringComparer.Ordinal);

    /// <summary>The sides of a change that no scenario shows: the last day before it, and its first.</summary>
    public IEnumerable<string> Missing(LibraryChange change)
    {
        int first = change.First.Number;
        foreach ((int told, int other, string side) in new[] { (first - 1, first, "the day before"), (first, first - 1, "the first day") })
        {
            if (!_byDay[told].Any(r => Shows(r, told, other, change)))
            {
                yield return $"{change.What} {change.Day}: {side}";
            }
        }
    }

    private bool Shows(ScenarioResult result, int told, int other, LibraryChange change) =>
        (change.Place is null || Names(result).Any(n => IsIn(n, change.Place)))
        && Effects(result, told).SymmetricExcept(Effects(result, other)).Any(c => change.Clauses(_clauses[c]));

    private ImmutableHashSet<string> Effects(ScenarioResult result, int day)
    {
        if (!_effects.TryGetValue((result.Scenario, day), out ImmutableHashSet<string>? effects))
        {
            effects = [.. result.Told.SelectMany(t => Effects(t, result.Scenario.Under, day))];
            _effects.Add((result.Scenario, day), effects);
        }

        return effects;
    }

    private IEnumerable<string> Effects(CaseFacts told, ImmutableArray<Symbol> under, int day)
    {
        RawFact[] facts = [.. told.Facts.Where(f => f.Attribute != "date").Select(RawFact.FromFact), new RawFact("date", [new CalendarDay(day).ToString()])];
        Decision? decision = workspace.Decide(facts, under, out _);
        IEnumerable<string> conflicts = (workspace.ConflictsFor(facts, out _) ?? []).SelectMany(c => c.Clauses)
            .Where(n => under.IsEmpty || _clauses[n].IsUnder(under));
        return decision is null ? [] : [.. decision.Applied, .. decision.Defeated.SelectMany(d => new[] { d.Clause, d.By }), .. decision.Duties, .. decision.Advice.Select(a => a.Clause), .. conflicts];
    }

    private static IEnumerable<string> Names(ScenarioResult result) => result.Told.SelectMany(t => t.Facts).SelectMany(f => f.Value switch
    {
        NodeValue node => [node.Name],
        SetValue set => set.Names,
        _ => ImmutableArray<string>.Empty,
    });

    private static bool IsIn(string name, Symbol place) => place is BlocSymbol bloc ? bloc.Members.Any(m => IsIn(name, m.Place)) : place.Name == name;

    private static int? Day(ScenarioResult result) =>
        result.Told.SelectMany(t => t.Facts).Select(f => f.Value).OfType<DateValue>().FirstOrDefault()?.Day.Number;
}
