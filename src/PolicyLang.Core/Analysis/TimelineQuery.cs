using PolicyLang.Conflicts;
using PolicyLang.Conflicts.Kinds;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>What is wanted of a timeline.</summary>
internal sealed record TimelineQuery
{
    /// <summary>Frameworks and legal orders: only what their clauses take part in; empty for all.</summary>
    public ImmutableArray<Symbol> Of { get; init; } = [];

    /// <summary>The kinds of conflicts that are wanted, as output writes them, or their codes; empty for all.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Whether decisions that change are wanted, and not conflicts alone.</summary>
    public bool WantsChanges { get; init; } = true;

    /// <summary>Of how many changes of a day, the heaviest first, all cases are told in words.</summary>
    public int MostInWords { get; init; } = int.MaxValue;

    /// <summary>Of how many days they are, the first ones first.</summary>
    public int MostDaysInWords { get; init; } = int.MaxValue;

    /// <summary>The days that are wanted; null for all.</summary>
    public DayRange? Within { get; init; }

    internal bool Has(CalendarDay day) => Within is not { } days || days.Contains(day);

    internal bool Wants(ClauseSymbol clause) => clause.IsUnder(Of);

    internal bool Wants(Conflict conflict) =>
        (Kinds.IsEmpty || Kinds.Contains(ConflictKinds.Get(conflict.Kind).WireName) || Kinds.Contains(conflict.Descriptor.Code))
        && (Of.IsEmpty || conflict.Clauses.Any(Wants));

    internal bool Wants(string clause) => Of.IsEmpty || Of.Any(o => o is FrameworkSymbol framework
        ? IsOf(clause, framework.Name)
        : FrameworksOf(o).Any(f => IsOf(clause, f)));

    /// <summary>The frameworks of each legal order that is wanted.</summary>
    internal ILookup<Symbol, string> Frameworks { get; init; } = Array.Empty<(Symbol, string)>().ToLookup(f => f.Item1, f => f.Item2);

    private IEnumerable<string> FrameworksOf(Symbol order) => Frameworks[order];

    private static bool IsOf(string clause, string framework) => clause.StartsWith(framework + ".", StringComparison.Ordinal);
}
