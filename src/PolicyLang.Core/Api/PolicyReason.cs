using PolicyLang.Decisions;
using PolicyLang.Runtime;

namespace PolicyLang;

/// <summary>What a clause does in a case.</summary>
public enum PolicyReasonKind
{
    /// <summary>It applies and stands.</summary>
    Applies,

    /// <summary>It applies and yields to another.</summary>
    Defeated,

    /// <summary>It is a duty that is due and that the act does not fulfil.</summary>
    Due,

    /// <summary>It would apply if one part of it held.</summary>
    Near,
}

/// <summary>A clause that bears on a case, word by word.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Kind">What it does.</param>
/// <param name="DefeatedBy">The clause that prevails over it; null unless it is defeated.</param>
/// <param name="Principle">Why that one prevails; null unless it is defeated.</param>
/// <param name="Parts">All its parts, in the order in which they are written, and its days in force.</param>
public sealed record PolicyReason(
    ClauseModel Clause, PolicyReasonKind Kind, ClauseModel? DefeatedBy, PolicyPrinciple? Principle, IReadOnlyList<PolicyReasonPart> Parts)
{
    /// <summary>Of a clause that applies: the most general cases around this one in which it does, in words; null for others.</summary>
    public string? Where { get; init; }

    /// <summary>The clause and what it does.</summary>
    public override string ToString() => DefeatedBy is null ? $"{Clause}: {Kind}" : $"{Clause}: {Kind} by {DefeatedBy}";

    internal static PolicyReason Of(ExplainedClause explained, ModelMapping models) => new(
        models.Clause(explained.Clause.QualifiedName),
        Enum.Parse<PolicyReasonKind>(explained.Role.ToString()),
        explained.DefeatedBy is { } by ? models.Clause(by.QualifiedName) : null,
        explained.Principle is { } principle ? ModelMapping.PrincipleOf(principle) : null,
        PolicyReasonPart.Of(explained.Parts))
    {
        Where = explained.Where?.Written,
    };
}

/// <summary>One part of a clause: a word of its sentence, a modifier, or an atom of a condition.</summary>
/// <param name="Text">The words, as written, with blanks folded.</param>
/// <param name="Holds">Whether the case fits it.</param>
/// <param name="Position">Where the words stand.</param>
/// <param name="Parts">The atoms of a condition; empty for what has none.</param>
public sealed record PolicyReasonPart(string Text, bool Holds, SourcePosition Position, IReadOnlyList<PolicyReasonPart> Parts)
{
    internal static IReadOnlyList<PolicyReasonPart> Of(ImmutableArray<ExplainedPart> parts) =>
        [.. parts.Select(p => new PolicyReasonPart(p.Text, p.Holds, ModelMapping.PositionOf(p.Location), Of(p.Parts)))];
}
