using PolicyLang.Rules;
using PolicyLang.Syntax;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>A snapshot whose conflicts are known: what the next one starts from.</summary>
/// <param name="Trees">Its files.</param>
/// <param name="Settings">What the project decided.</param>
/// <param name="Search">What the search for its conflicts found.</param>
internal sealed record JudgedSnapshot(ImmutableArray<SyntaxTree> Trees, WorkspaceSettings Settings, ConflictHistory Search)
{
    /// <summary>Its rules.</summary>
    public RuleBook Rules => Search.Book;

    /// <summary>Its findings, once they are known.</summary>
    public Findings? Findings { get; set; }
}
