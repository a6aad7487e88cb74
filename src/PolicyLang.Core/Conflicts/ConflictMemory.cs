using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>What a search for conflicts may know beforehand, and tells of what it finds. This one knows nothing.</summary>
internal class ConflictMemory
{
    /// <summary>Knows nothing, and keeps nothing.</summary>
    public static ConflictMemory None { get; } = new();

    /// <summary>What is found from a rule, where nothing new bears on it; else null.</summary>
    public virtual ImmutableArray<ConflictCandidate>? Known(Rule rule) => null;

    /// <summary>What is found from a rule with some of the rules that oppose it, and the others, which are to be looked at; null where
    /// nothing is known.</summary>
    public virtual (ImmutableArray<ConflictCandidate> Known, Rule[] Others)? KnownInPart(Rule rule) => null;

    /// <summary>Takes what was found from a rule.</summary>
    public virtual void Record(Rule rule, ImmutableArray<ConflictCandidate> found)
    {
    }

    /// <summary>A conflict as it was reported before, where nothing new bears on it; else null.</summary>
    /// <param name="candidate">The conflict.</param>
    public virtual FoundConflict? ReportedBefore(ConflictCandidate candidate) => null;
}
