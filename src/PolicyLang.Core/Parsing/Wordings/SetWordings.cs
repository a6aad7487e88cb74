using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>What drafters write for sets of places, and for the parties of a treaty.</summary>
internal static class SetWordings
{
    /// <summary>Sets of places; the value is the first word of what is meant.</summary>
    public static readonly WordingTable<TokenKind> Places = new(meant => Keywords.KindOf(meant.Split(' ')[0]))
    {
        { "everywhere", "anywhere" },
        { "worldwide", "anywhere" },
        { "any country", "anywhere" },
        { "any place", "anywhere" },
        { "all countries", "anywhere" },
        { "any jurisdiction", "anywhere" },
        { "their territory", "own territory" },
        { "its territory", "own territory" },
        { "their own territory", "own territory" },
        { "its own territory", "own territory" },
        { "own territories", "own territory" },
        { "their territories", "own territory" },
        { "own country", "own territory" },
        { "the other parties", "another party" },
        { "other parties", "another party" },
        { "the other party", "another party" },
        { "another contracting party", "another party" },
        { "countries other than", "outside" },
        { "places other than", "outside" },
        { "jurisdictions other than", "outside" },
        { "other than", "outside" },
    };

    /// <summary>What takes names out of a set.</summary>
    public static readonly WordingTable<TokenKind> Except = new(Keywords.KindOf)
    {
        { "without", "except" },
        { "excluding", "except" },
        { "minus", "except" },
        { "but not", "except" },
    };

    /// <summary>The subject of a law-making sentence.</summary>
    public static readonly WordingTable<TokenKind> Parties = new(Keywords.KindOf)
    {
        { "the parties", "parties" },
        { "each party", "parties" },
        { "every party", "parties" },
        { "all parties", "parties" },
        { "contracting parties", "parties" },
        { "the contracting parties", "parties" },
        { "member states", "parties" },
        { "parties", "parties" },
    };
}
