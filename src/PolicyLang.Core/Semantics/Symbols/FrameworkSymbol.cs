using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>The rank of an instrument, highest first.</summary>
internal enum Rank
{
    Constitution,
    Treaty,
    Statute,
    Regulation,
    Decision,
    Guideline,
    Policy,
}

/// <summary>A stretch of days, both ends inclusive.</summary>
internal readonly record struct DayRange(CalendarDay From, CalendarDay Until)
{
    /// <summary>Whether a day is one of them.</summary>
    public bool Contains(CalendarDay day) => From <= day && day <= Until;

    /// <summary>The days of some stretches, in stretches that ascend and do not touch.</summary>
    public static ImmutableArray<DayRange> Join(IEnumerable<DayRange> stretches)
    {
        var joined = ImmutableArray.CreateBuilder<DayRange>();
        foreach (DayRange days in stretches.OrderBy(d => d.From))
        {
            if (joined.Count > 0 && days.From.Number <= (long)joined[joined.Count - 1].Until.Number + 1)
            {
                DayRange last = joined[joined.Count - 1];
                joined[joined.Count - 1] = last with { Until = days.Until > last.Until ? days.Until : last.Until };
            }
            else
            {
                joined.Add(days);
            }
        }

        return joined.ToImmutable();
    }
}

/// <summary>An instrument.</summary>
internal sealed class FrameworkSymbol(string name, Location location) : Symbol(name, location)
{
    public string? Citation { get; internal set; }

    public string? Source { get; internal set; }

    /// <summary>The legal order it belongs to: a jurisdiction, a bloc or an organisation; null where that is missing and was
    /// reported.</summary>
    public Symbol? Authority { get; internal set; }

    public Rank Rank { get; internal set; } = Rank.Statute;

    /// <summary>Whether it states its rank.</summary>
    internal bool HasRank { get; set; }

    public CalendarDay? Adopted { get; internal set; }

    /// <summary>When it is in force; empty for a draft.</summary>
    public ImmutableArray<DayRange> Force { get; internal set; } = [];

    public ImmutableArray<NodeSymbol> Aims { get; internal set; } = [];

    /// <summary>Who is bound, where the framework says so.</summary>
    public BoundSet? Parties { get; internal set; }

    public ImmutableArray<FrameworkSymbol> Replaces { get; internal set; } = [];

    public ImmutableArray<FrameworkSymbol> Implements { get; internal set; } = [];

    /// <summary>The frameworks and clauses that it repeals from its first day on.</summary>
    public ImmutableArray<Symbol> Repeals { get; internal set; } = [];

    /// <summary>The principles of its legal order, explicit precedence first, where the framework states them; otherwise default.</summary>
    public ImmutableArray<Principle> Principles { get; internal set; }

    /// <summary>Where it states them.</summary>
    public Location? PrinciplesLocation { get; internal set; }

    public ImmutableArray<ClauseSymbol> Clauses { get; internal set; } = [];

    /// <summary>A framework without any <c>in force</c>: checked, never applied.</summary>
    public bool IsDraft => Force.IsEmpty;

    /// <summary>The rank that counts for precedence: a delegated rule has that of what it implements.</summary>
    public Rank EffectiveRank => Implements.IsEmpty ? Rank : Implements.Min(f => f.Rank);

    public override string Kind => "a framework";

    internal ClauseSymbol? FindClause(string clause) => Clauses.FirstOrDefault(c => c.Name == clause);
}
