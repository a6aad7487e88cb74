using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A conflict that somebody accepted.</summary>
/// <param name="Clauses">The clauses between which it is.</param>
/// <param name="Because">The reason.</param>
/// <param name="Until">Last day on which it counts; null without end.</param>
/// <param name="Location">The acknowledgement.</param>
public sealed record Acknowledgement(ImmutableArray<ClauseSymbol> Clauses, string Because, CalendarDay? Until, Location Location);
