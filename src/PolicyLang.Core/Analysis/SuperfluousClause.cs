using PolicyLang.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis;

/// <summary>A clause without which every case would be decided alike, or of which that is not known.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Finding">What is said of it.</param>
/// <param name="IsDead">Whether it has no effect anywhere; otherwise others say the same, or may.</param>
internal sealed record SuperfluousClause(ClauseSymbol Clause, Diagnostic Finding, bool IsDead);
