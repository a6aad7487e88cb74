using System.Diagnostics;
using PolicyLang.Analysis;

namespace PolicyLang.LanguageService.Wording;

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

    /// <summary>What became of a clause, as a sentence.</summary>
    public static string Sentence(ClauseChange clause) => clause.Clause + clause.Change switch
    {
        ClauseChangeKind.Added => " is new",
        ClauseChangeKind.Removed => " is gone",
        ClauseChangeKind.Narrower => " speaks of fewer cases",
        ClauseChangeKind.Wider => " speaks of more cases",
        ClauseChangeKind.Changed => " says something else",
        ClauseChangeKind.Reworded => " has other words that mean the same",
        _ => throw new UnreachableException(),
    };
}
