using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>What drafters write between an attribute and its value.</summary>
internal static class ComparisonWordings
{
    private static readonly Dictionary<string, TokenKind> Meanings = new(StringComparer.Ordinal)
    {
        ["="] = TokenKind.Equal,
        ["<"] = TokenKind.Less,
        ["<="] = TokenKind.LessOrEqual,
        [">"] = TokenKind.Greater,
        [">="] = TokenKind.GreaterOrEqual,
        ["is"] = TokenKind.IsWord,
        ["include"] = TokenKind.IncludeWord,
    };

    private static readonly Dictionary<string, IncludeKind> QuantifierMeanings = new(StringComparer.Ordinal)
    {
        ["any of"] = IncludeKind.Any,
        ["all of"] = IncludeKind.All,
        ["none of"] = IncludeKind.None,
    };

    public static readonly WordingTable<TokenKind> Comparisons = new(meant => Meanings[meant])
    {
        { "is greater than or equal to", ">=" },
        { "is less than or equal to", "<=" },
        { "is greater than", ">" },
        { "is more than", ">" },
        { "is less than", "<" },
        { "is at least", ">=" },
        { "is at most", "<=" },
        { "is equal to", "=" },
        { "is after", ">" },
        { "is before", "<" },
        { "is one of", "is" },
        { "is any of", "is" },
        { "is among", "is" },
        { "is above", ">" },
        { "is below", "<" },
        { "on or after", ">=" },
        { "on or before", "<=" },
        { "after", ">" },
        { "above", ">" },
        { "below", "<" },
        { "exceeding", ">" },
        { "greater than", ">" },
        { "more than", ">" },
        { "less than", "<" },
        { "fewer than", "<" },
        { "at least", ">=" },
        { "at most", "<=" },
        { "exceeds", ">" },
        { "exceed", ">" },
        { "equals", "=" },
        { "includes", "include" },
        { "including", "include" },
        { "contains", "include" },
        { "contain", "include" },
        { "are", "is" },
    };

    /// <summary>Negated comparisons; "not" stands before the whole of what is meant.</summary>
    public static readonly WordingTable<TokenKind> Negations = new(meant => Meanings[meant])
    {
        { "is not", "is" },
        { "isn't", "is" },
        { "do not include", "include" },
        { "does not include", "include" },
        { "don't include", "include" },
        { "not include", "include" },
    };

    /// <summary>How many elements a set has to have.</summary>
    public static readonly WordingTable<IncludeKind> Quantifiers = new(meant => QuantifierMeanings[meant])
    {
        { "either", "any of" },
    };
}
