using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Diagnostics;

namespace PolicyLang.Analysis;

/// <summary>What became of some cases.</summary>
internal enum SemanticChangeKind
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

    /// <summary>Parties are bound where they were free, or have lost a leave.</summary>
    Owed,

    /// <summary>Parties are free where they were bound, or have gained a leave.</summary>
    Released,

    /// <summary>What is recommended is another.</summary>
    Advice,
}

/// <summary>What a new version of the law means for those who keep to the old one.</summary>
internal enum ChangeLevel
{
    /// <summary>Every case is decided as before.</summary>
    None,

    /// <summary>Nobody has to act otherwise, but what is recommended, accepted or assumed is not the same.</summary>
    Patch,

    /// <summary>What was lawful stays so, and no duty is added.</summary>
    Minor,

    /// <summary>Something that was not prohibited, not in conflict, not due or not owed now is.</summary>
    Major,
}

/// <summary>One change of meaning, with the smallest case that shows it.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Case">The case.</param>
/// <param name="Clauses">The clauses that decide it, before or after, sorted.</param>
/// <param name="Text">The change as one sentence.</param>
internal sealed record SemanticChange(SemanticChangeKind Kind, CaseFacts Case, ImmutableArray<string> Clauses, string Text)
{
    /// <summary>What the cases were, in a word or two: "prohibited", "not due", "free".</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>What they are now.</summary>
    public string After { get; init; } = string.Empty;

    /// <summary>For an outcome, the clauses that decided it, sorted: what prohibited, what permitted, or what was in conflict.</summary>
    public ImmutableArray<string> DecidedBefore { get; init; } = [];

    /// <summary>The clauses that decide it now.</summary>
    public ImmutableArray<string> DecidedAfter { get; init; } = [];

    /// <summary>All cases of the change in words, the most general first; empty where nobody asked, and where that is not
    /// decided.</summary>
    public ImmutableArray<CasesLine> Blocks { get; init; } = [];

    /// <summary>For what parties owe, the parties concerned, sorted.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>For what parties owe or may do, whether an instrument says so now; else it did before.</summary>
    public bool IsBoundAfter { get; init; }

    /// <summary>What the change is, without its cases: "was permitted by A.B, is now prohibited by A.C", "BR and EU must allow (DGF.Art2)".
    /// </summary>
    public string Turn
    {
        get
        {
            if (!DecidedBefore.IsEmpty || !DecidedAfter.IsEmpty)
            {
                return $"was {Before}{By(Before, DecidedBefore)}, is now {After}{By(After, DecidedAfter)}";
            }

            string turn = Parties.IsEmpty ? $"was {Before}, is now {After}"
                : $"{CaseSentence.List(Parties, "and")}{(IsBoundAfter ? $" {After}" : $": no longer '{Before}'")}";
            return turn + (Clauses.IsEmpty ? string.Empty : $" ({CaseSentence.List(Clauses, "and")})");
        }
    }

    /// <summary>What the change means for those who keep to the old version.</summary>
    public ChangeLevel Level => LevelOf(Kind);

    /// <summary>What a kind of change means for those who keep to the old version.</summary>
    public static ChangeLevel LevelOf(SemanticChangeKind kind) => kind switch
    {
        SemanticChangeKind.Prohibited or SemanticChangeKind.Conflicting or SemanticChangeKind.Due or SemanticChangeKind.Owed =>
            ChangeLevel.Major,
        SemanticChangeKind.Advice => ChangeLevel.Patch,
        SemanticChangeKind.Permitted or SemanticChangeKind.Resolved or SemanticChangeKind.Unregulated or SemanticChangeKind.Waived
            or SemanticChangeKind.Released => ChangeLevel.Minor,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string By(string outcome, ImmutableArray<string> clauses) => clauses.IsEmpty ? string.Empty
        : $" {(outcome == "conflicting" ? "between" : "by")} {CaseSentence.List(clauses, "and")}";
}

/// <summary>How the meaning of a workspace changed. Rewording, moving and formatting change nothing.</summary>
/// <param name="Level">The heaviest change.</param>
/// <param name="Changes">Each change, the heaviest first.</param>
internal sealed record SemanticDifference(ChangeLevel Level, ImmutableArray<SemanticChange> Changes)
{
    /// <summary>Why the two could not be compared (PL9004); null where they were.</summary>
    public Problem? Undecided { get; init; }
}
