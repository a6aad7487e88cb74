using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>From which day on frameworks and clauses are repealed. The earliest repeal counts, and none is revived.</summary>
internal sealed class Repeals
{
    private readonly Dictionary<Symbol, CalendarDay> _from = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public Repeals(IEnumerable<FrameworkSymbol> frameworks)
    {
        foreach (FrameworkSymbol framework in frameworks)
        {
            foreach (Symbol target in framework.Repeals)
            {
                Repeal(framework, target);
            }
        }
    }

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The day on which a clause, or its framework, is repealed; null where it is not.</summary>
    public CalendarDay? Day(ClauseSymbol clause) =>
        (_from.TryGetValue(clause, out CalendarDay own), _from.TryGetValue(clause.Framework, out CalendarDay whole)) switch
        {
            (true, true) => own < whole ? own : whole,
            (true, false) => own,
            (false, true) => whole,
            (false, false) => null,
        };

    /// <summary>The days on which a clause is in force and not repealed.</summary>
    public ImmutableArray<DayRange> Remaining(ClauseSymbol clause) => Day(clause) is not { } day
        ? clause.Force
        : [.. clause.Force.Where(r => r.From < day).Select(r => r.Until < day ? r : r with { Until = new CalendarDay(day.Number - 1) })];

    /// <summary>Whether the same is repealed from the same days on, by name.</summary>
    public bool IsSame(Repeals other) => _from.Count == other._from.Count
        && Names().SequenceEqual(other.Names());

    private IEnumerable<string> Names() => _from.Select(r => $"{r.Key} {r.Value}").OrderBy(n => n, StringComparer.Ordinal);

    private void Repeal(FrameworkSymbol framework, Symbol target)
    {
        FrameworkSymbol owner = (target as ClauseSymbol)?.Framework ?? (FrameworkSymbol)target;
        if (ReferenceEquals(owner, framework))
        {
            Refuse(framework, $"'{framework.Name}' repeals '{target}', which is law of its own.",
                "Give the clause a last day: 'in force until …'.");
        }
        else if (!ReferenceEquals(owner.Authority, framework.Authority))
        {
            Refuse(framework,
                $"'{framework.Name}' is law of {framework.Authority?.Name} and cannot repeal '{target}', law of {owner.Authority?.Name}.",
                "Only law of the same order can be repealed.");
        }
        else if (First(framework.Force) is { } day)
        {
            ImmutableArray<DayRange> force = target is ClauseSymbol clause ? clause.Force : owner.Force;
            if (First(force) is not { } first || first >= day)
            {
                Refuse(framework,
                    $"'{target}' is not in force before {day}, the first day of '{framework.Name}', so there is nothing to repeal.",
                    "Repeal what came before, or correct one of the days.");
            }
            else if (!_from.TryGetValue(target, out CalendarDay earlier) || day < earlier)
            {
                _from[target] = day;
            }
        }
    }

    private static CalendarDay? First(ImmutableArray<DayRange> force) => force.IsEmpty ? null : force.Min(r => r.From);

    private void Refuse(FrameworkSymbol framework, string message, string help) =>
        _diagnostics.Add(NameDiagnostics.ForeignPrecedence.Create(framework.Location, message, help));
}
