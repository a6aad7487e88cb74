using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>What drafters write for the outcome of a case.</summary>
internal static class OutcomeWordings
{
    /// <summary>What comes about.</summary>
    public static readonly WordingTable<TokenKind> Outcomes = new(Keywords.KindOf)
    {
        { "allowed", "permitted" },
        { "legal", "permitted" },
        { "lawful", "permitted" },
        { "forbidden", "prohibited" },
        { "illegal", "prohibited" },
        { "unlawful", "prohibited" },
        { "banned", "prohibited" },
        { "conflicts", "conflicting" },
        { "permission", "permitted" },
        { "prohibition", "prohibited" },
    };

    /// <summary>How often it comes about; here for where the words stand in capitals.</summary>
    public static readonly WordingTable<TokenKind> Quantifiers = new(Keywords.KindOf)
    {
        { "never", "never" },
        { "always", "always" },
    };
}
