using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Coverage;

/// <summary>Cases in which a clause stands that one phrase says.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Text">The phrase.</param>
/// <param name="Covered">Whether the case of some scenario is one of them.</param>
/// <param name="Example">The smallest of them.</param>
internal sealed record CoveredBlock(ClauseSymbol Clause, string Text, bool Covered, CaseFacts Example);

/// <summary>One side of a boundary: a day or a number at which, all else being as it is, a clause begins or ceases to stand.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Attribute">The attribute or clock.</param>
/// <param name="Value">The value on this side, as it is written.</param>
/// <param name="IsFirst">Whether it is the first value beyond the boundary; else the last before it.</param>
/// <param name="Covered">Whether a scenario has a case with this very value for which the other side would make a difference.</param>
/// <param name="Example">The smallest such case.</param>
internal sealed record CoveredSide(
    ClauseSymbol Clause, string Attribute, string Value, bool IsFirst, bool Covered, CaseFacts Example);

/// <summary>What scenarios touch of the law.</summary>
/// <param name="Parts">Of each clause the cases in which it stands and those in which it yields.</param>
/// <param name="Blocks">The blocks of the cases in which clauses stand.</param>
/// <param name="Sides">The sides of their boundaries.</param>
internal sealed record CoverageReport(
    ImmutableArray<CoveredPart> Parts, ImmutableArray<CoveredBlock> Blocks, ImmutableArray<CoveredSide> Sides)
{
    /// <summary>Of what it is not known whether it is touched (PL9004).</summary>
    public ImmutableArray<Problem> Undecided { get; init; } = [];

    /// <summary>Whether everything is touched.</summary>
    public bool IsComplete => Undecided.IsEmpty && Parts.All(p => p.Covered) && Blocks.All(b => b.Covered) && Sides.All(s => s.Covered);

    /// <summary>The cases that no scenario is about, each once, with what it would be about.</summary>
    public IEnumerable<(string Title, ClauseSymbol Clause, CaseFacts Case)> Untouched() =>
        Parts.Where(p => p is { Covered: false, Undecided: null })
            .Select(p => ($"{p.Clause.QualifiedName} {(p.Stands ? "stands" : "yields")}", p.Clause, p.Example))
        .Concat(Sides.Where(s => !s.Covered)
            .Select(s => ($"{s.Clause.QualifiedName}, {(s.IsFirst ? "first" : "last")} {s.Attribute} {s.Value}", s.Clause, s.Example)))
        .Concat(Blocks.Where(b => !b.Covered).Select(b => ($"{b.Clause.QualifiedName}, another kind of case", b.Clause, b.Example)))
        .GroupBy(u => u.Item3).Select(g => g.First());
}
