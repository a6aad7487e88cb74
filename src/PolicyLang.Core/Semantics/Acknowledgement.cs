using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>One side of a conflict: a clause, a framework with all its clauses, or the law of an order.</summary>
/// <param name="Target">The clause, the framework, or the order.</param>
/// <param name="IsLawOf">Whether the target is an order, whose frameworks are meant.</param>
internal sealed record ConflictSide(Symbol Target, bool IsLawOf)
{
    /// <summary>Whether a clause is of this side.</summary>
    public bool Holds(ClauseSymbol clause) =>
        ReferenceEquals(Target, IsLawOf ? clause.Framework.Authority : Target is FrameworkSymbol ? clause.Framework : clause);

    /// <summary>As it is written.</summary>
    public override string ToString() => IsLawOf ? $"law of {Target}" : Target.ToString();
}

/// <summary>Conflicts that somebody accepted.</summary>
/// <param name="Sides">Between what they are.</param>
/// <param name="Because">The reason.</param>
/// <param name="Until">Last day on which it counts; null without end.</param>
/// <param name="Location">The acknowledgement.</param>
internal sealed record Acknowledgement(ImmutableArray<ConflictSide> Sides, string Because, CalendarDay? Until, Location Location)
{
    /// <summary>Whether a conflict is meant: it has a clause of each side, and none of another.</summary>
    public bool Covers(ImmutableArray<ClauseSymbol> clauses) =>
        Sides.All(s => clauses.Any(s.Holds)) && clauses.All(c => Sides.Any(s => s.Holds(c)));
}
