using PolicyLang.Rules;
using PolicyLang.Syntax;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>A snapshot whose conflicts are known: what the next one starts from.</summary>
/// <param name="Trees">Its files.</param>
/// <param name="Settings">What the project decided.</param>
/// <param name="Rules">Its rules.</param>
/// <param name="Search">What the search for its conflicts found.</param>
internal sealed record JudgedSnapshot(
    ImmutableArray<SyntaxTree> Trees, WorkspaceSettings Settings, RuleBook Rules, ConflictHistory Search)
{
    /// <summary>Its findings, once they are known.</summary>
    public Findings? Findings { get; set; }
}
