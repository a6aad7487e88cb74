using PolicyLang.Semantics;

namespace PolicyLang.Decisions.Blocks;

/// <summary>A set of nodes of one taxonomy in names: those that are listed, or all others, less what is taken out again.</summary>
/// <param name="Names">The names.</param>
/// <param name="IsOutside">Whether all but those are meant.</param>
/// <param name="Except">What is taken out.</param>
/// <param name="WithNone">Whether "none of the taxonomy" is meant, too.</param>
internal sealed record NodeList(ImmutableArray<NodeName> Names, bool IsOutside, ImmutableArray<NodeName> Except, bool WithNone)
{
    /// <summary>The number of names.</summary>
    public int Count => Names.Length + Except.Length;

    /// <summary>How hard it is to read: "other CN" asks what else there is, "any organisation" which there are.</summary>
    public int Weight => Names.Concat(Except).Sum(n => n.Weight) + (IsOutside ? 1 : 0) + (Count == 0 && !WithNone ? 2 : 0);

    /// <summary>Whether something in it means other nodes on other days.</summary>
    public bool IsDated => Names.Concat(Except).Any(n => n.Symbol is BlocSymbol);
}

/// <summary>A name in a list.</summary>
/// <param name="Symbol">A node or a bloc.</param>
/// <param name="IsAlone">Whether the node's own kind is meant without what lies below it.</param>
internal readonly record struct NodeName(Symbol Symbol, bool IsAlone)
{
    /// <summary>What it adds to the weight of a list.</summary>
    public int Weight => IsAlone ? 5 : 2;
}
