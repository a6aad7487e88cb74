using PolicyLang.Rules;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>Finds the conflicts of a kind, each from one of its rules: its duty, its guarantee or its permission.</summary>
internal interface IConflictDetector
{
    /// <summary>The conflicts that start from a rule; none where the kind does not start from such rules.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="resolved">Whether those that precedence resolves are wanted too.</param>
    /// <param name="others">From a permission, the opposing rules to look at; null for all.</param>
    IEnumerable<ConflictCandidate> Find(Rule rule, bool resolved, IReadOnlyList<Rule>? others);
}
