using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>What drafters write for the modality of a sentence.</summary>
internal static class ModalityWordings
{
    private static readonly Dictionary<string, Modality> Meanings = new(StringComparer.Ordinal)
    {
        ["may"] = Modality.May,
        ["may only"] = Modality.MayOnly,
        ["must"] = Modality.Must,
        ["must not"] = Modality.MustNot,
        ["need not"] = Modality.NeedNot,
        ["should"] = Modality.Should,
        ["should not"] = Modality.ShouldNot,
    };

    /// <summary>Modalities of conduct; the language's own last, for where they stand in capitals.</summary>
    public static readonly WordingTable<Modality> Modalities = new(meant => Meanings[meant])
    {
        { "shall endeavour to", "should" },
        { "shall endeavor to", "should" },
        { "shall seek to", "should" },
        { "shall strive to", "should" },
        { "should endeavour to", "should" },
        { "endeavours to", "should" },
        { "shall not", "must not" },
        { "shall only", "may only" },
        { "shall", "must" },
        { "will not", "must not" },
        { "will", "must" },
        { "can not", "must not" },
        { "can only", "may only" },
        { "cannot", "must not" },
        { "can", "may" },
        { "is obliged to", "must" },
        { "is required to", "must" },
        { "is allowed to", "may" },
        { "is permitted to", "may" },
        { "is prohibited from", "must not" },
        { "has to", "must" },
        { "have to", "must" },
        { "nobody may", "must not" },
        { "no one may", "must not" },
        { "anyone may", "may" },
        { "anyone must not", "must not" },
        { "anyone must", "must" },
        { "everyone may", "may" },
        { "everyone must not", "must not" },
        { "everyone must", "must" },
        { "it is prohibited to", "must not" },
        { "it is forbidden to", "must not" },
        { "is forbidden to", "must not" },
        { "is forbidden from", "must not" },
        { "has the right to", "may" },
        { "have the right to", "may" },
        { "is authorised to", "may" },
        { "is authorized to", "may" },
        { "is not authorised to", "must not" },
        { "is not authorized to", "must not" },
        { "is to", "must" },
        { "are to", "must" },
        { "ought to", "should" },
        { "may not", "must not" },
        { "must only", "may only" },
        { "must never", "must not" },
        { "is not allowed to", "must not" },
        { "is not permitted to", "must not" },
        { "is not required to", "need not" },
        { "is not obliged to", "need not" },
        { "does not have to", "need not" },
        { "do not have to", "need not" },
        { "need not to", "need not" },
        { "does not need to", "need not" },
        { "needs to", "must" },
        { "is entitled to", "may" },
        { "are not allowed to", "must not" },
        { "are not required to", "need not" },
        { "are obliged to", "must" },
        { "are required to", "must" },
        { "are allowed to", "may" },
        { "are permitted to", "may" },
        { "are prohibited from", "must not" },
        { "mustn't", "must not" },
        { "can't", "must not" },
        { "won't", "must not" },
        { "needn't", "need not" },
        { "shouldn't", "should not" },
        { "must not", "must not" },
        { "must", "must" },
        { "may only", "may only" },
        { "may", "may" },
        { "need not", "need not" },
        { "should not", "should not" },
        { "should", "should" },
    };

    /// <summary>A duty of all parties, said of none; before what their law must not do.</summary>
    public static readonly WordingTable<TokenKind> NoParty = new(meant => Keywords.KindOf(meant.Split(' ')[1]))
    {
        { "no party must", "parties must not" },
        { "no party shall", "parties must not" },
        { "no party may", "parties must not" },
        { "no party should", "parties should not" },
        { "neither party must", "parties must not" },
        { "neither party shall", "parties must not" },
        { "neither party may", "parties must not" },
        { "neither party should", "parties should not" },
    };

    /// <summary>What a treaty does not prevent the parties from; their law may do it.</summary>
    public static readonly WordingTable<TokenKind> NotPrevented = new(meant => Keywords.KindOf(meant.Split(' ')[2]))
    {
        { "prohibiting", "parties may prohibit" },
        { "restricting", "parties may prohibit" },
        { "requiring", "parties may require" },
        { "prohibit", "parties may prohibit" },
        { "require", "parties may require" },
    };

    /// <summary>What a law does to conduct, after "must" or "may".</summary>
    public static readonly WordingTable<TokenKind> LawVerbs = new(Keywords.KindOf)
    {
        { "permit", "allow" },
        { "authorise", "allow" },
        { "authorize", "allow" },
        { "ban", "prohibit" },
        { "forbid", "prohibit" },
        { "outlaw", "prohibit" },
        { "mandate", "require" },
        { "demand", "require" },
        { "oblige", "require" },
    };
}
