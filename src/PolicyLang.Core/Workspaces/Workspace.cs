using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;

namespace PolicyLang.Workspaces;

/// <summary>An immutable snapshot of a set of files and everything known about them. Thread-safe.</summary>
public sealed class Workspace
{
    public static readonly Workspace Empty = new();

    /// <summary>The same workspace with one file added or replaced.</summary>
    /// <param name="file">The name that diagnostics will show; <c>.policy.md</c> makes it literate.</param>
    /// <param name="text">Its text.</param>
    public Workspace With(string file, string text) => this;

    /// <summary>The same workspace with many files added or replaced.</summary>
    public Workspace With(IEnumerable<KeyValuePair<string, string>> files) => this;

    /// <summary>The same workspace without a file.</summary>
    public Workspace Without(string file) => this;

    /// <summary>The user's files, sorted by name (ordinal).</summary>
    public ImmutableArray<SyntaxTree> Trees => [];

    /// <summary>How many clauses the user's files hold.</summary>
    public int ClauseCount => 0;

    /// <summary>Every finding, conflicts included, sorted.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [];

    /// <summary>Every conflict, resolved and acknowledged ones too, sorted by first location, then code.</summary>
    public ImmutableArray<Conflict> Conflicts => [];

    /// <summary>Decides one case.</summary>
    /// <param name="facts">Its facts; what is left out is neutral.</param>
    /// <param name="problems">What is wrong with the facts, one sentence each; empty where all is well.</param>
    /// <returns>The decision, or null where there are problems.</returns>
    public Decision? Decide(IEnumerable<RawFact> facts, out ImmutableArray<string> problems)
    {
        problems = [];
        return null;
    }
}
