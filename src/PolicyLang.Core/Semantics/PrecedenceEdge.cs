namespace PolicyLang.Semantics;

/// <summary>One clause that prevails over another because a clause says so.</summary>
/// <param name="Upper">The clause that prevails.</param>
/// <param name="Lower">The clause that yields.</param>
/// <param name="Claim">Where it is said.</param>
internal sealed record PrecedenceEdge(ClauseSymbol Upper, ClauseSymbol Lower, Precedence Claim);
