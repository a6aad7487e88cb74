using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>What drafters write for the small keywords that link the parts of a declaration.</summary>
internal static class LinkWordings
{
    /// <summary>The article that a clause renders.</summary>
    public static readonly WordingTable<TokenKind> Cites = new(Keywords.KindOf)
    {
        { "citing", "cites" },
        { "cite", "cites" },
        { "cf", "cites" },
    };

    /// <summary>The framework that a party adopts.</summary>
    public static readonly WordingTable<TokenKind> Adopts = new(Keywords.KindOf)
    {
        { "adopted", "adopts" },
        { "ratifies", "adopts" },
        { "ratified", "adopts" },
        { "joins", "adopts" },
        { "joined", "adopts" },
        { "accedes to", "adopts" },
    };

    /// <summary>The leave that a party invokes.</summary>
    public static readonly WordingTable<TokenKind> Invokes = new(Keywords.KindOf)
    {
        { "invoking", "invokes" },
        { "invoked", "invokes" },
        { "relies on", "invokes" },
    };

    /// <summary>The places for which it adopts it.</summary>
    public static readonly WordingTable<TokenKind> Towards = new(Keywords.KindOf)
    {
        { "toward", "towards" },
        { "vis a vis", "towards" },
    };

    /// <summary>The clauses that it does not adopt.</summary>
    public static readonly WordingTable<TokenKind> Reserving = new(Keywords.KindOf)
    {
        { "reserves", "reserving" },
        { "with reservations to", "reserving" },
        { "except", "reserving" },
    };

    /// <summary>The legal order of an organisation.</summary>
    public static readonly WordingTable<TokenKind> Under = new(Keywords.KindOf)
    {
        { "in", "under" },
    };

    /// <summary>Who permits or prohibits.</summary>
    public static readonly WordingTable<TokenKind> By = new(Keywords.KindOf)
    {
        { "under", "by" },
    };

    /// <summary>The reason of an acknowledgement.</summary>
    public static readonly WordingTable<TokenKind> Because = new(Keywords.KindOf)
    {
        { "reason", "because" },
    };

    /// <summary>The first day.</summary>
    public static readonly WordingTable<TokenKind> From = new(Keywords.KindOf)
    {
        { "as of", "from" },
        { "as from", "from" },
        { "starting", "from" },
        { "beginning", "from" },
    };

    /// <summary>The last day.</summary>
    public static readonly WordingTable<TokenKind> Until = new(Keywords.KindOf)
    {
        { "through", "until" },
        { "till", "until" },
        { "til", "until" },
    };

    /// <summary>The event that a length of time is counted from.</summary>
    public static readonly WordingTable<TokenKind> EventOf = new(Keywords.KindOf)
    {
        { "after", "of" },
        { "following", "of" },
    };

    /// <summary>What a scenario expects.</summary>
    public static readonly WordingTable<TokenKind> Expect = new(Keywords.KindOf)
    {
        { "assert", "expect" },
        { "expects", "expect" },
        { "then", "expect" },
    };

    /// <summary>The facts of a scenario.</summary>
    public static readonly WordingTable<TokenKind> Where = new(Keywords.KindOf)
    {
        { "if", "where" },
        { "given", "where" },
    };

    /// <summary>The day of a scenario.</summary>
    public static readonly WordingTable<TokenKind> On = new(Keywords.KindOf)
    {
        { "date", "on" },
        { "at", "on" },
    };

    /// <summary>What follows from a condition.</summary>
    public static readonly WordingTable<TokenKind> Implies = new(Keywords.KindOf)
    {
        { "requires", "implies" },
        { "means", "implies" },
        { "entails", "implies" },
    };

    /// <summary>The elements that a set has.</summary>
    public static readonly WordingTable<TokenKind> Include = new(Keywords.KindOf)
    {
        { "includes", "include" },
    };
}
