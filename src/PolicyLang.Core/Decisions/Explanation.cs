using PolicyLang.Decisions.Blocks;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Decisions;

/// <summary>What a clause does in a case.</summary>
internal enum ClauseRole
{
    /// <summary>It applies and stands.</summary>
    Applies,

    /// <summary>It applies and yields to another.</summary>
    Defeated,

    /// <summary>It is a duty whose trigger holds and which the act does not fulfil.</summary>
    Due,

    /// <summary>It would apply if one part of it held.</summary>
    Near,
}

/// <summary>One part of a clause: a word of its sentence, a modifier, or an atom of a condition.</summary>
/// <param name="Text">The words, as written, with blanks folded.</param>
/// <param name="Holds">Whether the case fits it.</param>
/// <param name="Location">Where the words stand.</param>
/// <param name="Parts">The atoms of a condition; empty for what has none.</param>
internal sealed record ExplainedPart(string Text, bool Holds, Location Location, ImmutableArray<ExplainedPart> Parts);

/// <summary>A clause in the light of a case.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Role">What it does.</param>
/// <param name="DefeatedBy">The clause that prevails over it; null unless it is defeated.</param>
/// <param name="Principle">Why that one prevails; null unless it is defeated.</param>
/// <param name="Parts">All its parts, in the order in which they are written, and its days in force.</param>
internal sealed record ExplainedClause(
    ClauseSymbol Clause, ClauseRole Role, ClauseSymbol? DefeatedBy, Principle? Principle, ImmutableArray<ExplainedPart> Parts)
{
    /// <summary>Of a clause that applies: the most general cases around this one in which it does, in words; null for others.</summary>
    public CasesLine? Where { get; init; }

    /// <summary>Of a duty that forbids the act because its verb opposes that of the act, how: "its duty to delete forbids to store (delete
    /// opposes store)"; null for others.</summary>
    public string? Opposition { get; init; }

    /// <summary>
    /// Whether it bears on the answer: it applies, yields or is due; or it would apply but for one part, and then answer to a clause that
    /// applies, or be the only one.
    /// </summary>
    public bool Bears { get; init; } = true;
}
