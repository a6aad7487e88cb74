namespace PolicyLang.Runtime;

/// <summary>A generated case: what it is made of, and how the tables keep it.</summary>
/// <typeparam name="TSelf">The case.</typeparam>
public interface ICase<TSelf>
    where TSelf : struct, ICase<TSelf>
{
    /// <summary>What such a case is made of.</summary>
    static abstract CaseModel Model { get; }

    /// <summary>A case from its values.</summary>
    /// <param name="values">The values, by slot.</param>
    static abstract TSelf Create(ReadOnlySpan<long> values);

    /// <summary>Writes the values of the case.</summary>
    /// <param name="values">Where to, by slot.</param>
    void CopyTo(Span<long> values);
}

/// <summary>A generated set of nodes of a taxonomy.</summary>
/// <typeparam name="TSelf">The set.</typeparam>
public interface INodeSet<TSelf>
    where TSelf : struct, INodeSet<TSelf>
{
    /// <summary>The taxonomy.</summary>
    static abstract TaxonomyModel Taxonomy { get; }

    /// <summary>A set from its bits.</summary>
    /// <param name="words">A number for each 64 nodes.</param>
    static abstract TSelf Create(ReadOnlySpan<long> words);

    /// <summary>Writes the bits of the set.</summary>
    /// <param name="words">Where to, a number for each 64 nodes.</param>
    void CopyTo(Span<long> words);
}

/// <summary>Generated sets as text.</summary>
public static class NodeSet
{
    /// <summary>The names of the elements, joined with commas; <c>none</c> for the empty set.</summary>
    /// <typeparam name="TSet">The generated set.</typeparam>
    /// <param name="set">The set.</param>
    public static string Describe<TSet>(TSet set)
        where TSet : struct, INodeSet<TSet>
    {
        TaxonomyModel taxonomy = TSet.Taxonomy;
        var words = new long[Math.Max(1, (taxonomy.Names.Count + 63) / 64)];
        set.CopyTo(words);
        List<string> names = CaseModel.ElementsOf(taxonomy, 0, words);
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }
}
