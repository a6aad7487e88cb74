namespace PolicyLang.Syntax;

/// <summary>What a clause is about; every kind lowers to the same rules.</summary>
internal enum ClauseKind
{
    Transfer,
    Sovereignty,
    Norm,
}

/// <summary>A kind of clause as grammar and editor need to know it.</summary>
/// <param name="Kind">Which one it is.</param>
/// <param name="Word">Its keyword.</param>
/// <param name="Meaning">What it is for, in a sentence for whoever drafts.</param>
/// <param name="Skeleton">A clause with places to fill in, in the protocol's snippet syntax.</param>
internal sealed record ClauseKindInfo(ClauseKind Kind, string Word, string Meaning, string Skeleton);

/// <summary>The kinds of clauses.</summary>
internal static class ClauseKinds
{
    /// <summary>All, in the order of <see cref="ClauseKind"/>, which is that of their keywords.</summary>
    public static ImmutableArray<ClauseKindInfo> All { get; } =
    [
        new(ClauseKind.Transfer, "transfer", "An article about data that move from one place to another.",
            "transfer ${1:Name} \"${2:Title}\" cites \"${3:Art. 1}\" {\n  ${4:Exporter} ${5|must not,may,must,may only,need "
            + "not,should,should not|} transfer ${6:PersonalData}\n  from ${7:EEA}\n  to ${8:outside EEA}\n}\n$0"),
        new(ClauseKind.Sovereignty, "sovereignty", "An article about where data are kept, processed or reached, and by whom.",
            "sovereignty ${1:Name} \"${2:Title}\" cites \"${3:Art. 1}\" {\n  ${4:Controller} ${5|must,must not,may|} "
            + "${6|store,process,access,disclose,operate|} ${7:PersonalData}\n  ${8:only in} ${9:CN}\n}\n$0"),
        new(ClauseKind.Norm, "norm", "An article about conduct, or about what the law of States must contain.",
            "norm ${1:Name} \"${2:Title}\" cites \"${3:Art. 1}\" {\n  parties ${4|must allow,must not prohibit,must not "
            + "require,must prohibit,must require|} ${5:transfer} ${6:PersonalData}\n}\n$0"),
    ];

    /// <summary>The kind that a keyword stands for.</summary>
    /// <param name="keyword">One for which <see cref="Keywords.StartsClause"/> holds.</param>
    public static ClauseKind KindOf(TokenKind keyword) => (ClauseKind)(keyword - TokenKind.TransferWord);

    /// <summary>What is known of a kind by its keyword; null for another word.</summary>
    public static ClauseKindInfo? InfoOf(string word) => All.FirstOrDefault(k => k.Word == word);
}
