using PolicyLang.Analysis;
using PolicyLang.Runtime;

namespace PolicyLang;

/// <summary>What a new version of the law means for those who keep to the old one.</summary>
public enum PolicyChangeLevel
{
    /// <summary>Every case is decided as before.</summary>
    None,

    /// <summary>Nobody has to act otherwise, but what is recommended, accepted or assumed is not the same.</summary>
    Patch,

    /// <summary>What was lawful stays so, and no duty is added.</summary>
    Minor,

    /// <summary>Something that was not prohibited, not in conflict, not due or not owed now is; or that is not known.</summary>
    Major,
}

/// <summary>What became of some cases.</summary>
public enum PolicyChangeKind
{
    /// <summary>They are permitted now.</summary>
    Permitted,

    /// <summary>They are prohibited now.</summary>
    Prohibited,

    /// <summary>The law contradicts itself about them now.</summary>
    Conflicting,

    /// <summary>A conflict is gone.</summary>
    Resolved,

    /// <summary>No clause speaks of them any more.</summary>
    Unregulated,

    /// <summary>A duty is there that was not.</summary>
    Due,

    /// <summary>A duty is gone.</summary>
    Waived,

    /// <summary>Parties are bound where they were free, or have lost a leave.</summary>
    Owed,

    /// <summary>Parties are free where they were bound, or have gained a leave.</summary>
    Released,

    /// <summary>What is recommended is another.</summary>
    Advice,
}

/// <summary>How two versions of the law differ in effect. Rewording, moving and formatting change nothing.</summary>
/// <param name="Level">What the new version means for those who keep to the old one.</param>
/// <param name="Changes">What is decided otherwise, the heaviest first.</param>
/// <param name="Clauses">The clauses and parties that are not the same, by name.</param>
/// <param name="NewConflicts">The open conflicts of the new version alone.</param>
/// <param name="GoneConflicts">The open conflicts of the old version alone.</param>
/// <param name="Undecided">What is not known because it is beyond the limits of the engine (PL9xxx), one sentence each.</param>
public sealed record PolicyDifference(
    PolicyChangeLevel Level,
    IReadOnlyList<PolicyChange> Changes,
    IReadOnlyList<string> Clauses,
    IReadOnlyList<ConflictModel> NewConflicts,
    IReadOnlyList<ConflictModel> GoneConflicts,
    IReadOnlyList<string> Undecided)
{
    internal static PolicyDifference Of(VersionComparison comparison, ModelMapping earlier, ModelMapping later) => new(
        Enum.Parse<PolicyChangeLevel>(comparison.Level.ToString()),
        [.. comparison.Changes.Select(PolicyChange.Of)],
        [.. comparison.Clauses.Select(c => c.Clause)],
        [.. comparison.Conflicts.New.Select(c => later.ConflictOf(c.Conflict))],
        [.. comparison.Conflicts.Gone.Select(c => earlier.ConflictOf(c.Conflict))],
        [.. comparison.Undecided.Select(u => u.Message)]);
}

/// <summary>One change in effect, with the smallest case that shows it.</summary>
/// <param name="Kind">What became of the cases.</param>
/// <param name="Level">What the change means for those who keep to the old version.</param>
/// <param name="Text">The change as one sentence.</param>
/// <param name="Case">The case.</param>
/// <param name="Clauses">The names of the clauses that decide it, before or after, sorted.</param>
/// <param name="Where">All cases of the change in words, the most general first; empty where that is not decided.</param>
public sealed record PolicyChange(
    PolicyChangeKind Kind,
    PolicyChangeLevel Level,
    string Text,
    PolicyCase Case,
    IReadOnlyList<string> Clauses,
    IReadOnlyList<string> Where)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Text;

    internal static PolicyChange Of(SemanticChange change) => new(
        Enum.Parse<PolicyChangeKind>(change.Kind.ToString()),
        Enum.Parse<PolicyChangeLevel>(change.Level.ToString()),
        change.Text,
        PolicyCaseFacts.CaseOf(change.Case),
        change.Clauses,
        [.. change.Blocks.Select(b => b.Written)]);
}
