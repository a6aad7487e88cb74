using System.Diagnostics;
using PolicyLang.Analysis;
using PolicyLang.Decisions;

namespace PolicyLang.Cli.Reporters;

/// <summary>Words that text and Markdown use of how two versions differ.</summary>
internal static class ComparisonWords
{
    /// <summary>What a level means, as a sentence.</summary>
    public static string Meaning(ChangeLevel level) => level switch
    {
        ChangeLevel.None => "every case is decided as before",
        ChangeLevel.Patch => "nobody has to act otherwise",
        ChangeLevel.Minor => "whoever keeps to the old version keeps to the new one",
        ChangeLevel.Major => "something is now prohibited, in conflict, due or owed that was not",
        _ => throw new UnreachableException(),
    };

    /// <summary>The heading over changes of a kind.</summary>
    public static string Title(SemanticChangeKind kind) => kind switch
    {
        SemanticChangeKind.Prohibited => "Now prohibited",
        SemanticChangeKind.Conflicting => "Now in conflict",
        SemanticChangeKind.Permitted => "Now permitted",
        SemanticChangeKind.Resolved => "No longer in conflict",
        SemanticChangeKind.Due => "New duties",
        SemanticChangeKind.Waived => "Duties that are gone",
        SemanticChangeKind.Unregulated => "No longer regulated",
        SemanticChangeKind.Owed => "Parties now owe, or may no longer",
        SemanticChangeKind.Released => "Parties no longer owe, or may",
        SemanticChangeKind.Advice => "Recommended otherwise",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a change is, without its cases: "was permitted, is now prohibited (A.B)", "BR and EU must allow (DGF.Art2)".</summary>
    public static string Turn(SemanticChange change)
    {
        string turn = change.Parties.IsEmpty ? $"was {change.Before}, is now {change.After}"
            : $"{CaseSentence.List(change.Parties, "and")}{(change.IsBoundAfter ? $" {change.After}" : $": no longer '{change.Before}'")}";
        return turn + (change.Clauses.IsEmpty ? string.Empty : $" ({CaseSentence.List(change.Clauses, "and")})");
    }
}
