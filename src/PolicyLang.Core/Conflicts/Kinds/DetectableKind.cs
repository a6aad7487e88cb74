using PolicyLang.Rules;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>A kind of conflict that is found among rules: how it is found, confirmed and worded.</summary>
internal abstract class DetectableKind : KindOfConflict
{
    /// <summary>Whether its sentence is about all rules of its clauses that are in it, and not about the first that are.</summary>
    public virtual bool NamesAllRules => false;

    /// <summary>What finds it among some rules; null where the detector of another kind finds it, too.</summary>
    /// <param name="book">The rules.</param>
    public abstract IConflictDetector? Detector(RuleBook book);

    /// <summary>Whether the decision procedure confirms a conflict that no precedence resolves.</summary>
    /// <param name="replay">Decides a case rule by rule.</param>
    /// <param name="candidate">The conflict.</param>
    /// <param name="witness">The case: one value for each variable.</param>
    public abstract bool IsConfirmed(WitnessReplay replay, ConflictCandidate candidate, long[] witness);

    /// <summary>What collides and why, as one sentence with its full stop.</summary>
    /// <param name="candidate">The conflict.</param>
    /// <param name="unresolved">Whether no precedence resolves it.</param>
    public abstract string Sentence(ConflictCandidate candidate, bool unresolved);

    /// <summary>What to do about it, as one sentence; null where there is nothing to do.</summary>
    /// <param name="candidate">The conflict, which is open.</param>
    public abstract string? Help(ConflictCandidate candidate);

    /// <summary>The rule whose clause a reader looks at first.</summary>
    /// <param name="candidate">The conflict.</param>
    public virtual Rule Main(ConflictCandidate candidate) => candidate.Rules[0];
}
