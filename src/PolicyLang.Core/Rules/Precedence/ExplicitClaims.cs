using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>Which clause says of which other that it prevails over it, or yields to it.</summary>
internal sealed class ExplicitClaims(SemanticModel model)
{
    // The lower clause's concessions always hold; the upper clause's claims only where its order reaches.
    private readonly HashSet<(ClauseSymbol Upper, ClauseSymbol Lower)> _conceded =
        [.. model.Precedence.Where(e => e.Claim.Relation == NameListKind.SubjectTo).Select(e => (e.Upper, e.Lower))];

    private readonly HashSet<(ClauseSymbol Upper, ClauseSymbol Lower)> _claimed =
        [.. model.Precedence.Where(e => e.Claim.Relation is not (NameListKind.Invoking or NameListKind.SubjectTo))
            .Select(e => (e.Upper, e.Lower))];

    /// <summary>Whether a clause says that it yields to another.</summary>
    public bool Yields(ClauseSymbol lower, ClauseSymbol upper) => _conceded.Contains((upper, lower));

    /// <summary>Whether a clause says that it prevails over another.</summary>
    public bool Claims(ClauseSymbol upper, ClauseSymbol lower) => _claimed.Contains((upper, lower));
}
