using PolicyLang.Decisions;
using PolicyLang.Diagnostics;

namespace PolicyLang.Analysis;

/// <summary>What became of some cases.</summary>
public enum SemanticChangeKind
{
    Permitted,
    Prohibited,
    Conflicting,

    /// <summary>A conflict is gone.</summary>
    Resolved,

    /// <summary>No clause speaks of them any more.</summary>
    Unregulated,

    /// <summary>A duty is there that was not.</summary>
    Due,

    /// <summary>A duty is gone.</summary>
    Waived,
}

/// <summary>What a new version of the law means for those who keep to the old one.</summary>
public enum ChangeLevel
{
    /// <summary>Every case is decided as before.</summary>
    None,

    /// <summary>What was lawful stays so, and no duty is added.</summary>
    Minor,

    /// <summary>Something that was not prohibited, not in conflict or not due now is.</summary>
    Major,
}

/// <summary>One change of meaning, with the smallest case that shows it.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Case">The case.</param>
/// <param name="Clauses">The clauses that decide it, before or after, sorted.</param>
/// <param name="Text">The change as one sentence.</param>
public sealed record SemanticChange(SemanticChangeKind Kind, CaseFacts Case, ImmutableArray<string> Clauses, string Text);

/// <summary>How the meaning of a workspace changed. Rewording, moving and formatting change nothing.</summary>
/// <param name="Level">The heaviest change.</param>
/// <param name="Changes">Each change, the heaviest first.</param>
public sealed record SemanticDifference(ChangeLevel Level, ImmutableArray<SemanticChange> Changes)
{
    /// <summary>Why the two could not be compared (PL9004); null where they were.</summary>
    public Problem? Undecided { get; init; }
}
